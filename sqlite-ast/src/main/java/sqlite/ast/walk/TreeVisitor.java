package sqlite.ast.walk;

import sqlite.ast.Expr;
import sqlite.ast.Select;
import sqlite.ast.TableRef;
import sqlite.ast.With;

/**
 * What a {@link TreeWalker} calls, each node before its children and in the order of the text. A
 * method that returns false keeps the walker out of the node.
 */
public interface TreeVisitor {

  /** An expression. */
  default boolean enter(Expr expr) {
    return true;
  }

  /** A query: the statement itself, or a subquery wherever it stands. */
  default boolean enter(Select select) {
    return true;
  }

  /** The end of a query that was entered. */
  default void leave(Select select) {}

  /** A table, subquery or join of a FROM clause. */
  default boolean enter(TableRef table) {
    return true;
  }

  /** A WITH clause, before its queries. */
  default void enter(With with) {}
}
