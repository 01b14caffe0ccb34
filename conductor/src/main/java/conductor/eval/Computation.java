package conductor.eval;

import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.generator.SqlGenerator;
import sqlite.generator.SqlOutput;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** A compiled expression. Immutable, so it can be kept with a plan and used at any time. */
public final class Computation {
  private final Term term;
  private final Expr source;

  Computation(Term term, Expr source) {
    this.term = term;
    this.source = source;
  }

  /** The expression as SQL, its parameters by their numbers. */
  public String sql() {
    return new SqlGenerator(Computation::printParameter, false).print(source);
  }

  private static boolean printParameter(Expr expr, SqlOutput output) {
    if (expr instanceof Expr.Parameter parameter) {
      output.append("?" + parameter.index());
      return true;
    }
    return false;
  }

  /**
   * The value as a result column or an argument.
   *
   * @throws EvaluationException where SQLite raises an error
   */
  public SqlValue value(Values values) {
    return term.operation().value(values);
  }

  /**
   * Whether the value is true, for WHERE and HAVING. SQLite computes a condition's AND and OR no
   * further than it must, so an error that {@link #value} raises may not be raised here.
   *
   * @throws EvaluationException where SQLite raises an error
   */
  public boolean isTrue(Values values) {
    return term.operation().test(values, false);
  }

  /** The affinity that the expression lends to a comparison, or none. */
  public @Nullable Affinity affinity() {
    return term.affinity();
  }

  /** The collation by which ORDER BY, GROUP BY or DISTINCT would compare the value. */
  public Collation collation() {
    Collation collation = term.collation();
    return collation == null ? Collation.BINARY : collation;
  }
}
