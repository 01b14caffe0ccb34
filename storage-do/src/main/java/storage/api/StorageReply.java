package storage.api;

import java.util.List;

/** What a node answers to a {@link StorageRequest}. */
public sealed interface StorageReply {
  /**
   * All statements went well.
   *
   * @param results one for each statement
   * @param sizeBytes the size of the node's database now
   * @param seen what the answer knows of, when it is to be compared with those of other nodes; of a
   *     node that is held, with the transaction that it is held for
   */
  record Done(List<StatementResult> results, long sizeBytes, Seen seen) implements StorageReply {
    public Done {
      results = List.copyOf(results);
    }

    /** Of an answer that nobody compares with another. */
    public Done(List<StatementResult> results, long sizeBytes) {
      this(results, sizeBytes, Seen.NOTHING);
    }
  }

  /** Nothing was done: the node is at {@code epoch}, or is being changed from it. */
  record Stale(long epoch) implements StorageReply {}

  /**
   * Nothing was done: the node is held for a transaction that is about to end.
   *
   * @param transactionId the transaction's
   */
  record Busy(String transactionId) implements StorageReply {}

  /** Nothing was done: the transaction that the node should be held for has ended, or is late. */
  record Over() implements StorageReply {}

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
