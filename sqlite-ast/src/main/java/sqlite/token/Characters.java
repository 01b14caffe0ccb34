package sqlite.token;

/** The classes of characters that SQLite's tokenizer knows. All of ASCII only, as there. */
public final class Characters {

  private Characters() {}

  /** True for letters, digits, {@code _}, {@code $} and everything outside ASCII. */
  public static boolean isIdentifierPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }

  /** True for what may begin a bare identifier. */
  public static boolean isIdentifierStart(char c) {
    return isLetter(c) || c == '_' || c >= 0x80;
  }

  /** True for a decimal digit. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** True for a hexadecimal digit. */
  public static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** True for a blank; a vertical tab is one only after another blank, see the tokenizer. */
  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
