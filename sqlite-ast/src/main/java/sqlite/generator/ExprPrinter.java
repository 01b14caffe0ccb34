package sqlite.generator;

import sqlite.ast.Expr;

/** Prints some expressions in place of the generator, such as parameters as literals. */
@FunctionalInterface
public interface ExprPrinter {

  /** Leaves every expression to the generator. */
  ExprPrinter NONE = (expr, output) -> false;

  /**
   * Called for every expression before it is printed. What it prints must bind at least as tightly
   * as {@code expr} itself does: a call, a literal, or something in parentheses always does, and a
   * sign before one may stand for a literal or a parameter.
   *
   * @return true if it has printed the expression, false to have it printed as usual
   */
  boolean print(Expr expr, SqlOutput output);
}
