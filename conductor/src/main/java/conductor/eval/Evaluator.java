package conductor.eval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;

/** The entry to the evaluator. */
public final class Evaluator {
  private Evaluator() {}

  /**
   * A computation of {@code expr}; empty if something in it is not computed here: a column that is
   * no input, a query, an aggregate, a function that is unknown or not exact, or a call that SQLite
   * refuses.
   */
  public static Optional<Computation> compile(Expr expr, Scope scope) {
    @Nullable Term term = new ExprCompiler(scope).compile(expr, 1);
    return term == null ? Optional.empty() : Optional.of(new Computation(term, expr));
  }
}
