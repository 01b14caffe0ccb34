package sqlite.value;

/**
 * The double nearest to a decimal number of up to 64 bits.
 *
 * <p>Multiplies the digits by the power of ten to 53 bits, two more for rounding and one that tells
 * whether anything is behind them, and rounds half to even.
 *
 * @see <a href="https://research.swtch.com/fp">Russ Cox: Floating-Point Printing and Parsing Can Be
 *     Simple And Fast</a>
 */
final class DoubleRounding {
  private static final int MANTISSA_BITS = 52;
  private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;

  /** The exponent of the least subnormal double, negated. */
  private static final int LEAST_EXPONENT = 1074;

  private DoubleRounding() {}

  /** {@code digits * 10^exponent} as a double; {@code digits} is unsigned and not zero. */
  static double of(long digits, int exponent) {
    if (exponent < PowerOfTen.FIRST) {
      return 0.0;
    }
    if (exponent > PowerOfTen.LAST) {
      return Double.POSITIVE_INFINITY;
    }
    int shift = Long.numberOfLeadingZeros(digits);
    int powerBits = PowerOfTen.binaryExponent(exponent);
    int scale = 53 - (64 - shift) - powerBits;
    if (scale >= LEAST_EXPONENT + 56) {
      return 0.0;
    }
    scale = Math.min(scale, LEAST_EXPONENT);
    long scaled =
        unrounded(digits << shift, PowerOfTen.of(exponent), shift - scale - powerBits - 3);
    if (scaled >= (1L << 55) - 2) {
      scaled = (scaled >>> 1) | (scaled & 1);
      scale--;
    }
    if (scale <= -972) {
      return Double.POSITIVE_INFINITY;
    }
    long mantissa = (scaled + 1 + ((scaled >>> 2) & 1)) >>> 2;
    if ((mantissa & HIDDEN_BIT) != 0) {
      mantissa = (mantissa & ~HIDDEN_BIT) | ((long) (LEAST_EXPONENT + 1 - scale) << MANTISSA_BITS);
    }
    return Double.longBitsToDouble(mantissa);
  }

  /**
   * The product shifted right by {@code 64 + shift} bits, its last bit set when a bit that is
   * shifted out is. The power is taken from above, and what it is too large by is subtracted when
   * that could matter.
   */
  private static long unrounded(long digits, PowerOfTen power, int shift) {
    long powerHigh = power.high();
    int excess = power.low();
    if (excess != 0) {
      powerHigh++;
      excess = ~excess;
    }
    long high = Multiplication.unsignedHigh(digits, powerHigh);
    long rest = 1;
    if ((high & ((1L << shift) - 1)) == 0) {
      int middle = (int) ((digits * powerHigh) >>> 32);
      int subtracted =
          (int) (Multiplication.unsignedHigh(digits, (excess & 0xffff_ffffL) << 32) >>> 32);
      rest = Integer.compareUnsigned(middle - subtracted, 1) > 0 ? 1 : 0;
      if (Integer.compareUnsigned(middle, subtracted) < 0) {
        high--;
      }
    }
    return (high >>> shift) | rest;
  }
}
