package sqlite.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.BinaryOperator;
import sqlite.ast.CaseBranch;
import sqlite.ast.Expr;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.UnaryOperator;

/** Prints expressions with no more parentheses than their precedence needs. */
final class ExprWriter {

  private static final int LOOSEST = 1;
  private static final int NOT = 3;
  private static final int EQUALITY = 4;
  private static final int COLLATE = 10;
  private static final int SIGN = 11;
  private static final int PRIMARY = 12;

  private final SqlWriter out;

  ExprWriter(SqlWriter out) {
    this.out = out;
  }

  void print(Expr expr) {
    print(expr, LOOSEST);
  }

  /** Prints {@code expr} in parentheses if it binds more loosely than {@code loosest}. */
  private void print(Expr expr, int loosest) {
    boolean parentheses = precedenceOf(expr) < loosest;
    out.appendIf(parentheses, "(");
    if (!out.hook.print(expr, out)) {
      printPlain(expr);
    }
    out.appendIf(parentheses, ")");
  }

  private static int precedenceOf(Expr expr) {
    return switch (expr) {
      case Expr.Binary binary -> precedenceOf(binary.operator());
      case Expr.Unary unary -> unary.operator() == UnaryOperator.NOT ? NOT : SIGN;
      case Expr.Between e -> EQUALITY;
      case Expr.InList e -> EQUALITY;
      case Expr.InSubquery e -> EQUALITY;
      case Expr.InTable e -> EQUALITY;
      case Expr.Like e -> EQUALITY;
      case Expr.NullTest e -> EQUALITY;
      case Expr.Collate e -> COLLATE;
      case Expr.NullLiteral e -> PRIMARY;
      case Expr.IntegerLiteral e -> PRIMARY;
      case Expr.RealLiteral e -> PRIMARY;
      case Expr.StringLiteral e -> PRIMARY;
      case Expr.BlobLiteral e -> PRIMARY;
      case Expr.CurrentTimeLiteral e -> PRIMARY;
      case Expr.Parameter e -> PRIMARY;
      case Expr.ColumnRef e -> PRIMARY;
      case Expr.Cast e -> PRIMARY;
      case Expr.Case e -> PRIMARY;
      case Expr.Exists e -> PRIMARY;
      case Expr.ScalarSubquery e -> PRIMARY;
      case Expr.RowValue e -> PRIMARY;
      case Expr.FunctionCall e -> PRIMARY;
      case Expr.Raise e -> PRIMARY;
    };
  }

  private static int precedenceOf(BinaryOperator operator) {
    return switch (operator) {
      case OR -> 1;
      case AND -> 2;
      case EQUAL, NOT_EQUAL, IS, IS_NOT, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> EQUALITY;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 5;
      case BIT_AND, BIT_OR, SHIFT_LEFT, SHIFT_RIGHT -> 6;
      case ADD, SUBTRACT -> 7;
      case MULTIPLY, DIVIDE, REMAINDER -> 8;
      case CONCAT, ARROW, LONG_ARROW -> 9;
    };
  }

  private void printPlain(Expr expr) {
    switch (expr) {
      case Expr.NullLiteral e -> out.append("NULL");
      case Expr.IntegerLiteral e -> out.append(e.text());
      case Expr.RealLiteral e -> out.append(e.text());
      case Expr.StringLiteral e -> out.string(e.value());
      case Expr.BlobLiteral e -> out.append("x'").append(e.hex()).append("'");
      case Expr.CurrentTimeLiteral e -> out.append(e.kind().name());
      case Expr.Parameter e -> out.append(e.text());
      case Expr.ColumnRef e -> printColumn(e);
      case Expr.Unary e -> printUnary(e);
      case Expr.Binary e -> printBinary(e);
      case Expr.Collate e -> printCollate(e);
      case Expr.Cast e -> printCast(e);
      case Expr.Between e -> printBetween(e);
      case Expr.InList e -> printInList(e);
      case Expr.InSubquery e -> printInSubquery(e);
      case Expr.InTable e -> printInTable(e);
      case Expr.Like e -> printLike(e);
      case Expr.NullTest e -> printNullTest(e);
      case Expr.Case e -> printCase(e);
      case Expr.Exists e -> printSubquery("EXISTS (", e.query());
      case Expr.ScalarSubquery e -> printSubquery("(", e.query());
      case Expr.RowValue e -> out.append("(").exprs(e.items()).append(")");
      case Expr.FunctionCall e -> out.functions.printCall(e);
      case Expr.Raise e -> printRaise(e);
    }
  }

