package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * UPDATE. ORDER BY and LIMIT need an SQLite built for them.
 *
 * @see <a href="https://sqlite.org/lang_update.html">UPDATE</a>
 */
public record Update(
    @Nullable With with,
    @Nullable ConflictAction orAction,
    QualifiedName table,
    @Nullable Name alias,
    @Nullable IndexHint hint,
    List<Assignment> assignments,
    @Nullable TableRef from,
    @Nullable Expr where,
    List<ResultColumn> returning,
    List<OrderingTerm> orderBy,
    @Nullable Limit limit,
    SourceSpan span)
    implements Statement {
  public Update {
    assignments = List.copyOf(assignments);
    returning = List.copyOf(returning);
    orderBy = List.copyOf(orderBy);
    if (assignments.isEmpty()) {
      throw new IllegalArgumentException("UPDATE without assignments");
    }
  }
}
