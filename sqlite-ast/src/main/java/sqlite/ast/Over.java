package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * What follows OVER.
 *
 * @see <a href="https://sqlite.org/windowfunctions.html">Window functions</a>
 */
public sealed interface Over {

  SourceSpan span();

  /** {@code OVER name}. */
  record Named(Name name, SourceSpan span) implements Over {}

  /** {@code OVER (window)}. */
  record Inline(WindowSpec window, SourceSpan span) implements Over {}
}
