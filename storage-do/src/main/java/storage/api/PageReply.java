package storage.api;

/** What a node answers when it is asked for the rows of a read page by page. */
public sealed interface PageReply {
  /**
   * The rows that are next.
   *
   * @param rows as arrays that can be told apart
   * @param more whether there is another page
   * @param sizeBytes the size of the node's database now
   * @param seen which requests that wrote on several nodes the rows have seen; nothing but for the
   *     first page of a read that is to be compared
   */
  record Page(StatementResult.Rows rows, boolean more, long sizeBytes, Seen seen)
      implements PageReply {
    /** Rows of which that is not asked. */
    public Page(StatementResult.Rows rows, boolean more, long sizeBytes) {
      this(rows, more, sizeBytes, Seen.NOTHING);
    }

    /** The same rows, and what they have seen. */
    public Page with(Seen requests) {
      return new Page(rows, more, sizeBytes, requests);
    }
  }

  /** The read was not begun, or has ended with SQLite's refusal. */
  record Refused(StorageReply why) implements PageReply {}

  /** The node cannot go on with the read: its moment is over. */
  record Gone(String why) implements PageReply {}
}