  private void printColumn(Expr.ColumnRef column) {
    if (column.schema() != null) {
      out.name(column.schema()).append(".");
    }
    if (column.table() != null) {
      out.name(column.table()).append(".");
    }
    out.name(column.column());
  }

  private void printUnary(Expr.Unary unary) {
    if (unary.operator() == UnaryOperator.NOT) {
      out.append("NOT ");
      print(unary.operand(), NOT);
      return;
    }
    out.append(unary.operator().sql());
    int operand = out.length();
    print(unary.operand(), SIGN);
    if (unary.operator() == UnaryOperator.NEGATE) {
      out.separateMinus(operand);
    }
  }

  /** Goes down the left operands in a loop, since chains of operators lean to the left. */
  private void printBinary(Expr.Binary binary) {
    List<Expr.Binary> chain = new ArrayList<>();
    Expr.Binary innermost = binary;
    chain.add(innermost);
    boolean printed = false;
    while (!printed
        && innermost.left() instanceof Expr.Binary left
        && precedenceOf(left) >= precedenceOf(innermost)) {
      printed = out.hook.print(left, out);
      if (!printed) {
        chain.add(left);
        innermost = left;
      }
    }
    if (!printed) {
      print(innermost.left(), precedenceOf(innermost));
    }
    for (int i = chain.size() - 1; i >= 0; i--) {
      Expr.Binary node = chain.get(i);
      out.append(" ").append(node.operator().sql()).append(" ");
      print(node.right(), precedenceOf(node) + 1);
    }
  }

  private void printCollate(Expr.Collate collate) {
    print(collate.operand(), COLLATE);
    out.append(" COLLATE ").name(collate.collation());
  }

  private void printCast(Expr.Cast cast) {
    out.append("CAST(").expr(cast.operand()).append(" AS ").append(cast.type().text()).append(")");
  }

  private void printOperand(Expr operand, boolean negated, String operator) {
    print(operand, EQUALITY);
    out.append(negated ? " NOT " : " ").append(operator).append(" ");
  }

  private void printBetween(Expr.Between between) {
    printOperand(between.operand(), between.negated(), "BETWEEN");
    print(between.low(), EQUALITY + 1);
    out.append(" AND ");
    print(between.high(), EQUALITY + 1);
  }

  private void printInList(Expr.InList in) {
    printOperand(in.operand(), in.negated(), "IN");
    out.append("(").exprs(in.items()).append(")");
  }

  private void printInSubquery(Expr.InSubquery in) {
    printOperand(in.operand(), in.negated(), "IN");
    printSubquery("(", in.query());
  }

  private void printInTable(Expr.InTable in) {
    printOperand(in.operand(), in.negated(), "IN");
    QualifiedName table = in.table();
    out.qualified(table);
    List<Expr> arguments = in.arguments();
    if (!arguments.isEmpty()) {
      out.append("(").exprs(arguments).append(")");
    }
  }

  private void printLike(Expr.Like like) {
    printOperand(like.operand(), like.negated(), like.operator().name());
    print(like.pattern(), EQUALITY + 1);
    @Nullable Expr escape = like.escape();
    if (escape != null) {
      out.append(" ESCAPE ");
      print(escape, EQUALITY + 1);
    }
  }

  private void printNullTest(Expr.NullTest test) {
    print(test.operand(), EQUALITY);
    out.append(test.negated() ? " IS NOT NULL" : " IS NULL");
  }

  private void printCase(Expr.Case choice) {
    out.append("CASE");
    if (choice.operand() != null) {
      out.append(" ").expr(choice.operand());
    }
    for (CaseBranch branch : choice.branches()) {
      out.append(" WHEN ").expr(branch.condition()).append(" THEN ").expr(branch.result());
    }
    out.clause("ELSE", choice.otherwise()).append(" END");
  }

  private void printSubquery(String opening, Select query) {
    out.append(opening);
    out.selects.print(query);
    out.append(")");
  }

  private void printRaise(Expr.Raise raise) {
    out.append("RAISE(").append(raise.action().name());
    if (raise.message() != null) {
      out.append(", ").expr(raise.message());
    }
    out.append(")");
  }
}
