package conductor.eval;

import java.util.function.Predicate;
import sqlite.ast.Expr;
import sqlite.ast.Select;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/** Looks for a kind of node in an expression, its subqueries excluded. */
final class ExprSearch implements TreeVisitor {
  private final Predicate<Expr> wanted;
  private final Predicate<Expr> closed;
  private boolean found;

  private ExprSearch(Predicate<Expr> wanted, Predicate<Expr> closed) {
    this.wanted = wanted;
    this.closed = closed;
  }

  static boolean finds(Predicate<Expr> wanted, Expr expr) {
    return finds(wanted, part -> false, expr);
  }

  /** Does not look into what is {@code closed}. */
  static boolean finds(Predicate<Expr> wanted, Predicate<Expr> closed, Expr expr) {
    ExprSearch search = new ExprSearch(wanted, closed);
    new TreeWalker(search).walk(expr);
    return search.found;
  }

  @Override
  public boolean enter(Expr expr) {
    found |= wanted.test(expr);
    return !found && !closed.test(expr);
  }

  @Override
  public boolean enter(Select select) {
    return false;
  }
}
