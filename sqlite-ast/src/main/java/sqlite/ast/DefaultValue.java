package sqlite.ast;

import sqlite.token.SourceSpan;

/** What follows DEFAULT. */
public sealed interface DefaultValue {

  SourceSpan span();

  /** {@code (expr)}. */
  record Parenthesized(Expr expr, SourceSpan span) implements DefaultValue {}

  /** A literal, perhaps with one sign before it as a {@link Expr.Unary}. */
  record Literal(Expr literal, SourceSpan span) implements DefaultValue {}

  /** A bare or quoted word: TRUE, FALSE, or else a string. */
  record Word(Name word) implements DefaultValue {
    @Override
    public SourceSpan span() {
      return word.span();
    }
  }
}
