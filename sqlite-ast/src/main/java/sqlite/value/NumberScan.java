package sqlite.value;

/**
 * The longest beginning of a text that is a number: blanks, a sign, digits with or without a point,
 * and an exponent. A NUL ends the text, as it does in SQLite.
 *
 * <p>Only the first 19 or 20 significant digits count, so a number with more of them is not always
 * rounded to the nearest double; SQLite keeps no more either.
 *
 * @see <a href="https://sqlite.org/src/file/src/util.c">sqlite.org: sqlite3AtoF</a>
 */
final class NumberScan {
  /** From here on another digit might not fit 64 unsigned bits. */
  private static final long FULL = 1_844_674_407_370_955_160L;

  /** Above this the exponent decides alone, whatever the digits are. */
  private static final int GREATEST_EXPONENT = 10_000;

  private final String text;
  private int position;
  private boolean negative;
  private boolean digitSeen;
  private boolean fractional;
  private long digits;
  private int exponent;

  NumberScan(String text) {
    this.text = text;
    skipBlanks();
    if (at('-')) {
      negative = true;
      position++;
    } else if (at('+')) {
      position++;
    }
    scanInteger();
    if (scanFraction()) {
      scanExponent();
    }
  }

  /** Whether the text begins with a number. */
  boolean isNumber() {
    return digitSeen;
  }

  /** Whether there is a point or an exponent. */
  boolean isFractional() {
    return fractional;
  }

  /** Whether nothing but blanks follows the number. */
  boolean isWhole() {
    if (!digitSeen) {
      return false;
    }
    int behind = position;
    while (behind < text.length() && isBlank(text.charAt(behind))) {
      behind++;
    }
    return behind == text.length() || text.charAt(behind) == 0;
  }

  /** The number, 0.0 if there is none. */
  double real() {
    if (!digitSeen) {
      return 0.0;
    }
    double magnitude = digits == 0 ? 0.0 : DoubleRounding.of(digits, exponent);
    return negative ? -magnitude : magnitude;
  }

  /** A blank of SQLite's: a space, or a control character from TAB to CR. */
  static boolean isBlank(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private void skipBlanks() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
  }

  private boolean at(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }

  private boolean atDigit() {
    return position < text.length() && isDigit(text.charAt(position));
  }

  private boolean isFull() {
    return digits < 0 || digits >= FULL;
  }

  private void addDigit() {
    digits = digits * 10 + (text.charAt(position) - '0');
  }

  private void scanInteger() {
    while (atDigit()) {
      digitSeen = true;
      if (isFull()) {
        exponent++;
      } else {
        addDigit();
      }
      position++;
    }
  }

  /** Whether there is a number so far. */
  private boolean scanFraction() {
    if (!at('.')) {
      return digitSeen;
    }
    position++;
    while (atDigit()) {
      digitSeen = true;
      if (!isFull()) {
        addDigit();
        exponent--;
      }
      position++;
    }
    fractional = digitSeen;
    return digitSeen;
  }

  private void scanExponent() {
    if (!at('e') && !at('E')) {
      return;
    }
    int start = position;
    position++;
    boolean negativeExponent = at('-');
    if (negativeExponent || at('+')) {
      position++;
    }
    if (!atDigit()) {
      position = start;
      return;
    }
    int value = 0;
    while (atDigit()) {
      value =
          value < GREATEST_EXPONENT
              ? value * 10 + (text.charAt(position) - '0')
              : GREATEST_EXPONENT;
      position++;
    }
    fractional = true;
    exponent += negativeExponent ? -value : value;
  }
}
