package storage.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;

/**
 * One statement for one node.
 *
 * <p>The platform binds every number as a REAL, so {@link SqlValue.Int} parameters are bound as
 * text and the SQL must say {@code +CAST(?n AS INTEGER)} for them: a bare CAST would have an
 * affinity. Infinities cannot be bound at all; the SQL must hold them as {@code 9e999}.
 *
 * @param sql exactly one statement
 * @param parameters bound as {@code ?1}, {@code ?2}, ...
 * @param kind whether it answers rows
 * @param apart which columns of a read are sent apart; null when all of them are the rows
 */
public record StorageStatement(
    String sql, List<SqlValue> parameters, Kind kind, @Nullable Apart apart) {
  /** What a statement answers. */
  public enum Kind {
    /** Rows, and it changes nothing. */
    READ,
    /** The count of the rows it changed. */
    WRITE
  }

  /** One whose columns are all the rows. */
  public StorageStatement(String sql, List<SqlValue> parameters, Kind kind) {
    this(sql, parameters, kind, null);
  }

  /** The same with columns sent apart. */
  public StorageStatement with(Apart columns) {
    return new StorageStatement(sql, parameters, kind, columns);
  }

  public StorageStatement {
    parameters = List.copyOf(parameters);
    for (SqlValue parameter : parameters) {
      if (parameter instanceof SqlValue.Real real && Double.isInfinite(real.value())) {
        throw new IllegalArgumentException("an infinity cannot be bound");
      }
    }
  }
}
