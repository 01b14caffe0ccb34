package sqlite.ast;

import sqlite.token.SourceSpan;

/** One rule of a foreign key; a later one for the same event replaces an earlier one. */
public sealed interface ReferenceRule {

  SourceSpan span();

  /** {@code ON event action}. */
  record On(ReferenceEvent event, ReferenceAction action, SourceSpan span)
      implements ReferenceRule {}

  /** {@code MATCH name}, read and ignored by SQLite. */
  record Match(Name name, SourceSpan span) implements ReferenceRule {}
}
