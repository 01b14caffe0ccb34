package sqlite.value;

/**
 * A power of ten as a fraction of 96 bits: {@code 10^exponent} is about {@code (high + low / 2^32)
 * * 2^(binaryExponent(exponent) - 63)}.
 *
 * <p>SQLite's conversions depend on every one of these bits, so the powers are composed just as
 * SQLite composes them: a power of 10^27 from a table, times a smaller power.
 *
 * @param high the leading 64 bits, the first of them set
 * @param low the next 32 bits
 * @see <a href="https://sqlite.org/src/file/src/util.c">sqlite.org: src/util.c</a>
 */
record PowerOfTen(long high, int low) {
  static final int FIRST = -348;
  static final int LAST = 347;

  private static final int STEP = 27;

  /** The leading 64 bits of 10^(27 n), from n = -13. */
  private static final long[] SCALE_HIGH = {
    0x8049a4ac0c5811aeL, 0xcf42894a5dce35eaL, 0xa76c582338ed2621L, 0x873e4f75e2224e68L,
    0xda7f5bf590966848L, 0xb080392cc4349decL, 0x8e938662882af53eL, 0xe65829b3046b0afaL,
    0xba121a4650e4ddebL, 0x964e858c91ba2655L, 0xf2d56790ab41c2a2L, 0xc428d05aa4751e4cL,
    0x9e74d1b791e07e48L, 0x8000000000000000L, 0xcecb8f27f4200f3aL, 0xa70c3c40a64e6c51L,
    0x86f0ac99b4e8dafdL, 0xda01ee641a708de9L, 0xb01ae745b101e9e4L, 0x8e41ade9fbebc27dL,
    0xe5d3ef282a242e81L, 0xb9a74a0637ce2ee1L, 0x95f83d0a1fb69cd9L, 0xf24a01a73cf2dccfL,
    0xc3b8358109e84f07L, 0x9e19db92b4e31ba9L,
  };

  /** The 32 bits behind those, rounded to nearest. */
  private static final int[] SCALE_LOW = {
    0x205b896d, 0x52064cad, 0xaf2af2b8, 0x5a7744a7, 0xaf39a475, 0xbd8d794e, 0x547eb47b,
    0x0cb4a5a3, 0x92f34d62, 0x3a6a07f9, 0xfae27299, 0xaa97e14c, 0x775ea265, 0x00000000,
    0x00000000, 0x999090b6, 0x69a028bb, 0xe80e6f48, 0x5ec05dd0, 0x14588f14, 0x8f1668c9,
    0x6d953e2c, 0x4abdaf10, 0xbc633b39, 0x0a862f81, 0x6c07a2c2,
  };

  /** 10^0 to 10^26, exact: 5^26 has 61 bits, and the factors of two are in the exponent. */
  private static final long[] BASE = new long[STEP];

  static {
    long powerOfFive = 1;
    for (int i = 0; i < STEP; i++) {
      BASE[i] = powerOfFive << Long.numberOfLeadingZeros(powerOfFive);
      powerOfFive *= 5;
    }
  }

  /** {@code 10^exponent}, for an exponent from {@link #FIRST} to {@link #LAST}. */
  static PowerOfTen of(int exponent) {
    if (exponent >= 0 && exponent < STEP) {
      return new PowerOfTen(BASE[exponent], 0);
    }
    if (exponent == -1) {
      return new PowerOfTen(0xccccccccccccccccL, 0xcccccccc);
    }
    int group = Math.floorDiv(exponent, STEP);
    int rest = exponent - group * STEP;
    long scaleHigh = SCALE_HIGH[group + 13];
    int scaleLow = SCALE_LOW[group + 13];
    if (rest == 0) {
      return new PowerOfTen(scaleHigh, scaleLow);
    }
    return product(scaleHigh, scaleLow, BASE[rest]);
  }

  /** The leading 96 bits of a 96-bit and a 64-bit fraction's product, shifted to begin with a 1. */
  private static PowerOfTen product(long high, int low, long factor) {
    long carried = Multiplication.unsignedHigh((low & 0xffff_ffffL) << 32, factor);
    long middle = high * factor;
    long sum = middle + carried;
    long top = Multiplication.unsignedHigh(high, factor);
    if (Long.compareUnsigned(sum, middle) < 0) {
      top++;
    }
    int next = (int) (sum >>> 32);
    if (top < 0) {
      return new PowerOfTen(top, next);
    }
    return new PowerOfTen((top << 1) | (next >>> 31), (next << 1) | 1);
  }

  /** The exponent of the power of two at or below {@code 10^exponent}. */
  static int binaryExponent(int exponent) {
    return (exponent * 108_853) >> 15;
  }

  /** The exponent of the power of ten at or below {@code 2^exponent}. */
  static int decimalExponent(int exponent) {
    return (exponent * 78_913) >> 18;
  }
}
