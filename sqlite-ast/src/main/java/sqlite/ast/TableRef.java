package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * What stands in a FROM clause.
 *
 * @see <a href="https://sqlite.org/lang_select.html#fromclause">The FROM clause</a>
 */
public sealed interface TableRef {

  SourceSpan span();

  /** {@code [schema.]table [[AS] alias] [INDEXED BY index | NOT INDEXED]}. */
  record Named(QualifiedName name, @Nullable Name alias, @Nullable IndexHint hint, SourceSpan span)
      implements TableRef {

    /** The name by which columns refer to the table. */
    public Name exposedName() {
      return alias == null ? name.name() : alias;
    }
  }

  /** {@code [schema.]function(arguments) [[AS] alias]}. */
  record TableFunction(
      QualifiedName name, List<Expr> arguments, @Nullable Name alias, SourceSpan span)
      implements TableRef {
    public TableFunction {
      arguments = List.copyOf(arguments);
    }

    /** The name by which columns refer to the table. */
    public Name exposedName() {
      return alias == null ? name.name() : alias;
    }
  }

  /** {@code (query) [[AS] alias]}. */
  record Subquery(Select query, @Nullable Name alias, SourceSpan span) implements TableRef {}

  /** {@code (tables) [[AS] alias]}: a parenthesised FROM clause. */
  record Nested(TableRef inner, @Nullable Name alias, SourceSpan span) implements TableRef {}

  /**
   * {@code left JOIN right [ON ... | USING ...]}. Joins associate to the left; a join on the right
   * side stands in a {@link Nested}.
   */
  record Join(
      TableRef left,
      JoinOperator operator,
      TableRef right,
      @Nullable JoinConstraint constraint,
      SourceSpan span)
      implements TableRef {
    public Join {
      if (right instanceof Join) {
        throw new IllegalArgumentException("a join on the right must be nested");
      }
    }
  }
}
