package storage.exec;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import storage.api.RowCounts;

/**
 * One SQLite, as the platform gives it: numbers cross its border as doubles and infinities as null.
 *
 * <p>Foreign keys are not enforced. Every method throws {@link SqlFailure} when SQLite refuses.
 */
public interface SqlDatabase {
  /** Runs a statement that answers no rows. */
  void execute(String sql, List<SqlValue> parameters);

  /** The names that SQLite gives to the result columns of {@code sql}. */
  List<String> columnNames(String sql, List<SqlValue> parameters);

  /** The first column of the first row as text, or null when there is no row or it is NULL. */
  @Nullable String text(String sql, List<SqlValue> parameters);

  /**
   * Makes a query ready whose last column is the row's {@link ExactQuery exact numbers}; the others
   * become JSON. It loops there because a call over the platform's border for every value is what
   * costs.
   *
   * @param names of the columns that are the rows; the last is none of them
   * @param keys the positions of the columns that are sent beside the rows, or null for none
   */
  PreparedQuery prepare(String exactSql, List<String> names, @Nullable List<Integer> keys);

  /** Runs {@code work} in a transaction that anything thrown rolls back. */
  <T> T transaction(Supplier<T> work);

  /**
   * How much work all statements together have been since this object came to be, those rolled back
   * included; it only grows.
   */
  RowCounts counts();

  /** The size of the database in bytes. */
  long sizeBytes();

  /** Deletes everything. */
  void deleteAll();
}
