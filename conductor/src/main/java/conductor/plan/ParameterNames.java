package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.ArrayList;
import java.util.List;
import sqlite.ast.Expr;
import sqlite.ast.Statement;
import sqlite.ast.walk.TreeQuestions;

/**
 * The parameters of a statement by their numbers.
 *
 * @see <a href="https://sqlite.org/c3ref/bind_parameter_name.html">Name of a host parameter</a>
 */
final class ParameterNames {
  private ParameterNames() {}

  /** The name of each parameter from number 1 on, its sign included; empty for one without. */
  static List<String> of(Statement statement) {
    List<String> names = new ArrayList<>();
    for (Expr.Parameter parameter : TreeQuestions.parametersOf(statement)) {
      while (names.size() < parameter.index()) {
        names.add("");
      }
      names.set(
          parameter.index() - 1,
          switch (parameter.style()) {
            case NAMED -> parameter.text();
            case ANONYMOUS, NUMBERED -> "";
          });
    }
    if (!names.isEmpty() && isDefinition(statement)) {
      throw new SqlException(
          ErrorCode.SQL, "parameters prohibited in a definition", statement.span());
    }
    return names;
  }

  private static boolean isDefinition(Statement statement) {
    return switch (statement) {
      case sqlite.ast.CreateTable ignored -> true;
      case sqlite.ast.CreateIndex ignored -> true;
      case sqlite.ast.AlterTable ignored -> true;
      default -> false;
    };
  }
}
