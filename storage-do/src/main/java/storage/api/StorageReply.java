package storage.api;

import java.util.List;

/** What a node answers to a {@link StorageRequest}. */
public sealed interface StorageReply {
  /**
   * All statements went well.
   *
   * @param results one for each statement
   * @param sizeBytes the size of the node's database now
   */
  record Done(List<StatementResult> results, long sizeBytes) implements StorageReply {
    public Done {
      results = List.copyOf(results);
    }
  }

  /** Nothing was done: the node is at {@code epoch}, or is being changed from it. */
  record Stale(long epoch) implements StorageReply {}

  /** Nothing was done: the object is not the node that the sender means, or not any more. */
  record WrongNode() implements StorageReply {}

  /**
   * Nothing was done: SQLite refused a statement.
   *
   * @param statement its position in the request
   * @param message SQLite's own words
   */
  record Failed(int statement, String message) implements StorageReply {}
}
