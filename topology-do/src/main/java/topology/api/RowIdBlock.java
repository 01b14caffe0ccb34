package topology.api;

/**
 * Row ids that one conductor may hand out.
 *
 * @param first the first of them
 * @param end the id behind the last
 */
public record RowIdBlock(long first, long end) {
  /** Stands for the end of a block where there is none: no block ends with it. */
  public static final long NO_END = Long.MIN_VALUE;

  public RowIdBlock {
    if (first >= end) {
      throw new IllegalArgumentException("no row ids from " + first + " to " + end);
    }
  }
}
