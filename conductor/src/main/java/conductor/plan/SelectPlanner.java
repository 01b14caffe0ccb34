package conductor.plan;

import conductor.analysis.LocalJoin;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.Gather;
import conductor.engine.Later;
import conductor.engine.ReadPlan;
import conductor.engine.RowLimit;
import conductor.engine.SqlTemplate;
import conductor.engine.Targets;
import conductor.eval.Computation;
import conductor.eval.Evaluator;
import conductor.eval.Scope;
import conductor.semantics.Catalog;
import conductor.semantics.RowScope;
import conductor.semantics.TableScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Limit;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;
import storage.api.StorageLimits;

/**
 * Plans a SELECT, in tiers: on one node as it is, when that node holds all that is read; else over
 * several nodes, when it is of a shape that can be put together again; else in the conductor, over
 * the rows that it may need.
 */
final class SelectPlanner {
  private final Catalog catalog;
  private final String sql;
  private final OwnParameters own;

  SelectPlanner(Catalog catalog, String sql, OwnParameters own) {
    this.catalog = catalog;
    this.sql = sql;
    this.own = own;
  }

  ReadPlan plan(Select written) {
    // One statement has one clock, also when several databases run parts of it.
    Select select = own.replaceIn(written) instanceof Select replaced ? replaced : written;
    ViewReads views = ViewReads.of(select, catalog);
    if (views.readSchema() || SchemaTable.needsWholeSchema(select)) {
      return gathered(select, views, true);
    }
    if (hasManyParts(select)) {
      return gathered(select, views, SchemaTable.isIn(select));
    }
    if (views.anyTemporary()) {
      // No node has it.
      return gathered(select, views, SchemaTable.isIn(select));
    }
    return ofTables(select, views);
  }

