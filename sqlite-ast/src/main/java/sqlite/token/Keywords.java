package sqlite.token;

import org.jspecify.annotations.Nullable;

/**
 * Finds the keyword that a word spells, in either case, without making a string.
 *
 * @see <a href="https://sqlite.org/lang_keywords.html">SQLite keywords</a>
 */
public final class Keywords {

  /** Four times the number of keywords, so that most words are settled by one comparison. */
  private static final int TABLE_SIZE = 1024;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 17;

  private static final @Nullable TokenType[] TABLE = buildTable();

  private Keywords() {}

  /**
   * The keyword in {@code source} from {@code start} to {@code end}, or {@link
   * TokenType#IDENTIFIER}.
   */
  public static TokenType find(CharSequence source, int start, int end) {
    int length = end - start;
    if (length < SHORTEST || length > LONGEST) {
      return TokenType.IDENTIFIER;
    }
    int slot = hash(source, start, length);
    while (true) {
      TokenType candidate = TABLE[slot];
      if (candidate == null) {
        return TokenType.IDENTIFIER;
      }
      if (spells(candidate.name(), source, start, length)) {
        return candidate;
      }
      slot = (slot + 1) & (TABLE_SIZE - 1);
    }
  }

  /** True when the whole of {@code word} is a keyword. */
  public static boolean isKeyword(String word) {
    return find(word, 0, word.length()) != TokenType.IDENTIFIER;
  }

  private static boolean spells(String keyword, CharSequence source, int start, int length) {
    if (keyword.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (upper(source.charAt(start + i)) != keyword.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(CharSequence source, int start, int length) {
    int first = upper(source.charAt(start));
    int second = upper(source.charAt(start + 1));
    int last = upper(source.charAt(start + length - 1));
    return (first * 37 + second * 311 + last * 7 + length * 101) & (TABLE_SIZE - 1);
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
  }

  private static @Nullable TokenType[] buildTable() {
    @Nullable TokenType[] table = new @Nullable TokenType[TABLE_SIZE];
    for (TokenType type : TokenType.values()) {
      if (type.isKeyword()) {
        int slot = hash(type.name(), 0, type.name().length());
        while (table[slot] != null) {
          slot = (slot + 1) & (TABLE_SIZE - 1);
        }
        table[slot] = type;
      }
    }
    return table;
  }
}
