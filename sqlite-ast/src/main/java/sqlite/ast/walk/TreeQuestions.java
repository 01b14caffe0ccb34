package sqlite.ast.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sqlite.ast.AlterTable;
import sqlite.ast.CommonTable;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateTableAs;
import sqlite.ast.CreateTrigger;
import sqlite.ast.CreateView;
import sqlite.ast.CreateVirtualTable;
import sqlite.ast.Delete;
import sqlite.ast.Drop;
import sqlite.ast.Explain;
import sqlite.ast.Expr;
import sqlite.ast.Insert;
import sqlite.ast.InsertSource;
import sqlite.ast.Maintenance;
import sqlite.ast.Pragma;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.Transaction;
import sqlite.ast.Update;
import sqlite.ast.With;

/** The questions that are asked of trees again and again. */
public final class TreeQuestions {

  private TreeQuestions() {}

  /** The parameters of a statement in the order of the text, each as often as it stands there. */
  public static List<Expr.Parameter> parametersOf(Statement statement) {
    List<Expr.Parameter> parameters = new ArrayList<>();
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr expr) {
                if (expr instanceof Expr.Parameter parameter) {
                  parameters.add(parameter);
                }
                return true;
              }
            })
        .walk(statement);
    return parameters;
  }

  /**
   * All expressions of a statement, outer before inner. Without subqueries these are the ones of
   * the statement's own query, or of the query that an INSERT takes its rows from, and of the other
   * clauses.
   */
  public static List<Expr> expressionsOf(Statement statement, boolean inSubqueries) {
    List<Expr> expressions = new ArrayList<>();
    Select own = ownQuery(statement);
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr expr) {
                expressions.add(expr);
                return true;
              }

              @Override
              // The very node is meant, not a subquery that happens to be equal to it.
              @SuppressWarnings("ReferenceEquality")
              public boolean enter(Select select) {
                return inSubqueries || select == own;
              }
            })
        .walk(statement);
    return expressions;
  }

  private static @Nullable Select ownQuery(Statement statement) {
    if (statement instanceof Insert insert && insert.source() instanceof InsertSource.Rows rows) {
      return rows.query();
    }
    return statement instanceof Select select ? select : null;
  }

  /** True if a query stands anywhere in the expression; {@code IN table} is one. */
  public static boolean containsSubquery(Expr expr) {
    return contains(
        expr,
        e ->
            e instanceof Expr.ScalarSubquery
                || e instanceof Expr.Exists
                || e instanceof Expr.InSubquery
                || e instanceof Expr.InTable);
  }

  /** True if {@code test} holds for the expression or one in it, subqueries excluded. */
  public static boolean contains(Expr expr, Predicate<Expr> test) {
    return !find(expr, test, e -> true).isEmpty();
  }

  /**
   * The calls of aggregate functions that belong to the query in which the expression stands:
   * neither window functions nor those in subqueries nor those within another aggregate.
   */
  public static List<Expr.FunctionCall> aggregateCallsIn(Expr expr) {
    List<Expr.FunctionCall> calls = new ArrayList<>();
    for (Expr found : find(expr, TreeQuestions::isAggregate, e -> !isAggregate(e))) {
      if (found instanceof Expr.FunctionCall call) {
        calls.add(call);
      }
    }
    return calls;
  }

  private static boolean isAggregate(Expr expr) {
    return expr instanceof Expr.FunctionCall call && AggregateFunctions.isAggregateCall(call);
  }

  private static List<Expr> find(Expr expr, Predicate<Expr> test, Predicate<Expr> descend) {
    List<Expr> found = new ArrayList<>();
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr candidate) {
                if (test.test(candidate)) {
                  found.add(candidate);
                }
                return descend.test(candidate);
              }

              @Override
              public boolean enter(Select select) {
                return false;
              }
            })
        .walk(expr);
    return found;
  }

  /**
   * The tables and views that a statement reads by name, in the order of the text, repeated as
   * there. Common tables are left out where they are in scope, and so is the target of an INSERT,
   * UPDATE or DELETE.
   */
  public static List<QualifiedName> tablesRead(Statement statement) {
    TableCollector collector = new TableCollector();
    new TreeWalker(collector).walk(statement);
    return collector.tables;
  }

  /**
   * The tables and views that a statement inserts into, updates or deletes from, as they are named:
   * one at most, but in a CREATE TRIGGER one for each such statement of its body.
   */
  public static List<QualifiedName> tablesWritten(Statement statement) {
    List<QualifiedName> tables = new ArrayList<>();
    addTablesWritten(statement, tables);
    return tables;
  }

  private static void addTablesWritten(Statement statement, List<QualifiedName> tables) {
    switch (statement) {
      case Insert s -> tables.add(s.table());
      case Update s -> tables.add(s.table());
      case Delete s -> tables.add(s.table());
      case CreateTrigger s -> s.body().forEach(step -> addTablesWritten(step, tables));
      case Explain s -> addTablesWritten(s.statement(), tables);
      case Select s -> {}
      case CreateTable s -> {}
      case CreateTableAs s -> {}
      case CreateIndex s -> {}
      case CreateView s -> {}
      case CreateVirtualTable s -> {}
      case Drop s -> {}
      case AlterTable s -> {}
      case Pragma s -> {}
      case Transaction s -> {}
      case Maintenance s -> {}
    }
  }

  /** The columns that a statement's expressions name, in the order of the text, subqueries too. */
  public static List<Expr.ColumnRef> columnsOf(Statement statement) {
    List<Expr.ColumnRef> columns = new ArrayList<>();
    for (Expr expr : expressionsOf(statement, true)) {
      if (expr instanceof Expr.ColumnRef column) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** The queries of a statement in the order of the text, outer before inner, itself included. */
  public static List<Select> queriesOf(Statement statement) {
    List<Select> queries = new ArrayList<>();
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Select select) {
                queries.add(select);
                return true;
              }
            })
        .walk(statement);
    return queries;
  }

  private static final class TableCollector implements TreeVisitor {
    final List<QualifiedName> tables = new ArrayList<>();
    private final Map<String, Integer> commonTables = new HashMap<>();

    @Override
    public void enter(With with) {
      count(with, 1);
    }

    @Override
    public void leave(Select select) {
      if (select.with() != null) {
        count(select.with(), -1);
      }
    }

    private void count(With with, int change) {
      for (CommonTable table : with.tables()) {
        commonTables.merge(table.name().folded(), change, Integer::sum);
      }
    }

    @Override
    public boolean enter(TableRef table) {
      if (table instanceof TableRef.Named named) {
        add(named.name());
      }
      return true;
    }

    @Override
    public boolean enter(Expr expr) {
      if (expr instanceof Expr.InTable in) {
        add(in.table());
      }
      return true;
    }

    private void add(QualifiedName name) {
      boolean common =
          name.schema() == null && commonTables.getOrDefault(name.name().folded(), 0) > 0;
      if (!common) {
        tables.add(name);
      }
    }
  }
}
