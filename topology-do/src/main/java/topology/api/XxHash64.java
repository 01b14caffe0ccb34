package topology.api;

/**
 * The hash function xxHash64 with the seed 0.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash: the
 *     specification</a>
 */
final class XxHash64 {
  private static final long PRIME_1 = 0x9e3779b185ebca87L;
  private static final long PRIME_2 = 0xc2b2ae3d27d4eb4fL;
  private static final long PRIME_3 = 0x165667b19e3779f9L;
  private static final long PRIME_4 = 0x85ebca77c2b2ae63L;
  private static final long PRIME_5 = 0x27d4eb2f165667c5L;

  /** The sum of the first two primes, modulo 2^64. */
  private static final long FIRST_LANE = 0x60ea27eeadc0b5d6L;

  /** Four lanes of eight bytes. */
  private static final int STRIPE = 32;

  private XxHash64() {}

  /** The hash of the first {@code length} bytes. */
  static long hash(byte[] bytes, int length) {
    int position = length / STRIPE * STRIPE;
    long hash = (length < STRIPE ? PRIME_5 : stripes(bytes, position)) + length;
    for (; position + 8 <= length; position += 8) {
      hash ^= round(0, longAt(bytes, position));
      hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
    }
    if (position + 4 <= length) {
      hash ^= (intAt(bytes, position) & 0xffff_ffffL) * PRIME_1;
      hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
      position += 4;
    }
    for (; position < length; position++) {
      hash ^= (bytes[position] & 0xff) * PRIME_5;
      hash = Long.rotateLeft(hash, 11) * PRIME_1;
    }
    return avalanche(hash);
  }

  /** The four lanes over all whole stripes, which end at {@code end}, made one. */
  private static long stripes(byte[] bytes, int end) {
    long first = FIRST_LANE;
    long second = PRIME_2;
    long third = 0;
    long fourth = -PRIME_1;
    for (int i = 0; i < end; i += STRIPE) {
      first = round(first, longAt(bytes, i));
      second = round(second, longAt(bytes, i + 8));
      third = round(third, longAt(bytes, i + 16));
      fourth = round(fourth, longAt(bytes, i + 24));
    }
    long hash =
        Long.rotateLeft(first, 1)
            + Long.rotateLeft(second, 7)
            + Long.rotateLeft(third, 12)
            + Long.rotateLeft(fourth, 18);
    hash = merge(hash, first);
    hash = merge(hash, second);
    hash = merge(hash, third);
    return merge(hash, fourth);
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * PRIME_2;
    mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
    return mixed ^ (mixed >>> 32);
  }

  private static long longAt(byte[] bytes, int index) {
    return (intAt(bytes, index) & 0xffff_ffffL) | ((long) intAt(bytes, index + 4) << 32);
  }

  private static int intAt(byte[] bytes, int index) {
    return (bytes[index] & 0xff)
        | (bytes[index + 1] & 0xff) << 8
        | (bytes[index + 2] & 0xff) << 16
        | (bytes[index + 3] & 0xff) << 24;
  }
}
