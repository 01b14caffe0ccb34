package sqlite.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sqlite.ast.Delete;
import sqlite.ast.Explain;
import sqlite.ast.Expr;
import sqlite.ast.Insert;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.UnaryOperator;
import sqlite.ast.Update;
import sqlite.ast.walk.TreeQuestions;

/**
 * Prints statements that differ only in their literals as one text: a key for caches of plans and
 * for statistics. Bound to the literals, the text means what the statement means, except that
 * SQLite names a column without an alias after its text.
 *
 * <p>Only queries, INSERT, UPDATE and DELETE are normalised; nothing else can have parameters.
 * Literals stay that SQLite needs to see when it compiles, see {@link KeptLiterals}, and so does
 * NULL.
 */
public final class SqlNormalizer {

  private SqlNormalizer() {}

  /** The statement with its literals taken out. */
  public static NormalizedSql normalize(Statement statement) {
    int parameters = 0;
    for (Expr.Parameter parameter : TreeQuestions.parametersOf(statement)) {
      parameters = Math.max(parameters, parameter.index());
    }
    if (!mayHaveParameters(statement)) {
      return new NormalizedSql(new SqlGenerator().print(statement), parameters + 1, List.of());
    }
    Replacement replacement = new Replacement(KeptLiterals.of(statement), parameters + 1);
    String sql = new SqlGenerator(replacement, false).print(statement);
    return new NormalizedSql(sql, replacement.first, replacement.literals);
  }

  private static boolean mayHaveParameters(Statement statement) {
    Statement inner = statement instanceof Explain explain ? explain.statement() : statement;
    return inner instanceof Select
        || inner instanceof Insert
        || inner instanceof Update
        || inner instanceof Delete;
  }

  /** Prints a parameter for each literal, and remembers the literal. */
  private static final class Replacement implements ExprPrinter {
    final List<Expr> literals = new ArrayList<>();
    final int first;
    private final KeptLiterals kept;
    private final Map<Expr, Integer> numbers = new HashMap<>();

    Replacement(KeptLiterals kept, int first) {
      this.kept = kept;
      this.first = first;
    }

    @Override
    public boolean print(Expr expr, SqlOutput output) {
      if (expr instanceof Expr.Parameter parameter) {
        output.append("?").append(String.valueOf(parameter.index()));
        return true;
      }
      if (!isLiteral(expr) || kept.contains(expr)) {
        return false;
      }
      output.append("?").append(String.valueOf(numberOf(expr)));
      return true;
    }

    private int numberOf(Expr literal) {
      Integer known = kept.sameForEqual() ? numbers.get(literal) : null;
      if (known != null) {
        return known;
      }
      int number = first + literals.size();
      literals.add(literal);
      numbers.put(literal, number);
      return number;
    }
  }

  /** True for a literal, or a number with its sign, since -9223372036854775808 is one number. */
  static boolean isLiteral(Expr expr) {
    return switch (expr) {
      case Expr.IntegerLiteral e -> true;
      case Expr.RealLiteral e -> true;
      case Expr.StringLiteral e -> true;
      case Expr.BlobLiteral e -> true;
      case Expr.Unary e ->
          e.operator() == UnaryOperator.NEGATE
              && (e.operand() instanceof Expr.IntegerLiteral
                  || e.operand() instanceof Expr.RealLiteral);
      case Expr.NullLiteral e -> false;
      case Expr.CurrentTimeLiteral e -> false;
      case Expr.Parameter e -> false;
      case Expr.ColumnRef e -> false;
      case Expr.Binary e -> false;
      case Expr.Collate e -> false;
      case Expr.Cast e -> false;
      case Expr.Between e -> false;
      case Expr.InList e -> false;
      case Expr.InSubquery e -> false;
      case Expr.InTable e -> false;
      case Expr.Like e -> false;
      case Expr.NullTest e -> false;
      case Expr.Case e -> false;
      case Expr.Exists e -> false;
      case Expr.ScalarSubquery e -> false;
      case Expr.RowValue e -> false;
      case Expr.FunctionCall e -> false;
      case Expr.Raise e -> false;
    };
  }
}
