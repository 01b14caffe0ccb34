package sqlite.ast;

import sqlite.token.SourceSpan;

/** Where the rows of an INSERT come from. */
public sealed interface InsertSource {

  SourceSpan span();

  /** A VALUES clause or another query. */
  record Rows(Select query) implements InsertSource {
    @Override
    public SourceSpan span() {
      return query.span();
    }
  }

  /** {@code DEFAULT VALUES}. */
  record DefaultValues(SourceSpan span) implements InsertSource {}
}
