package storage.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one statement answered. */
public sealed interface StatementResult {
  /** How much work it was. */
  RowCounts counts();

  /**
   * The rows of a read.
   *
   * @param columns the names that SQLite gives to the result columns, in order
   * @param rows the rows in the order in which SQLite gave them
   * @param keys of a statement with {@link Apart} the columns that it asks for, one array for each
   *     row, else null
   * @param counts how much work it was
   */
  record Rows(List<String> columns, EncodedRows rows, @Nullable EncodedRows keys, RowCounts counts)
      implements StatementResult {
    public Rows {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The effect of a write.
   *
   * @param changes SQLite's {@code changes()}
   * @param lastRowId SQLite's {@code last_insert_rowid()}
   * @param counts how much work it was
   */
  record Changed(long changes, long lastRowId, RowCounts counts) implements StatementResult {}
}
