package conductor.eval;

import sqlite.value.Affinity;
import sqlite.value.SqlValue;

/** Texts as SQLite's functions in C see them: UTF-8 that ends at the first NUL. */
final class Texts {
  private Texts() {}

  /** The whole text of a value that is not NULL. */
  static String of(SqlValue value) {
    return Affinity.TEXT.cast(value) instanceof SqlValue.Text text ? text.value() : "";
  }

  /** {@code text} up to its first NUL. */
  static String untilNul(String text) {
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** The bytes of a value as a text or blob; 0 for NULL. */
  static long byteLength(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> 0;
      case SqlValue.Blob blob -> blob.length();
      case SqlValue.Text text -> byteLength(text.value());
      case SqlValue.Int ignored -> of(value).length();
      case SqlValue.Real ignored -> of(value).length();
    };
  }

  /** The bytes of {@code text} in UTF-8. */
  static long byteLength(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        bytes++;
      } else {
        bytes += unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
      }
    }
    return bytes;
  }

  /** How many characters there are before the unit at {@code end}. */
  static int countCharacters(String text, int end) {
    int count = 0;
    for (int i = 0; i < end; i = next(text, i)) {
      count++;
    }
    return count;
  }

  /** The unit at which the character behind the one at {@code index} begins. */
  static int next(String text, int index) {
    boolean pair =
        Character.isHighSurrogate(text.charAt(index))
            && index + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(index + 1));
    return pair ? index + 2 : index + 1;
  }

  /** {@code text}, of which the ASCII letters are mapped to capitals or small ones. */
  static String withLetters(String text, boolean capital) {
    char first = capital ? 'a' : 'A';
    int shift = capital ? 'A' - 'a' : 'a' - 'A';
    StringBuilder mapped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean mappable = unit >= first && unit < first + 26;
      mapped.append(mappable ? (char) (unit + shift) : unit);
    }
    return mapped.toString();
  }
}
