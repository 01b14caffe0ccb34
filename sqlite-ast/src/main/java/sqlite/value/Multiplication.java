package sqlite.value;

/** Products of 64-bit integers that need more than 64 bits; WebAssembly has no such instruction. */
final class Multiplication {
  private static final long LOW_HALF = 0xffff_ffffL;

  private Multiplication() {}

  /** The upper 64 bits of the product of two unsigned integers. */
  static long unsignedHigh(long left, long right) {
    long leftLow = left & LOW_HALF;
    long leftHigh = left >>> 32;
    long rightLow = right & LOW_HALF;
    long rightHigh = right >>> 32;
    long crossed = leftHigh * rightLow + ((leftLow * rightLow) >>> 32);
    long middle = leftLow * rightHigh + (crossed & LOW_HALF);
    return leftHigh * rightHigh + (crossed >>> 32) + (middle >>> 32);
  }

  /** Whether the product of two signed integers is not a signed 64-bit integer. */
  static boolean overflows(long left, long right) {
    long signedHigh = unsignedHigh(left, right) - ((left >> 63) & right) - ((right >> 63) & left);
    return signedHigh != (left * right) >> 63;
  }
}
