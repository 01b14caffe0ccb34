package conductor.plan;

import conductor.engine.SqlTemplate;
import sqlite.ast.Expr;
import sqlite.ast.Statement;
import sqlite.generator.SqlGenerator;
import sqlite.generator.SqlOutput;

/** Trees printed as templates, their parameters as places. */
final class Templates {
  private static final SqlGenerator GENERATOR = new SqlGenerator(Templates::printParameter, false);

  private Templates() {}

  static SqlTemplate of(Statement statement) {
    return SqlTemplate.of(GENERATOR.print(statement));
  }

  static SqlTemplate of(Expr expr) {
    return SqlTemplate.of(marked(expr));
  }

  /** The text of a template, to be made part of another. */
  static String marked(Expr expr) {
    return GENERATOR.print(expr);
  }

  private static boolean printParameter(Expr expr, SqlOutput output) {
    if (expr instanceof Expr.Parameter parameter) {
      output.append(SqlTemplate.place(parameter.index()));
      return true;
    }
    return false;
  }
}
