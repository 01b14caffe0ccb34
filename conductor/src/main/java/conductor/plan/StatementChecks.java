package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.semantics.Catalog;
import sqlite.ast.CreateView;
import sqlite.ast.Delete;
import sqlite.ast.Expr;
import sqlite.ast.Insert;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.Update;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/** What no statement may do, however many nodes there are. */
final class StatementChecks {
  private StatementChecks() {}

  static void check(Statement statement) {
    TreeQuestions.tablesRead(statement).forEach(StatementChecks::checkTable);
    switch (statement) {
      case Insert insert -> checkTarget(insert.table());
      case Update update -> checkTarget(update.table());
      case Delete delete -> checkTarget(delete.table());
      default -> {}
    }
    boolean query = statement instanceof Select || statement instanceof CreateView;
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr expr) {
                if (expr instanceof Expr.FunctionCall call) {
                  checkFunction(call);
                }
                return true;
              }

              @Override
              public boolean enter(TableRef table) {
                if (table instanceof TableRef.TableFunction function) {
                  checkTableFunction(function, query);
                }
                return true;
              }
            })
        .walk(statement);
  }

  private static void checkTable(QualifiedName table) {
    SchemaPragma.checkFunction(table.name().folded(), table.span());
    if (Catalog.isReserved(table.name().text())) {
      throw Catalog.noSuchTable(table);
    }
  }

  private static void checkTarget(QualifiedName table) {
    checkTable(table);
    if (Catalog.isOfSqlite(table.name().text())) {
      throw new SqlException(
          ErrorCode.SQL,
          "table " + table.name().text() + " may not be modified",
          table.name().span());
    }
  }

  /** These tell of one connection, and nobody knows which one answers. */
  private static void checkFunction(Expr.FunctionCall call) {
    switch (call.name().folded()) {
      case "changes", "total_changes", "last_insert_rowid" ->
          throw SqlException.unsupported(
              call.name().text() + "() (see changes and last_row_id of the answer): it",
              call.span());
      default -> {}
    }
  }

  /** A node's PRAGMAs as tables tell of the engine's own tables and of one node alone. */
  private static void checkTableFunction(TableRef.TableFunction function, boolean query) {
    String name = function.name().name().folded();
    if (name.equals("dbstat") || (SchemaPragma.isFunction(name) && !query)) {
      throw SqlException.unsupported(function.name().name().text(), function.span());
    }
    SchemaPragma.checkFunction(name, function.span());
  }
}
