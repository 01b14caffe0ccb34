package conductor.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sqlite.ast.BinaryOperator;
import sqlite.ast.Expr;

/**
 * Something that holds for the rows that matter.
 *
 * @param condition a condition without an AND at its top
 * @param scope what its names mean
 */
record Fact(Expr condition, QueryScope scope) {
  /** The parts of a condition that all hold when it does. */
  static List<Fact> of(Expr condition, QueryScope scope) {
    List<Fact> facts = new ArrayList<>();
    List<Expr> left = new ArrayList<>(List.of(condition));
    while (!left.isEmpty()) {
      Expr next = left.remove(left.size() - 1);
      if (next instanceof Expr.Binary both && both.operator() == BinaryOperator.AND) {
        left.add(both.right());
        left.add(both.left());
      } else {
        facts.add(new Fact(next, scope));
      }
    }
    return facts;
  }

  /** The two columns, if it says that they are equal in a way that goes on to a third. */
  Optional<Equality> equality() {
    if (!(condition instanceof Expr.Binary binary)
        || binary.operator() != BinaryOperator.EQUAL
        || !(binary.left() instanceof Expr.ColumnRef left)
        || !(binary.right() instanceof Expr.ColumnRef right)) {
      return Optional.empty();
    }
    Optional<SourceColumn> one = scope.resolve(left);
    Optional<SourceColumn> other = scope.resolve(right);
    return one.isPresent() && other.isPresent()
        ? Equality.of(one.get(), other.get())
        : Optional.empty();
  }
}
