package conductor.gateway;

import java.util.List;
import storage.api.EncodedRows;
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
  Answered query(StorageStatement statement, Shape shape);

  /** What a query answers. */
  sealed interface Answered {
    /**
     * All of its rows.
     *
     * @param columns the names of the result columns
     */
    record Rows(List<String> columns, EncodedRows rows) implements Answered {}

    /** More than an answer may have; it was ended there. */
    record TooMuch() implements Answered {}
  }

  /** Frees its memory. */
  void close();
}
