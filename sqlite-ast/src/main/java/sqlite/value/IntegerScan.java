package sqlite.value;

/**
 * The longest beginning of a text that is a decimal integer: blanks, a sign and digits.
 *
 * @param value the integer, 0 if there is none, the nearest if it needs more than 64 bits
 * @param fits whether {@code value} is what the digits say, also when there are none
 * @param whole whether there are digits and nothing but blanks follows them
 * @see <a href="https://sqlite.org/src/file/src/util.c">sqlite.org: sqlite3Atoi64</a>
 */
record IntegerScan(long value, boolean fits, boolean whole) {
  /** Any integer of fewer digits fits 64 bits. */
  private static final int CRITICAL_DIGITS = 19;

  static IntegerScan of(String text) {
    int length = text.length();
    int position = 0;
    while (position < length && NumberScan.isBlank(text.charAt(position))) {
      position++;
    }
    boolean negative = position < length && text.charAt(position) == '-';
    if (negative || (position < length && text.charAt(position) == '+')) {
      position++;
    }
    int start = position;
    while (position < length && text.charAt(position) == '0') {
      position++;
    }
    int significant = position;
    long magnitude = 0;
    while (position < length && NumberScan.isDigit(text.charAt(position))) {
      magnitude = magnitude * 10 + (text.charAt(position) - '0');
      position++;
    }
    boolean whole = position > start && onlyBlanks(text, position);
    int digits = position - significant;
    boolean tooLarge = digits > CRITICAL_DIGITS || (digits == CRITICAL_DIGITS && magnitude < 0);
    if (tooLarge) {
      boolean least = digits == CRITICAL_DIGITS && negative && magnitude == Long.MIN_VALUE;
      return new IntegerScan(negative ? Long.MIN_VALUE : Long.MAX_VALUE, least, whole);
    }
    return new IntegerScan(negative ? -magnitude : magnitude, true, whole);
  }

  private static boolean onlyBlanks(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!NumberScan.isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
