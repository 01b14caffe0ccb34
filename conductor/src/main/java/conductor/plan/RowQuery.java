package conductor.plan;

import conductor.api.SqlException;
import conductor.engine.Finish;
import conductor.engine.ReadPlan;
import conductor.engine.RowLimit;
import conductor.engine.RowMerge;
import conductor.engine.SortKey;
import java.util.ArrayList;
import java.util.List;
import sqlite.ast.Expr;
import sqlite.ast.Limit;
import sqlite.ast.NullsOrder;
import sqlite.ast.OrderingTerm;
import sqlite.ast.Quantifier;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.SortDirection;
import sqlite.token.SourceSpan;
import sqlite.value.Collation;

/**
 * A query without aggregates over one table, spread over nodes.
 *
 * <pre>
 *   SELECT a FROM t WHERE w ORDER BY b LIMIT l OFFSET o
 *   node:  SELECT a, b, rowid FROM t WHERE w ORDER BY 2, 3 LIMIT l + o
 *   merge: by b, then rowid; LIMIT l OFFSET o; a
 * </pre>
 *
 * Each row is on one node, and the first {@code l + o} rows of all are among the first {@code l +
 * o} of each. Where the user's order leaves rows equal, or there is none, they come in the order of
 * their primary key, as from one SQLite that reads the table from end to end.
 *
 * <p>With DISTINCT the order is by result columns only, and each node's rows are distinct: equal
 * rows of two nodes are both among those that the nodes give, or neither is needed.
 */
final class RowQuery {
  private final QueryColumns columns;
  private final List<Expr> projected;
  private final List<SortKey> order = new ArrayList<>();
  private final List<OrderingTerm> terms = new ArrayList<>();

  private RowQuery(QueryColumns columns) {
    this.columns = columns;
    this.projected = new ArrayList<>(columns.exprs());
  }

  static ReadPlan.Scattered plan(
      SelectCore.Query core,
      List<OrderingTerm> orderBy,
      QueryColumns columns,
      RowLimit limit,
      Expr.Parameter rowsWanted) {
    RowQuery query = new RowQuery(columns);
    boolean distinct = core.quantifier() == Quantifier.DISTINCT;
    for (int i = 0; i < orderBy.size(); i++) {
      OrderingTerm term = orderBy.get(i);
      query.orderBy(columns.orderKey(term, i + 1), term, distinct);
    }
    if (!distinct) {
      query.orderByKey();
    }
    Select partial = query.partial(core, rowsWanted);
    List<Collation> distinctBy =
        distinct ? columns.exprs().stream().map(columns.scope()::collation).toList() : List.of();
    return new RowMerge(
        columns.names(),
        Templates.of(partial),
        new Finish(query.order, distinctBy, limit),
        orderBy.isEmpty());
  }

  private void orderBy(Expr key, OrderingTerm term, boolean distinct) {
    int column = projected.indexOf(key);
    if (column < 0) {
      if (distinct) {
        throw SqlException.unsupported(
            "DISTINCT with ORDER BY something else over several nodes", term.span());
      }
      column = projected.size();
      projected.add(key);
    }
    boolean descending = term.direction() == SortDirection.DESCENDING;
    boolean nullsFirst =
        term.nulls() == NullsOrder.UNSPECIFIED ? !descending : term.nulls() == NullsOrder.FIRST;
    order.add(new SortKey(column, descending, nullsFirst, columns.scope().collation(key)));
    terms.add(
        new OrderingTerm(ordinal(column + 1), term.direction(), term.nulls(), SourceSpan.NONE));
  }

  /** Orders by what SQLite stores a table by. */
  private void orderByKey() {
    columns.scope().storageOrder().forEach(column -> orderBy(column.expr()));
  }

  private void orderBy(Expr column) {
    int position = projected.indexOf(column);
    boolean known = position >= 0 && order.stream().anyMatch(key -> key.column() == position);
    if (!known) {
      orderBy(column, OrderingTerm.of(column), false);
    }
  }

  private Select partial(SelectCore.Query core, Expr.Parameter rowsWanted) {
    List<ResultColumn> results = new ArrayList<>();
    for (Expr expr : projected) {
      results.add(ResultColumn.Expression.of(expr, null));
    }
    SelectCore.Query partial =
        new SelectCore.Query(
            core.quantifier(),
            results,
            columns.from(core.from()),
            core.where() == null ? null : columns.canonical(core.where()),
            List.of(),
            null,
            List.of(),
            SourceSpan.NONE);
    Limit limit = new Limit(rowsWanted, null, false, SourceSpan.NONE);
    return new Select(null, partial, List.of(), terms, limit, SourceSpan.NONE);
  }

  static Expr ordinal(int column) {
    return new Expr.IntegerLiteral(Integer.toString(column), SourceSpan.NONE);
  }
}
