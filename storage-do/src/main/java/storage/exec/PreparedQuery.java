package storage.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.StorageRequest.Shape;

/** A query that a database has made ready and runs again and again; valid at one schema. */
public interface PreparedQuery {
  /** Its rows; throws {@link SqlFailure} when SQLite refuses. */
  Found run(List<SqlValue> parameters, Shape shape);

  /**
   * Its rows page by page, which can be told apart; throws {@link SqlFailure} when SQLite refuses.
   */
  RowCursor open(List<SqlValue> parameters, Shape shape);

  /**
   * What it finds.
   *
   * @param rows the rows
   * @param keys the columns beside them, or null when none are asked for
   */
  record Found(EncodedRows rows, @Nullable EncodedRows keys) {}
}
