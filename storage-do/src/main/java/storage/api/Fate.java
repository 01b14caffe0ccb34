package storage.api;

/** What a node knows of the end of a {@link Transaction}. */
public enum Fate {
  /** Its effects stay. */
  COMMITTED,
  /** None of its effects stay. */
  ABORTED,
  /** The node is held for it and does not know yet. */
  HELD,
  /** The node has no part in it, or has forgotten it. */
  UNKNOWN
}
