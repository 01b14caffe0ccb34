package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/** What an upsert does with a conflicting row. */
public sealed interface UpsertAction {

  /** {@code DO NOTHING}. */
  record Nothing(SourceSpan span) implements UpsertAction {}

  /** {@code DO UPDATE SET assignments [WHERE where]}. */
  record Update(List<Assignment> assignments, @Nullable Expr where, SourceSpan span)
      implements UpsertAction {
    public Update {
      assignments = List.copyOf(assignments);
    }
  }
}
