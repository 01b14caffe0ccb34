package sqlite.value;

import java.util.Comparator;

/**
 * SQLite's order of values, as ORDER BY and indexes have it: NULL, then numbers by their exact
 * value, then TEXT by the collation, then BLOBs byte by byte.
 *
 * @see <a href="https://sqlite.org/datatype3.html#comparison_expressions">sqlite.org: Comparison
 *     Expressions</a>
 */
public final class ValueComparator implements Comparator<SqlValue> {
  private static final int NULL_RANK = 0;
  private static final int NUMBER_RANK = 1;
  private static final int TEXT_RANK = 2;
  private static final int BLOB_RANK = 3;

  private final Collation collation;

  /** Orders text by {@code collation}. */
  public ValueComparator(Collation collation) {
    this.collation = collation;
  }

  @Override
  public int compare(SqlValue left, SqlValue right) {
    int ranks = rank(left) - rank(right);
    if (ranks != 0) {
      return ranks;
    }
    return switch (left) {
      case SqlValue.Null ignored -> 0;
      case SqlValue.Int value ->
          right instanceof SqlValue.Real other
              ? compareExactly(value.value(), other.value())
              : Long.compare(value.value(), ((SqlValue.Int) right).value());
      case SqlValue.Real value ->
          right instanceof SqlValue.Int other
              ? -compareExactly(other.value(), value.value())
              : compareReals(value.value(), ((SqlValue.Real) right).value());
      case SqlValue.Text value -> collation.compare(value.value(), ((SqlValue.Text) right).value());
      case SqlValue.Blob value -> compareBytes(value, (SqlValue.Blob) right);
    };
  }

  /**
   * Whether the order puts the two in the same place: 1 and 1.0 are equal, and so are two NULLs.
   */
  public boolean equal(SqlValue left, SqlValue right) {
    return compare(left, right) == 0;
  }

  /** Compares without the loss that a conversion of a large integer to a double would bring. */
  static int compareExactly(long integer, double real) {
    if (real < -0x1p63) {
      return 1;
    }
    if (real >= 0x1p63) {
      return -1;
    }
    long whole = (long) real;
    if (integer != whole) {
      return integer < whole ? -1 : 1;
    }
    return compareReals((double) integer, real);
  }

  /** Unlike {@link Double#compare}, finds both zeros equal. */
  private static int compareReals(double left, double right) {
    if (left < right) {
      return -1;
    }
    return left > right ? 1 : 0;
  }

  private static int compareBytes(SqlValue.Blob left, SqlValue.Blob right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      int difference = (left.byteAt(i) & 0xff) - (right.byteAt(i) & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return left.length() - right.length();
  }

  private static int rank(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> NULL_RANK;
      case SqlValue.Int ignored -> NUMBER_RANK;
      case SqlValue.Real ignored -> NUMBER_RANK;
      case SqlValue.Text ignored -> TEXT_RANK;
      case SqlValue.Blob ignored -> BLOB_RANK;
    };
  }
}
