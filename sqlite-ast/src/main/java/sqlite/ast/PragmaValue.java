package sqlite.ast;

import sqlite.token.SourceSpan;

/** The value given to a pragma. */
public sealed interface PragmaValue {

  SourceSpan span();

  /**
   * A number.
   *
   * @param text as written, a minus sign included and a plus sign not
   */
  record Numeric(String text, SourceSpan span) implements PragmaValue {}

  /** A word or a string; ON, DELETE and DEFAULT are words here. */
  record Word(Name word) implements PragmaValue {
    @Override
    public SourceSpan span() {
      return word.span();
    }
  }
}
