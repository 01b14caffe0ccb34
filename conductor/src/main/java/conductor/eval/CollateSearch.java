package conductor.eval;

import sqlite.ast.Expr;
import sqlite.ast.Select;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/** Looks for a COLLATE in an expression, its subqueries excluded. */
final class CollateSearch implements TreeVisitor {
  private boolean found;

  private CollateSearch() {}

  static boolean isIn(Expr expr) {
    CollateSearch search = new CollateSearch();
    new TreeWalker(search).walk(expr);
    return search.found;
  }

  @Override
  public boolean enter(Expr expr) {
    found |= expr instanceof Expr.Collate;
    return !found;
  }

  @Override
  public boolean enter(Select select) {
    return false;
  }
}
