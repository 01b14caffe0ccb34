package conductor.eval;

/** The bounds on what is computed here. */
final class EvaluationLimits {
  /**
   * Levels of an expression; the compiler and the computation recurse this deep. The platform's
   * SQLite takes no higher expression.
   *
   * @see <a href="https://developers.cloudflare.com/durable-objects/platform/limits/">Durable
   *     Objects: Limits</a>
   */
  static final int DEPTH = 100;

  /** Bytes of a text or a blob, as on the platform. */
  static final int VALUE_BYTES = 2_000_000;

  /** Bytes of a LIKE or GLOB pattern, as on the platform. */
  static final int PATTERN_BYTES = 50;

  private EvaluationLimits() {}

  /** Fails as SQLite does if a value would have more than {@link #VALUE_BYTES}. */
  static void requireValueBytes(long bytes) {
    if (bytes > VALUE_BYTES) {
      throw new EvaluationException("string or blob too big");
    }
  }
}
