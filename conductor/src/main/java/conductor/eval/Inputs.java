package conductor.eval;

import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.UnaryOperator;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** What SQLite would know of an expression that is an input. */
final class Inputs {
  /** For what uses neither parameters nor inputs. */
  static final Values NONE =
      new Values() {
        @Override
        public SqlValue parameter(int index) {
          throw new IllegalStateException("no parameter " + index);
        }

        @Override
        public SqlValue input(int index) {
          throw new IllegalStateException("no input " + index);
        }
      };

  private Inputs() {}

  /**
   * The term of an input. A column has a collation even if that is BINARY, and keeps the right
   * operand's from being used; an expression without a COLLATE in it has none.
   */
  static Term termOf(Expr expr, Input input) {
    boolean collated = ExprSearch.finds(part -> part instanceof Expr.Collate, expr);
    boolean column = input.affinity() != null && isColumn(expr);
    boolean collating = collated || column || input.collation() != Collation.BINARY;
    @Nullable Collation collation = collating ? input.collation() : null;
    return Term.ofInput(input, collation, collated);
  }

  private static boolean isColumn(Expr expr) {
    return switch (expr) {
      case Expr.Cast cast -> isColumn(cast.operand());
      case Expr.Unary unary -> unary.operator() == UnaryOperator.PLUS && isColumn(unary.operand());
      case Expr.ColumnRef ignored -> true;
      default -> false;
    };
  }
}
