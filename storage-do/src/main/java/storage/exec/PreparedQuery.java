package storage.exec;

import java.util.List;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.StorageRequest.Shape;

/** A query that a database has made ready and runs again and again; valid at one schema. */
@FunctionalInterface
public interface PreparedQuery {
  /** Its rows; throws {@link SqlFailure} when SQLite refuses. */
  EncodedRows run(List<SqlValue> parameters, Shape shape);
}
