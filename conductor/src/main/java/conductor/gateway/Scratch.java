package conductor.gateway;

import storage.api.EncodedRows;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * A database in the conductor's memory, for one statement: a SQLite without the limits of the
 * platform's. It takes no longer than an event.
 */
public interface Scratch {
  /** Runs a statement that answers no rows; throws {@link ScratchRefusal} when SQLite refuses. */
  void execute(String sql);

  /**
   * Adds rows that are arrays.
   *
   * @param insert the INSERT up to and with VALUES
   */
  void load(String insert, EncodedRows rows);

  /** Runs a query; throws {@link ScratchRefusal} when SQLite refuses. */
  StatementResult.Rows query(StorageStatement statement, Shape shape);

  /** Frees its memory. */
  void close();
}
