package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * A constraint of a whole table. The first component is the name given by CONSTRAINT.
 *
 * @see <a href="https://sqlite.org/syntax/table-constraint.html">table-constraint</a>
 */
public sealed interface TableConstraint {

  SourceSpan span();

  /** {@code PRIMARY KEY (columns [AUTOINCREMENT]) [ON CONFLICT ...]}. */
  record PrimaryKey(
      @Nullable Name name,
      List<OrderingTerm> columns,
      boolean autoincrement,
      @Nullable ConflictAction onConflict,
      SourceSpan span)
      implements TableConstraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }
  }

  /** {@code UNIQUE (columns) [ON CONFLICT ...]}. */
  record Unique(
      @Nullable Name name,
      List<OrderingTerm> columns,
      @Nullable ConflictAction onConflict,
      SourceSpan span)
      implements TableConstraint {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /** {@code CHECK (condition) [ON CONFLICT ...]}; SQLite ignores the conflict clause. */
  record Check(
      @Nullable Name name, Expr condition, @Nullable ConflictAction onConflict, SourceSpan span)
      implements TableConstraint {}

  /** {@code FOREIGN KEY (columns) REFERENCES ...}. */
  record ForeignKey(
      @Nullable Name name, List<Name> columns, ForeignKeyClause clause, SourceSpan span)
      implements TableConstraint {
    public ForeignKey {
      columns = List.copyOf(columns);
    }
  }

  /** {@code CONSTRAINT name} with nothing after it, which SQLite allows and ignores. */
  record NameOnly(Name name, SourceSpan span) implements TableConstraint {}
}
