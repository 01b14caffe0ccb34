package sqlite.value;

/**
 * Numbers as SQLite writes and reads them as text.
 *
 * <p>A REAL is written with up to 17 significant digits, with fewer when those already name the
 * same double, always with a point, and with an exponent from {@code 1.0e+17} on and below {@code
 * 0.0001}.
 *
 * @see <a href="https://sqlite.org/floatingpoint.html">sqlite.org: Floating Point Numbers</a>
 */
public final class NumberText {
  private NumberText() {}

  /** The text of an INTEGER. */
  public static String of(long value) {
    return Long.toString(value);
  }

  /** The text of a REAL, as {@code CAST(x AS TEXT)} gives it. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("NaN is not a SQLite value");
    }
    if (value == 0.0) {
      return "0.0";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    StringBuilder text = new StringBuilder(24);
    if (value < 0) {
      text.append('-');
    }
    DecimalDigits digits = DecimalDigits.of(Math.abs(value));
    int exponent = digits.pointPosition() - 1;
    if (exponent < -4 || exponent >= DecimalDigits.PRECISION) {
      appendScientific(text, digits, exponent);
    } else {
      appendPlain(text, digits);
    }
    return text.toString();
  }

  /**
   * {@code value}, which is finite, with so many digits behind the point, one at least; as SQLite's
   * {@code round} does it, by way of a text.
   */
  public static double round(double value, int decimals) {
    if (value == 0.0) {
      return 0.0;
    }
    DecimalDigits digits = DecimalDigits.of(Math.abs(value), decimals);
    double magnitude = 0.0;
    if (digits.count() > 0) {
      StringBuilder text = new StringBuilder();
      appendPlain(text, digits);
      magnitude = realPrefix(text.toString());
    }
    return value < 0 ? -magnitude : magnitude;
  }

  /**
   * The number that {@code text} is as a whole, blanks around it allowed: an INTEGER if it is
   * written as one and fits 64 bits, else a REAL. NULL if it is no number.
   */
  public static SqlValue parseWhole(String text) {
    NumberScan scan = new NumberScan(text);
    if (!scan.isWhole()) {
      return SqlValue.NULL;
    }
    double real = scan.real();
    if (!scan.isFractional()) {
      long integer = toLong(real);
      if (isSmallInteger(real, integer)) {
        return new SqlValue.Int(integer);
      }
      IntegerScan exact = IntegerScan.of(text);
      if (exact.whole() && exact.fits()) {
        return new SqlValue.Int(exact.value());
      }
    }
    return new SqlValue.Real(real);
  }

  /**
   * The operand of an arithmetic operator that {@code text} is: its beginning as a number, the
   * INTEGER 0 if it does not begin with one.
   */
  public static SqlValue parsePrefix(String text) {
    NumberScan scan = new NumberScan(text);
    if (!scan.isFractional()) {
      IntegerScan exact = IntegerScan.of(text);
      if (exact.fits() && (exact.whole() || !scan.isWhole())) {
        return new SqlValue.Int(exact.value());
      }
    }
    return new SqlValue.Real(scan.real());
  }

  /** The REAL that {@code CAST(text AS REAL)} gives, 0.0 if the text does not begin with one. */
  public static double realPrefix(String text) {
    return new NumberScan(text).real();
  }

  /**
   * The INTEGER that {@code CAST(text AS INTEGER)} gives: the digits at its beginning, 0 if there
   * are none, the nearest integer of 64 bits if there are too many.
   */
  public static long integerPrefix(String text) {
    return IntegerScan.of(text).value();
  }

  /** The integer part of {@code value}, the nearest integer of 64 bits if that does not fit. */
  public static long toLong(double value) {
    if (value < -0x1p63) {
      return Long.MIN_VALUE;
    }
    if (value >= 0x1p63) {
      return Long.MAX_VALUE;
    }
    return (long) value;
  }

  /**
   * Whether {@code value} is {@code integer} and so small that the double before it and the one
   * behind it are no integers: SQLite then takes it for an integer without a further look.
   */
  static boolean isSmallInteger(double value, long integer) {
    return value == 0.0
        || (value == (double) integer && integer >= -(1L << 51) && integer < 1L << 51);
  }

  private static void appendScientific(StringBuilder text, DecimalDigits digits, int exponent) {
    text.append((char) digits.digit(0)).append('.');
    appendDigits(text, digits, 1, digits.count());
    if (digits.count() == 1) {
      text.append('0');
    }
    text.append(exponent < 0 ? "e-" : "e+");
    int magnitude = Math.abs(exponent);
    if (magnitude < 10) {
      text.append('0');
    }
    text.append(magnitude);
  }

  private static void appendPlain(StringBuilder text, DecimalDigits digits) {
    int point = digits.pointPosition();
    if (point <= 0) {
      text.append("0.");
      appendZeros(text, -point);
      appendDigits(text, digits, 0, digits.count());
      return;
    }
    int whole = Math.min(point, digits.count());
    appendDigits(text, digits, 0, whole);
    appendZeros(text, point - whole);
    text.append('.');
    appendDigits(text, digits, whole, digits.count());
    if (whole == digits.count()) {
      text.append('0');
    }
  }

  private static void appendDigits(StringBuilder text, DecimalDigits digits, int from, int to) {
    for (int i = from; i < to; i++) {
      text.append((char) digits.digit(i));
    }
  }

  private static void appendZeros(StringBuilder text, int count) {
    for (int i = 0; i < count; i++) {
      text.append('0');
    }
  }
}
