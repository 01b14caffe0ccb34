package sqlite.value;

/**
 * The significant decimal digits of a double, as SQLite finds them: 18 or 19 digits by one
 * multiplication, rounded to 17, or to fewer when a short run of them names the same double.
 *
 * <p>SQLite does not look for the shortest such run in general, only for digits that end in nines
 * or zeros, and so neither does this.
 *
 * @see <a href="https://sqlite.org/src/file/src/util.c">sqlite.org: sqlite3FpDecode</a>
 */
final class DecimalDigits {
  /** The most digits that are written. */
  static final int PRECISION = 17;

  /** The digits that the multiplication gives at least. */
  private static final int COMPUTED = 18;

  private static final long MANTISSA_MASK = (1L << 52) - 1;

  private final byte[] digits;
  private int count;
  private int pointPosition;

  private DecimalDigits(byte[] digits, int pointPosition) {
    this.digits = digits;
    this.count = digits.length;
    this.pointPosition = pointPosition;
  }

  /** The digits of a finite number above zero. */
  static DecimalDigits of(double value) {
    DecimalDigits result = computed(value);
    result.round(result.digitsNeeded(value));
    result.dropTrailingZeros();
    return result;
  }

  /**
   * The digits of a finite number above zero, up to {@code decimals} of them behind the point; none
   * if all of these are zeros.
   */
  static DecimalDigits of(double value, int decimals) {
    DecimalDigits result = computed(value);
    int kept = result.pointPosition + decimals;
    if (kept < 0 || (kept == 0 && result.digits[0] < '5')) {
      return new DecimalDigits(new byte[0], 0);
    }
    if (kept == 0) {
      return new DecimalDigits(new byte[] {'1'}, result.pointPosition + 1);
    }
    if (kept < result.count) {
      result.round(kept == PRECISION ? result.digitsNeeded(value) : kept);
    }
    result.dropTrailingZeros();
    return result;
  }

  /** The 18 or 19 digits that the multiplication gives. */
  private static DecimalDigits computed(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = bits & MANTISSA_MASK;
    int exponent = (int) (bits >>> 52);
    if (exponent == 0) {
      int shift = Long.numberOfLeadingZeros(mantissa);
      mantissa <<= shift;
      exponent = -1074 - shift;
    } else {
      mantissa = (mantissa << 11) | Long.MIN_VALUE;
      exponent -= 1086;
    }
    int power = COMPUTED - 1 - PowerOfTen.decimalExponent(exponent + 63);
    long product = Multiplication.unsignedHigh(mantissa, PowerOfTen.of(power).high());
    long doubled = product >>> -(exponent + PowerOfTen.binaryExponent(power) + 2);
    byte[] all = decimal((doubled + (doubled & 1)) >>> 1);
    return new DecimalDigits(all, all.length - power);
  }

  /** How many digits there are; the last one is no zero. */
  int count() {
    return count;
  }

  /** The digit at {@code index}, an ASCII character. */
  byte digit(int index) {
    return digits[index];
  }

  /** How many of the digits stand before the decimal point; negative for zeros behind it. */
  int pointPosition() {
    return pointPosition;
  }

  private static byte[] decimal(long value) {
    int length = 0;
    for (long rest = value; rest > 0; rest /= 10) {
      length++;
    }
    byte[] all = new byte[length];
    long rest = value;
    for (int i = length - 1; i >= 0; i--) {
      all[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return all;
  }

  /** To how many digits, 17 at most, to round all that were computed. */
  private int digitsNeeded(double value) {
    int exponent = pointPosition - count;
    int kept;
    long shorter;
    if (digits[14] == '9' && digits[15] == '9') {
      kept = lengthWithout('9', 14);
      shorter = leading(kept) + 1;
    } else if (pointPosition >= count
        || (digits[13] == '0' && digits[14] == '0' && digits[15] == '0')) {
      kept = lengthWithout('0', 13);
      shorter = leading(kept);
    } else {
      return PRECISION;
    }
    return value == DoubleRounding.of(shorter, exponent + count - kept) ? kept + 1 : PRECISION;
  }

  private int lengthWithout(char trailing, int length) {
    int kept = length;
    while (kept > 0 && digits[kept - 1] == trailing) {
      kept--;
    }
    return kept;
  }

  private long leading(int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value * 10 + (digits[i] - '0');
    }
    return value;
  }

  private void round(int length) {
    boolean up = digits[length] >= '5';
    count = length;
    if (!up) {
      return;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (digits[i] < '9') {
        digits[i]++;
        return;
      }
      digits[i] = '0';
    }
    digits[0] = '1';
    pointPosition++;
  }

  private void dropTrailingZeros() {
    while (digits[count - 1] == '0') {
      count--;
    }
  }
}
