package storage.api;

/** What a node answers when it is asked for the rows of a read page by page. */
public sealed interface PageReply {
  /**
   * The rows that are next.
   *
   * @param rows as arrays that can be told apart
   * @param more whether there is another page
   * @param sizeBytes the size of the node's database now
   */
  record Page(StatementResult.Rows rows, boolean more, long sizeBytes) implements PageReply {}

  /** The read was not begun, or has ended with SQLite's refusal. */
  record Refused(StorageReply why) implements PageReply {}

  /** The node cannot go on with the read: its moment is over. */
  record Gone(String why) implements PageReply {}
}
