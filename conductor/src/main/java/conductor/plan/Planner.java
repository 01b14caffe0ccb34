package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.Plan;
import conductor.engine.Planned;
import conductor.semantics.Catalog;
import java.util.List;
import sqlite.ast.AlterTable;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateTableAs;
import sqlite.ast.CreateTrigger;
import sqlite.ast.CreateView;
import sqlite.ast.CreateVirtualTable;
import sqlite.ast.Delete;
import sqlite.ast.Drop;
import sqlite.ast.Explain;
import sqlite.ast.Insert;
import sqlite.ast.Maintenance;
import sqlite.ast.Name;
import sqlite.ast.Pragma;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.Transaction;
import sqlite.ast.Update;
import sqlite.generator.SqlGenerator;
import topology.api.Table;

/** Makes the plan of one statement. */
public final class Planner {
  private final Catalog catalog;
  private final String sql;

  /**
   * A planner of statements of one text.
   *
   * @param catalog the schema
   * @param sql the text that the spans of the statements are of
   */
  public Planner(Catalog catalog, String sql) {
    this.catalog = catalog;
    this.sql = sql;
  }

  /** The plan, or an error for what SQLite refuses or what is not done yet. */
  public Planned plan(Statement statement) {
    StatementChecks.check(statement);
    List<String> names = ParameterNames.of(statement);
    OwnParameters own = new OwnParameters(names.size(), statement instanceof Insert);
    refuseChangeOfView(statement);
    Plan plan = plan(statement, own);
    return new Planned(plan, names, own.list());
  }

  /** Refuses a schema with a table that cannot be spread over the nodes. */
  public static void checkPlacement(Catalog catalog) {
    for (Table table : catalog.snapshot().tables()) {
      catalog
          .find(Name.of(table.name()))
          .ifPresent(found -> Placement.check(found, catalog.nodeCount()));
    }
  }

  /** Whether a statement is one that whoever may only read may send. */
  public static boolean onlyReads(Statement statement) {
    return switch (statement) {
      case Select ignored -> true;
      case Pragma pragma -> SchemaPragma.isRead(pragma);
      case Explain explain -> onlyReads(explain.statement());
      default -> false;
    };
  }

  private Plan plan(Statement statement, OwnParameters own) {
    return switch (statement) {
      case Select select -> new SelectPlanner(catalog, sql, own).plan(select);
      case Insert insert -> new InsertPlanner(catalog, own).plan(insert);
      case Update update -> new ChangePlanner(catalog, own).plan(update);
      case Delete delete -> new ChangePlanner(catalog, own).plan(delete);
      case CreateTable create -> new SchemaPlanner(catalog, sql).plan(create);
      case CreateIndex create -> new SchemaPlanner(catalog, sql).plan(create);
      case Drop drop -> new SchemaPlanner(catalog, sql).plan(drop);
      case AlterTable alter -> new SchemaPlanner(catalog, sql).plan(alter);
      case CreateTableAs ignored -> throw unsupported("CREATE TABLE ... AS SELECT", statement);
      case CreateView create -> new ViewPlanner(catalog, sql).plan(create);
      case CreateTrigger create -> new TriggerPlanner(sql, catalog.nodeCount()).plan(create);
      case CreateVirtualTable ignored -> throw unsupported("CREATE VIRTUAL TABLE", statement);
      case Pragma pragma -> {
        String query = new SqlGenerator().print(SchemaPragma.query(pragma));
        yield new SelectPlanner(catalog, query, own).plan(SchemaPragma.query(pragma));
      }
      case Explain explain -> {
        if (!explain.queryPlan()) {
          throw unsupported("EXPLAIN without QUERY PLAN", statement);
        }
        yield ExplainPlanner.plan(explain, plan(explain.statement()));
      }
      case Transaction ignored ->
          throw unsupported(
              "a transaction over several requests (send its statements in one request):" + " it",
              statement);
      case Maintenance.Reindex reindex -> new SchemaPlanner(catalog, sql).plan(reindex);
      case Maintenance ignored -> throw unsupported("this statement", statement);
    };
  }

  private void refuseChangeOfView(Statement statement) {
    QualifiedName target =
        switch (statement) {
          case Insert insert -> insert.table();
          case Update update -> update.table();
          case Delete delete -> delete.table();
          default -> null;
        };
    if (target == null) {
      return;
    }
    ViewReads views = ViewReads.of(statement, catalog);
    if (views.anyTemporary() || views.readSchema()) {
      throw unsupported("reading a temporary view, or one of the schema, in a write", statement);
    }
    if (catalog.view(target).isPresent()) {
      throw new SqlException(
          ErrorCode.SQL,
          "cannot modify " + target.name().text() + " because it is a view",
          target.name().span());
    }
  }

  private static SqlException unsupported(String what, Statement statement) {
    return SqlException.unsupported(what, statement.span());
  }
}
