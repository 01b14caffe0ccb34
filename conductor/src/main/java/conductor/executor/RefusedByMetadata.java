package conductor.executor;

import conductor.api.SqlException;

/**
 * What was known of the database refuses a request, and no node has confirmed that it is still so:
 * metadata from a cache must be looked up anew before the refusal counts.
 */
final class RefusedByMetadata extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SqlException why;

  RefusedByMetadata(SqlException why) {
    super(why);
    this.why = why;
  }

  /** The refusal. */
  SqlException why() {
    return why;
  }
}
