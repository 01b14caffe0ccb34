package sqlite.ast;

import java.util.List;
import sqlite.token.SourceSpan;

/** What follows the right table of a join. */
public sealed interface JoinConstraint {

  SourceSpan span();

  /** {@code ON condition}. */
  record On(Expr condition, SourceSpan span) implements JoinConstraint {}

  /** {@code USING (columns)}. */
  record Using(List<Name> columns, SourceSpan span) implements JoinConstraint {
    public Using {
      columns = List.copyOf(columns);
    }
  }
}
