package conductor.plan;

import conductor.api.SqlException;
import conductor.engine.Aggregate;
import conductor.engine.Finish;
import conductor.engine.GroupMerge;
import conductor.engine.ReadPlan;
import conductor.engine.RowLimit;
import conductor.engine.SortKey;
import conductor.eval.Computation;
import conductor.eval.Evaluator;
import conductor.eval.Input;
import conductor.eval.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.NullsOrder;
import sqlite.ast.OrderingTerm;
import sqlite.ast.Quantifier;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.SortDirection;
import sqlite.ast.walk.AggregateFunctions;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;
import sqlite.token.SourceSpan;
import sqlite.value.Collation;

/**
 * A query with groups over one table, spread over nodes.
 *
 * <pre>
 *   SELECT a, avg(b) FROM t WHERE w GROUP BY a HAVING count(*) > 1 ORDER BY 2 LIMIT l
 *   node:  SELECT a, (parts of avg(b)), count(*) FROM t WHERE w GROUP BY 1
 *   merge: groups with equal a become one; then HAVING, the columns, ORDER BY and LIMIT
 * </pre>
 *
 * A row is in one group on one node, and the parts of a group's aggregates add up to those of all
 * its rows. Nothing else is right before the groups are whole, so nothing else is done on a node. A
 * column that is neither a key nor within an aggregate has no one value and is refused.
 */
final class GroupQuery {
  private final QueryColumns columns;
  private final List<Expr> keys = new ArrayList<>();
  private final List<Expr.FunctionCall> calls = new ArrayList<>();
  private final List<AggregateParts> aggregates = new ArrayList<>();

  private GroupQuery(QueryColumns columns) {
    this.columns = columns;
  }

  /** Whether a query has groups. */
  static boolean isOne(SelectCore.Query core, List<OrderingTerm> orderBy) {
    boolean inOrder = orderBy.stream().anyMatch(term -> hasAggregate(term.expr()));
    return inOrder
        || !core.groupBy().isEmpty()
        || core.having() != null
        || core.columns().stream()
            .anyMatch(
                column ->
                    column instanceof ResultColumn.Expression expression
                        && hasAggregate(expression.expr()));
  }

  private static boolean hasAggregate(Expr expr) {
    return !TreeQuestions.aggregateCallsIn(expr).isEmpty();
  }

  static ReadPlan.Scattered plan(
      SelectCore.Query core, List<OrderingTerm> orderBy, QueryColumns columns, RowLimit limit) {
    return new GroupQuery(columns).plan(core, orderBy, limit);
  }

  private ReadPlan.Scattered plan(
      SelectCore.Query core, List<OrderingTerm> orderBy, RowLimit limit) {
    for (int i = 0; i < core.groupBy().size(); i++) {
      keys.add(columns.groupKey(core.groupBy().get(i), i + 1));
    }
    Expr having = core.having() == null ? null : columns.canonical(core.having());
    List<Expr> outputs = new ArrayList<>(columns.exprs());
    List<Integer> orderColumns = new ArrayList<>();
    for (int i = 0; i < orderBy.size(); i++) {
      orderColumns.add(output(orderBy.get(i), i + 1, outputs, core.quantifier()));
    }
    outputs.forEach(this::collect);
    if (having != null) {
      collect(having);
    }
    List<Computation> computations = outputs.stream().map(this::computation).toList();
    List<SortKey> order = new ArrayList<>();
    for (int i = 0; i < orderBy.size(); i++) {
      int column = orderColumns.get(i);
      order.add(sortKey(orderBy.get(i), column, computations.get(column)));
    }
    List<Collation> distinct = new ArrayList<>();
    if (core.quantifier() == Quantifier.DISTINCT) {
      for (int i = 0; i < columns.exprs().size(); i++) {
        distinct.add(computations.get(i).collation());
      }
    }
    GroupMerge exact =
        new GroupMerge(
            columns.names(),
            Templates.of(partial(core, AggregateParts::exact)),
            keys.stream().map(columns.scope()::collation).toList(),
            located(AggregateParts::exact),
            having == null ? null : computation(having),
            computations,
            new Finish(order, distinct, limit),
            null);
    return aggregates.stream().anyMatch(AggregateParts::guesses)
        ? exact.guessedBy(
            Templates.of(partial(core, AggregateParts::guess)), located(AggregateParts::guess))
        : exact;
  }

  /** The position among the outputs of what a term orders by. */
  private int output(OrderingTerm term, int position, List<Expr> outputs, Quantifier quantifier) {
    Expr key = columns.orderKey(term, position);
    int column = outputs.indexOf(key);
    if (column >= 0) {
      return column;
    }
    if (quantifier == Quantifier.DISTINCT) {
      throw SqlException.unsupported(
          "DISTINCT with ORDER BY something else over several nodes", term.span());
    }
    outputs.add(key);
    return outputs.size() - 1;
  }

