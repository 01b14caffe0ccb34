package conductor.eval;

import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;

/** Names the inputs that an expression may use. */
@FunctionalInterface
public interface Scope {
  /** No inputs: literals and parameters only. */
  Scope CONSTANT = expr -> null;

  /** The input that {@code expr} is; asked for every expression before it is taken apart. */
  @Nullable Input inputFor(Expr expr);
}
