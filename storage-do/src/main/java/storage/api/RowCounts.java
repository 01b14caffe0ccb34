package storage.api;

/**
 * How much work SQLite had, as it counts for billing.
 *
 * @param read rows of tables and indexes that were looked at
 * @param written rows and index entries that were written
 */
public record RowCounts(long read, long written) {
  /** No work. */
  public static final RowCounts NONE = new RowCounts(0, 0);

  /** Both together. */
  public RowCounts plus(RowCounts more) {
    return new RowCounts(read + more.read, written + more.written);
  }

  /** What came to {@code before} to make this. */
  public RowCounts since(RowCounts before) {
    return new RowCounts(read - before.read, written - before.written);
  }
}