  private static SortKey sortKey(OrderingTerm term, int column, Computation computation) {
    boolean descending = term.direction() == SortDirection.DESCENDING;
    boolean nullsFirst =
        term.nulls() == NullsOrder.UNSPECIFIED ? !descending : term.nulls() == NullsOrder.FIRST;
    return new SortKey(column, descending, nullsFirst, computation.collation());
  }

  /** Takes in the aggregates of an expression, except within what is a key. */
  private void collect(Expr expr) {
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr node) {
                if (keys.contains(node)) {
                  return false;
                }
                if (node instanceof Expr.FunctionCall call
                    && AggregateFunctions.isAggregateCall(call)) {
                  if (!calls.contains(call)) {
                    calls.add(call);
                    aggregates.add(AggregateParts.of(call, columns.scope()));
                  }
                  return false;
                }
                return true;
              }
            })
        .walk(expr);
  }

  /** An expression over the keys and aggregates of a group. */
  private Computation computation(Expr expr) {
    Scope group = this::input;
    return Evaluator.compile(expr, group).orElseThrow(() -> refusal(expr));
  }

  private @Nullable Input input(Expr expr) {
    int key = keys.indexOf(expr);
    if (key >= 0) {
      return new Input(
          key, columns.scope().affinity(expr).orElse(null), columns.scope().collation(expr));
    }
    if (expr instanceof Expr.FunctionCall call) {
      int aggregate = calls.indexOf(call);
      if (aggregate >= 0) {
        // A number has no collation, whatever COLLATE its argument is compared with.
        Collation collation =
            AggregateParts.isExtreme(call.name().folded())
                ? columns.scope().collation(call)
                : Collation.BINARY;
        return new Input(keys.size() + aggregate, null, collation);
      }
    }
    return null;
  }

  private SqlException refusal(Expr expr) {
    for (Expr.ColumnRef column : bareColumns(expr)) {
      if (columns.scope().find(column).isPresent()) {
        return SqlException.unsupported(
            "the column "
                + column.column().text()
                + " beside aggregates, neither in GROUP BY nor aggregated, over several nodes",
            column.span());
      }
    }
    return SqlException.unsupported("this expression over groups of several nodes", expr.span());
  }

  private List<Expr.ColumnRef> bareColumns(Expr expr) {
    List<Expr.ColumnRef> bare = new ArrayList<>();
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr node) {
                if (input(node) != null) {
                  return false;
                }
                if (node instanceof Expr.ColumnRef column) {
                  bare.add(column);
                }
                return true;
              }
            })
        .walk(expr);
    return bare;
  }

  /** The node's query: keys, keys of distinct arguments, parts. */
  private Select partial(
      SelectCore.Query core, Function<AggregateParts, AggregateParts.Variant> variant) {
    List<Expr> results = new ArrayList<>(keys);
    aggregates.forEach(aggregate -> results.addAll(aggregate.keys()));
    int groupKeys = results.size();
    aggregates.forEach(aggregate -> results.addAll(variant.apply(aggregate).parts()));
    List<ResultColumn> resultColumns = new ArrayList<>();
    for (Expr result : results) {
      resultColumns.add(ResultColumn.Expression.of(result, null));
    }
    if (resultColumns.isEmpty()) {
      throw SqlException.unsupported("HAVING without aggregates over several nodes", core.span());
    }
    List<Expr> groupBy = new ArrayList<>();
    for (int i = 0; i < groupKeys; i++) {
      groupBy.add(RowQuery.ordinal(i + 1));
    }
    return Select.of(
        new SelectCore.Query(
            Quantifier.UNSPECIFIED,
            resultColumns,
            columns.from(core.from()),
            core.where() == null ? null : columns.canonical(core.where()),
            groupBy,
            null,
            List.of(),
            SourceSpan.NONE));
  }

  /** The aggregates, told where their keys and parts stand in a node's row. */
  private List<Aggregate> located(Function<AggregateParts, AggregateParts.Variant> variant) {
    List<Aggregate> located = new ArrayList<>();
    int key = keys.size();
    int part = key;
    for (AggregateParts aggregate : aggregates) {
      part += aggregate.keys().size();
    }
    for (AggregateParts aggregate : aggregates) {
      located.add(variant.apply(aggregate).maker().at(key, part));
      key += aggregate.keys().size();
      part += variant.apply(aggregate).parts().size();
    }
    return located;
  }
}
