package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;

/**
 * The built-in functions that are computed here.
 *
 * @see <a href="https://sqlite.org/lang_corefunc.html">sqlite.org: Built-In Scalar Functions</a>
 */
final class Functions {
  private Functions() {}

  /**
   * The call of a function; null if it is not computed here, or if it has another number of
   * arguments, which SQLite refuses in its own words.
   *
   * @param name in small letters
   */
  static @Nullable Operation of(String name, List<Term> arguments) {
    @Nullable Operation operation = Choices.of(name, arguments);
    if (operation == null) {
      operation = NumberFunctions.of(name, arguments);
    }
    if (operation == null) {
      operation = TextFunctions.of(name, arguments);
    }
    if (operation == null) {
      operation = ByteFunctions.of(name, arguments);
    }
    return operation == null ? PatternFunctions.of(name, arguments) : operation;
  }

  /** Whether SQLite sees a call in {@code expr}; it forgets those under a COLLATE. */
  static boolean isSeenIn(Expr expr) {
    return ExprSearch.finds(
        part -> part instanceof Expr.FunctionCall || part instanceof Expr.Like,
        part -> part instanceof Expr.Collate,
        expr);
  }

  /** Whether {@code expr} itself is a call that may raise an error, other than of its size. */
  static boolean mayFail(Expr expr) {
    return switch (expr) {
      case Expr.Like ignored -> true;
      case Expr.FunctionCall call ->
          switch (call.name().folded()) {
            case "abs", "like", "glob", "zeroblob" -> true;
            default -> false;
          };
      default -> false;
    };
  }
}
