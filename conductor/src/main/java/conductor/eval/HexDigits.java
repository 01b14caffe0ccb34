package conductor.eval;

/** Hexadecimal digits of ASCII. */
final class HexDigits {
  private static final String CAPITALS = "0123456789ABCDEF";

  private HexDigits() {}

  /** The value of a digit in either case, -1 for any other character. */
  static int valueOf(char digit) {
    if (digit >= '0' && digit <= '9') {
      return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
      return digit - 'a' + 10;
    }
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
  }

  static void append(StringBuilder text, byte[] bytes) {
    for (byte each : bytes) {
      text.append(CAPITALS.charAt(each >> 4 & 0xf)).append(CAPITALS.charAt(each & 0xf));
    }
  }
}
