package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * What an INDEXED clause asks for.
 *
 * @see <a href="https://sqlite.org/lang_indexedby.html">INDEXED BY</a>
 */
public sealed interface IndexHint {

  SourceSpan span();

  /** {@code INDEXED BY index}. */
  record IndexedBy(Name index, SourceSpan span) implements IndexHint {}

  /** {@code NOT INDEXED}. */
  record NotIndexed(SourceSpan span) implements IndexHint {}
}
