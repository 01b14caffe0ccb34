package conductor.executor;

import conductor.api.SqlException;

/**
 * A node has refused a statement by a bound that the platform has set and SQLite has not. Nothing
 * was done.
 */
final class BeyondPlatform extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int step;
  private final SqlException why;

  /**
   * @param step the position of the user's statement in the request
   * @param why the node's words
   */
  BeyondPlatform(int step, SqlException why) {
    super(why.getMessage());
    this.step = step;
    this.why = why;
  }

  int step() {
    return step;
  }

  SqlException why() {
    return why;
  }
}
