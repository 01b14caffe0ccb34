package topology.api;

/** How a change of the metadata ended. */
public sealed interface ChangeOutcome {
  /** Every node is at {@code epoch} and the new metadata is published. */
  record Applied(long epoch) implements ChangeOutcome {}

  /** Nothing was done: the database is at {@code epoch} and the change was made for another. */
  record Stale(long epoch) implements ChangeOutcome {}

  /** Nothing was done: a node's SQLite refused it with {@code message}. */
  record Refused(String message) implements ChangeOutcome {}

  /**
   * Nothing was done: the change was interrupted and undone before, for instance when its request
   * came twice. It may be made again as another change.
   */
  record Undone() implements ChangeOutcome {}

  /** Nothing was done: there is no such database. */
  record NoDatabase() implements ChangeOutcome {}
}
