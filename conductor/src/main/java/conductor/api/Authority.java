package conductor.api;

import topology.api.Snapshot;

/** Who sends a request. */
@FunctionalInterface
public interface Authority {
  /**
   * What the sender may do with a database.
   *
   * @throws SqlException {@link ErrorCode#UNAUTHORIZED} when the metadata does not know the sender,
   *     which newer metadata may
   */
  Access to(Snapshot snapshot);

  /** What someone may do. */
  enum Access {
    /** Statements that change nothing. */
    READ,
    /** Every statement. */
    WRITE
  }
}
