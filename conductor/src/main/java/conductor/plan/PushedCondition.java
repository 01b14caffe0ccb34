package conductor.plan;

import conductor.analysis.TableUse;
import conductor.semantics.TableSchema;
import conductor.semantics.TableScope;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.walk.TreeRewriter;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/**
 * Conditions that a node can decide about the rows of one table: comparisons and tests of its
 * columns with constants and with each other. Nothing in them fails, whatever the values are, and
 * nothing in them differs between a node and the conductor.
 */
final class PushedCondition {
  /**
   * Operators of all conditions together: what joins them into one counts too. A tree is at most
   * that high, and a node's SQLite takes one of 100.
   */
  private static final int OPERATORS = 80;

  private final TableScope scope;
  private int operatorsLeft = OPERATORS;

  PushedCondition(TableSchema table) {
    this.scope = new TableScope(table, Name.of(table.name()));
  }

  /** The condition over the bare columns of the table, or null when it is left to the query. */
  @Nullable Expr of(TableUse.Condition condition) {
    boolean[] allowed = {true};
    int[] operators = {1};
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr expr) {
                operators[0] += isOperator(expr) ? 1 : 0;
                allowed[0] &=
                    expr instanceof Expr.ColumnRef column
                        ? condition.column().apply(column).isPresent()
                        : isAllowed(expr);
                return allowed[0];
              }
            })
        .walk(condition.expr());
    if (!allowed[0] || operators[0] > operatorsLeft) {
      return null;
    }
    operatorsLeft -= operators[0];
    return TreeRewriter.ofExpressions(
            node ->
                node instanceof Expr.ColumnRef column
                    ? scope.column(condition.column().apply(column).orElseThrow())
                    : node)
        .rewrite(condition.expr());
  }

  private static boolean isOperator(Expr expr) {
    return !(expr instanceof Expr.ColumnRef
        || expr instanceof Expr.IntegerLiteral
        || expr instanceof Expr.StringLiteral
        || expr instanceof Expr.Parameter);
  }

  private static boolean isAllowed(Expr expr) {
    return switch (expr) {
      case Expr.ColumnRef ignored -> true;
      case Expr.NullLiteral ignored -> true;
      case Expr.IntegerLiteral ignored -> true;
      case Expr.RealLiteral ignored -> true;
      case Expr.StringLiteral ignored -> true;
      case Expr.BlobLiteral ignored -> true;
      case Expr.Parameter ignored -> true;
      case Expr.Unary ignored -> true;
      case Expr.Binary binary -> isAllowed(binary);
      case Expr.Collate ignored -> true;
      case Expr.Between ignored -> true;
      case Expr.InList ignored -> true;
      case Expr.NullTest ignored -> true;
      case Expr.CurrentTimeLiteral ignored -> false;
      case Expr.Cast ignored -> false;
      case Expr.InSubquery ignored -> false;
      case Expr.InTable ignored -> false;
      case Expr.Like ignored -> false;
      case Expr.Case ignored -> false;
      case Expr.Exists ignored -> false;
      case Expr.ScalarSubquery ignored -> false;
      case Expr.RowValue ignored -> false;
      case Expr.FunctionCall ignored -> false;
      case Expr.Raise ignored -> false;
    };
  }

  private static boolean isAllowed(Expr.Binary binary) {
    return switch (binary.operator()) {
      case OR,
          AND,
          EQUAL,
          NOT_EQUAL,
          IS,
          IS_NOT,
          IS_DISTINCT_FROM,
          IS_NOT_DISTINCT_FROM,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          BIT_AND,
          BIT_OR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          REMAINDER ->
          true;
      case CONCAT, ARROW, LONG_ARROW -> false;
    };
  }
}
