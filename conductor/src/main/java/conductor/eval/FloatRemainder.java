package conductor.eval;

/**
 * C's {@code fmod}, which is exact. Computed bit by bit, because not every target of the compiler
 * has an exact {@code %} of doubles.
 */
final class FloatRemainder {
  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;

  private FloatRemainder() {}

  /** The rest of a division towards zero, with the sign of {@code dividend}; NaN if undefined. */
  static double of(double dividend, double divisor) {
    if (Double.isInfinite(dividend) || divisor == 0.0) {
      return Double.NaN;
    }
    double size = Math.abs(dividend);
    double step = Math.abs(divisor);
    if (size < step) {
      return dividend;
    }
    return Math.copySign(ofPositive(size, step), dividend);
  }

  private static double ofPositive(double size, double step) {
    long rest = mantissa(size);
    long divisor = mantissa(step);
    for (int shifts = exponent(size) - exponent(step); shifts > 0; shifts--) {
      rest = reduced(rest, divisor) << 1;
    }
    return scaled(reduced(rest, divisor), exponent(step));
  }

  private static long reduced(long rest, long divisor) {
    return rest >= divisor ? rest % divisor : rest;
  }

  /** The value is {@code mantissa * 2^(exponent - 1075)}. */
  private static long mantissa(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits >>> MANTISSA_BITS == 0 ? bits : (bits & MANTISSA_MASK) | (1L << MANTISSA_BITS);
  }

  private static int exponent(double value) {
    return Math.max(1, (int) (Double.doubleToRawLongBits(value) >>> MANTISSA_BITS));
  }

  /** Puts the parts together again; nothing is lost, as the exponent is that of a double. */
  private static double scaled(long mantissa, int exponent) {
    if (mantissa == 0) {
      return 0.0;
    }
    long fraction = mantissa;
    int power = exponent;
    while (power > 1 && fraction >> MANTISSA_BITS == 0) {
      fraction <<= 1;
      power--;
    }
    boolean subnormal = fraction >> MANTISSA_BITS == 0;
    long bits = subnormal ? fraction : (fraction & MANTISSA_MASK) | ((long) power << MANTISSA_BITS);
    return Double.longBitsToDouble(bits);
  }
}
