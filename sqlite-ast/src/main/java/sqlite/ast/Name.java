package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * An identifier: the characters without their quotes, in the case in which they were written.
 *
 * <p>Two names are equal when their characters are, and when both or neither may be a string
 * literal in disguise ({@link #mayBeString()}); the other quote styles mean the same. For SQLite's
 * own comparison, which ignores the case of ASCII letters, use {@link #sameAs(Name)}.
 *
 * @param text the characters, quotes removed and doubled quotes undone
 * @param quote how the name was written
 * @param span where it was written
 * @see <a href="https://sqlite.org/quirks.html#dblquote">Double-quoted string literals</a>
 */
public record Name(String text, QuoteStyle quote, SourceSpan span) {

  /** A name that was not parsed. */
  public static Name of(String text) {
    return new Name(text, QuoteStyle.NONE, SourceSpan.NONE);
  }

  /** True for a double-quoted word, which SQLite takes for a string if no column matches it. */
  public boolean mayBeString() {
    return quote == QuoteStyle.DOUBLE;
  }

  /** SQLite's comparison of identifiers: ASCII letters match in either case. */
  public boolean sameAs(Name other) {
    return sameAs(other.text);
  }

  /** SQLite's comparison of identifiers: ASCII letters match in either case. */
  public boolean sameAs(String other) {
    int length = text.length();
    if (length != other.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (foldCase(text.charAt(i)) != foldCase(other.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text with ASCII letters in lower case: a map key that agrees with {@link #sameAs}. */
  public String folded() {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (foldCase(text.charAt(i)) != text.charAt(i)) {
        StringBuilder folded = new StringBuilder(length);
        for (int j = 0; j < length; j++) {
          folded.append(foldCase(text.charAt(j)));
        }
        return folded.toString();
      }
    }
    return text;
  }

  private static char foldCase(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name
        && text.equals(name.text)
        && mayBeString() == name.mayBeString();
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
