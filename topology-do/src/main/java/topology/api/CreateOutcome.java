package topology.api;

/** How the creation of a database ended. */
public sealed interface CreateOutcome {
  /** It is new. */
  record Created(Snapshot snapshot) implements CreateOutcome {}

  /** It was there with the same numbers of nodes and slots; nothing was done. */
  record Existing(Snapshot snapshot) implements CreateOutcome {}

  /** It is there with other numbers; nothing was done. */
  record Conflict(int nodes, int slots) implements CreateOutcome {}
}
