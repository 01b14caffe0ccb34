package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * DELETE. ORDER BY and LIMIT need an SQLite built for them.
 *
 * @see <a href="https://sqlite.org/lang_delete.html">DELETE</a>
 */
public record Delete(
    @Nullable With with,
    QualifiedName table,
    @Nullable Name alias,
    @Nullable IndexHint hint,
    @Nullable Expr where,
    List<ResultColumn> returning,
    List<OrderingTerm> orderBy,
    @Nullable Limit limit,
    SourceSpan span)
    implements Statement {
  public Delete {
    returning = List.copyOf(returning);
    orderBy = List.copyOf(orderBy);
  }
}
