package conductor.plan;

import conductor.api.SqlException;
import conductor.engine.SchemaPlan;
import java.util.List;
import sqlite.ast.CreateTrigger;
import sqlite.ast.Drop;
import sqlite.ast.Expr;
import sqlite.ast.QualifiedName;
import sqlite.ast.RaiseAction;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.TriggerTime;
import sqlite.ast.walk.TreeQuestions;
import sqlite.generator.SqlGenerator;

/**
 * Plans CREATE TRIGGER and DROP TRIGGER: every node has the trigger and fires it for its own rows.
 *
 * <p>That is right for a trigger that looks at the row alone and does no more than refuse it. One
 * that changes or reads tables would need rows of other nodes, and is refused by name.
 *
 * @see <a href="https://sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerPlanner {
  private final String sql;
  private final int nodes;

  /**
   * @param sql the text that the spans of the statement are of
   * @param nodes how many nodes the database has
   */
  TriggerPlanner(String sql, int nodes) {
    this.sql = sql;
    this.nodes = nodes;
  }

  SchemaPlan plan(CreateTrigger create) {
    SchemaPlanner.checkName(create.name());
    SchemaPlanner.checkName(create.table());
    if (create.temporary()) {
      throw SqlException.unsupported("a TEMPORARY trigger", create.span());
    }
    if (create.time() == TriggerTime.INSTEAD_OF) {
      throw SqlException.unsupported("an INSTEAD OF trigger", create.span());
    }
    for (Statement statement : create.body()) {
      if (!(statement instanceof Select)) {
        throw SqlException.unsupported("a trigger that changes tables", statement.span());
      }
    }
    for (QualifiedName table : TreeQuestions.tablesRead(create)) {
      throw SqlException.unsupported("a trigger that reads tables", table.span());
    }
    for (Expr expr : TreeQuestions.expressionsOf(create, true)) {
      if (expr instanceof Expr.Raise raise && raise.action() != RaiseAction.ABORT) {
        throw SqlException.unsupported("RAISE(" + raise.action() + ")", raise.span());
      }
      // What passes when a write over several nodes is tried must pass when it is carried out.
      if (nodes > 1 && !OwnParameters.isRepeatable(expr)) {
        throw SqlException.unsupported(
            "a trigger that depends on chance or the time, over several nodes,", expr.span());
      }
    }
    return new SchemaPlan(
        "CreateTrigger", List.of(create.span().textIn(sql)), new SchemaPlan.Kept());
  }

  /** Whether there is such a trigger, a node says when it tries this. */
  SchemaPlan drop(Drop drop) {
    return new SchemaPlan(
        "DropTrigger", List.of(new SqlGenerator().print(drop)), new SchemaPlan.Kept());
  }
}