  /** Whether a compound SELECT has more parts than a node takes, one that is added included. */
  private static boolean hasManyParts(Select select) {
    boolean[] many = {false};
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Select query) {
                many[0] |= query.rest().size() + 2 > StorageLimits.COMPOUND_PARTS;
                return true;
              }
            })
        .walk(select);
    return many[0];
  }

  private ReadPlan ofTables(Select select, ViewReads views) {
    TableReads reads = TableReads.of(SchemaTable.without(select), catalog);
    if (catalog.nodeCount() == 1) {
      return whole(select, views, new Targets.Any("Unsharded"), onlyOneNode());
    }
    if (reads.tables() == 0) {
      return whole(select, views, new Targets.Any("Any"), onlyOneNode());
    }
    if (SchemaTable.isIn(select)) {
      return gathered(select, views, true);
    }
    Later<ReadPlan.Scattered> scattered = new Later<>(() -> scattered(select, views));
    if (reads.unbounded() == null) {
      return whole(select, views, new Targets.ByKey(reads.lookups()), scattered);
    }
    // It is needed, so that what is wrong with it is wrong with the plan.
    scattered.get();
    return whole(select, views, new Targets.All(), scattered);
  }

  private ReadPlan whole(
      Select select, ViewReads views, Targets targets, Later<ReadPlan.Scattered> scattered) {
    Later<ReadPlan> beyondPlatform =
        new Later<>(() -> gathered(select, views, SchemaTable.isIn(select)));
    return new ReadPlan(targets, printed(SchemaTable.filtered(select)), scattered, beyondPlatform);
  }

  /** The query as one SQLite runs it that holds all that it reads. */
  private SqlTemplate printed(Select select) {
    Select typed = CompoundTypes.kept(select, catalog);
    return Templates.of(ResultNames.kept(typed, sql));
  }

  private static Later<ReadPlan.Scattered> onlyOneNode() {
    SqlException never = new SqlException(ErrorCode.INTERNAL, "one node was to answer");
    return new Later<>(() -> new ReadPlan.Refused(never));
  }

  /** A query that no node can answer, however many rows it needs. */
  private ReadPlan gathered(Select select, ViewReads views, boolean wholeSchema) {
    Select run = wholeSchema ? select : IndexHints.removed(select);
    Gather gather = GatherPlanner.plan(catalog, select, views, wholeSchema, printed(run));
    Targets targets = gather.inputs().isEmpty() ? new Targets.Any("Any") : new Targets.All();
    return new ReadPlan(targets, null, new Later<>(() -> gather), null);
  }

  private ReadPlan.Scattered scattered(Select select, ViewReads views) {
    if (views.isEmpty()) {
      try {
        return merge(select);
      } catch (SqlException refused) {
        if (refused.code() != ErrorCode.UNSUPPORTED) {
          throw refused;
        }
      }
    }
    return GatherPlanner.plan(catalog, select, views, false, printed(IndexHints.removed(select)));
  }

  private ReadPlan.Scattered merge(Select select) {
    if (select.with() != null) {
      throw SqlException.unsupported("WITH over several nodes", select.with().span());
    }
    if (select.isCompound()) {
      throw SqlException.unsupported(
          "a compound SELECT over several nodes", select.rest().get(0).core().span());
    }
    if (!(select.first() instanceof SelectCore.Query core)) {
      throw SqlException.unsupported("VALUES over several nodes", select.span());
    }
    checkParts(select, core);
    RowScope scope = scope(core);
    QueryColumns columns = QueryColumns.of(core, scope, sql);
    RowLimit limit = limit(select.limit());
    if (GroupQuery.isOne(core, select.orderBy())) {
      return GroupQuery.plan(core, select.orderBy(), columns, limit);
    }
    return RowQuery.plan(core, select.orderBy(), columns, limit, own.next());
  }

  /** The rows that each node has of its own. */
  private RowScope scope(SelectCore.Query core) {
    TableRef from = core.from();
    if (from instanceof TableRef.Named table) {
      return new TableScope(catalog.table(table.name()), table.exposedName());
    }
    Optional<RowScope> join = LocalJoin.of(core, catalog);
    if (join.isPresent()) {
      return join.get();
    }
    String what =
        switch (from) {
          case null -> "a subquery";
          case TableRef.Join ignored -> "a join of rows of different nodes";
          case TableRef.Nested ignored -> "a parenthesized join";
          case TableRef.Subquery ignored -> "a subquery in FROM";
          case TableRef.TableFunction ignored -> "a table-valued function";
          case TableRef.Named ignored -> "a table";
        };
    throw SqlException.unsupported(
        what + " over several nodes", from == null ? core.span() : from.span());
  }

  private static void checkParts(Select select, SelectCore.Query core) {
    if (!core.windows().isEmpty()) {
      throw SqlException.unsupported("a window over several nodes", core.span());
    }
    for (Expr expr : TreeQuestions.expressionsOf(select, false)) {
      if (expr instanceof Expr.FunctionCall call && call.over() != null) {
        throw SqlException.unsupported("a window function over several nodes", call.span());
      }
      if (expr instanceof Expr.ScalarSubquery
          || expr instanceof Expr.Exists
          || expr instanceof Expr.InSubquery
          || expr instanceof Expr.InTable) {
        throw SqlException.unsupported("a subquery over several nodes", expr.span());
      }
    }
  }

  private static RowLimit limit(@Nullable Limit limit) {
    if (limit == null) {
      return RowLimit.NONE;
    }
    return new RowLimit(constant(limit.limit()), constant(limit.offset()));
  }

  private static @Nullable Computation constant(@Nullable Expr expr) {
    if (expr == null) {
      return null;
    }
    Optional<Computation> computation = Evaluator.compile(expr, Scope.CONSTANT);
    return computation.orElseThrow(
        () -> SqlException.unsupported("such a LIMIT over several nodes", expr.span()));
  }

  /** The error for a table that a write reads and that is not on the same node. */
  static SqlException readElsewhere(QualifiedName table) {
    return SqlException.unsupported(
        "reading " + table.name().text() + " in a write over several nodes", table.span());
  }
}
