package sqlite.value;

import java.util.Optional;

/**
 * SQLite's built-in collating sequences. They order the UTF-8 bytes of two texts, which is the
 * order of their code points and not that of their UTF-16 units.
 *
 * @see <a href="https://sqlite.org/datatype3.html#collating_sequences">sqlite.org: Collating
 *     Sequences</a>
 */
public enum Collation {
  /** Byte by byte. */
  BINARY {
    @Override
    public int compare(String left, String right) {
      return compareCodePoints(left, left.length(), right, right.length());
    }

    @Override
    public String canonical(String text) {
      return text;
    }
  },

  /** The 26 capital letters of ASCII are their small ones. */
  NOCASE {
    @Override
    public int compare(String left, String right) {
      String leftCanonical = canonical(left);
      String rightCanonical = canonical(right);
      return compareCodePoints(
          leftCanonical, leftCanonical.length(), rightCanonical, rightCanonical.length());
    }

    // SQLite stops at a NUL that both texts have in the same place and then compares only their
    // lengths in bytes; so what follows a NUL is replaced by as many NULs as it has bytes.
    @Override
    public String canonical(String text) {
      int end = text.indexOf('\0');
      int length = end < 0 ? text.length() : end;
      int firstCapital = 0;
      while (firstCapital < length && !isCapital(text.charAt(firstCapital))) {
        firstCapital++;
      }
      if (end < 0 && firstCapital == length) {
        return text;
      }
      StringBuilder folded = new StringBuilder(text.length());
      folded.append(text, 0, firstCapital);
      for (int i = firstCapital; i < length; i++) {
        char character = text.charAt(i);
        folded.append(isCapital(character) ? (char) (character + ('a' - 'A')) : character);
      }
      for (int i = length; i < text.length(); i++) {
        appendNuls(folded, utf8Length(text, i));
      }
      return folded.toString();
    }
  },

  /** Like {@link #BINARY}, without the spaces at the end. */
  RTRIM {
    @Override
    public int compare(String left, String right) {
      return compareCodePoints(left, trimmedLength(left), right, trimmedLength(right));
    }

    @Override
    public String canonical(String text) {
      return text.substring(0, trimmedLength(text));
    }
  };

  /** Negative, zero or positive as {@code left} comes before, with or after {@code right}. */
  public abstract int compare(String left, String right);

  /** One text for all that compare equal: equal texts, and only those, have it in common. */
  public abstract String canonical(String text);

  /** The collation called {@code name}, in letters of any case; empty if SQLite has no such one. */
  public static Optional<Collation> ofName(String name) {
    for (Collation collation : values()) {
      if (NOCASE.compare(collation.name(), name) == 0) {
        return Optional.of(collation);
      }
    }
    return Optional.empty();
  }

  private static int compareCodePoints(String left, int leftEnd, String right, int rightEnd) {
    int common = Math.min(leftEnd, rightEnd);
    for (int i = 0; i < common; i++) {
      char ofLeft = left.charAt(i);
      char ofRight = right.charAt(i);
      if (ofLeft != ofRight) {
        return codePointRank(ofLeft) - codePointRank(ofRight);
      }
    }
    return leftEnd - rightEnd;
  }

  /** Puts surrogates, which stand for the code points from U+10000 on, above all other units. */
  private static int codePointRank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }

  private static boolean isCapital(char character) {
    return character >= 'A' && character <= 'Z';
  }

  /** The bytes of the unit at {@code index}; the two of a surrogate pair have two each. */
  private static int utf8Length(String text, int index) {
    char unit = text.charAt(index);
    if (unit < 0x80) {
      return 1;
    }
    return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
  }

  private static void appendNuls(StringBuilder text, int count) {
    for (int i = 0; i < count; i++) {
      text.append('\0');
    }
  }

  private static int trimmedLength(String text) {
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == ' ') {
      length--;
    }
    return length;
  }
}
