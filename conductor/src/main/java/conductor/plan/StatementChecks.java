package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.semantics.Catalog;
import sqlite.ast.Delete;
import sqlite.ast.Expr;
import sqlite.ast.Insert;
import sqlite.ast.QualifiedName;
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
                  checkTableFunction(function);
                }
                return true;
              }
            })
        .walk(statement);
  }

  private static void checkTable(QualifiedName table) {
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

  /** The PRAGMAs as tables tell of the engine's own tables and of one node alone. */
  private static void checkTableFunction(TableRef.TableFunction function) {
    String name = function.name().name().folded();
    if (name.startsWith("pragma_") || name.equals("dbstat")) {
      throw SqlException.unsupported(function.name().name().text(), function.span());
    }
  }
}
