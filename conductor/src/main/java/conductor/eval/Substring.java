package conductor.eval;

import java.util.Arrays;
import sqlite.value.SqlValue;

/**
 * {@code substr(value, start, count)}: of characters, or of a blob's bytes.
 *
 * @see <a href="https://sqlite.org/lang_corefunc.html#substr">sqlite.org: substr</a>
 */
final class Substring {
  /** The count of a call without one. */
  static final SqlValue TO_END = new SqlValue.Int(Long.MAX_VALUE);

  private Substring() {}

  static SqlValue of(SqlValue value, SqlValue start, SqlValue count) {
    long first = NumberFunctions.integer(start);
    long most = NumberFunctions.integer(count);
    if (!(value instanceof SqlValue.Blob blob)) {
      String text = Texts.untilNul(Texts.of(value));
      int length = first < 0 ? Texts.countCharacters(text, text.length()) : 0;
      return ofText(text, Range.of(first, most, length));
    }
    // SQLite gets no pointer for an empty blob and takes that for a NULL.
    return blob.length() == 0 ? SqlValue.NULL : ofBlob(blob, Range.of(first, most, blob.length()));
  }

  private static SqlValue ofText(String text, Range range) {
    int start = skip(text, 0, range.skipped());
    return new SqlValue.Text(text.substring(start, skip(text, start, range.taken())));
  }

  private static int skip(String text, int from, long characters) {
    int index = from;
    for (long left = characters; left > 0 && index < text.length(); left--) {
      index = Texts.next(text, index);
    }
    return index;
  }

  private static SqlValue ofBlob(SqlValue.Blob blob, Range range) {
    int length = blob.length();
    int start = (int) Math.min(range.skipped(), length);
    int end = start + (int) Math.min(range.taken(), length - start);
    return new SqlValue.Blob(Arrays.copyOfRange(blob.toBytes(), start, end));
  }

  /**
   * Which characters.
   *
   * @param skipped how many stand before them
   * @param taken how many they are at most
   */
  private record Range(long skipped, long taken) {
    /**
     * @param first counted from 1, or from the end if negative
     * @param most how many, or how many before {@code first} if negative
     * @param length of the whole, if {@code first} is negative
     */
    static Range of(long first, long most, long length) {
      long skipped = first;
      long taken = most;
      if (first < 0) {
        skipped += length;
        if (skipped < 0) {
          taken = taken < 0 ? 0 : taken + skipped;
          skipped = 0;
        }
      } else if (first > 0) {
        skipped--;
      } else if (taken > 0) {
        taken--;
      }
      if (taken < 0) {
        taken = taken < -skipped ? skipped : -taken;
        skipped -= taken;
      }
      return new Range(skipped, taken);
    }
  }
}
