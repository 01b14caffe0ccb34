package conductor.eval;

import java.util.Arrays;
import sqlite.value.SqlValue;

/** What computing an expression gave. */
sealed interface Outcome {
  /** A value. */
  record Computed(SqlValue value) implements Outcome {
    @Override
    public String toString() {
      return value instanceof SqlValue.Blob blob
          ? "Blob" + Arrays.toString(blob.toBytes())
          : value.toString();
    }
  }

  /** An error. */
  record Failed(String message) implements Outcome {}

  /** What the evaluator gives for a compiled expression. */
  static Outcome of(Computation computation, Values values) {
    try {
      return new Computed(computation.value(values));
    } catch (EvaluationException failure) {
      return new Failed(String.valueOf(failure.getMessage()));
    }
  }

  /** What the evaluator gives for a compiled expression as a condition, 1 or 0. */
  static Outcome ofCondition(Computation computation, Values values) {
    try {
      return new Computed(new SqlValue.Int(computation.isTrue(values) ? 1 : 0));
    } catch (EvaluationException failure) {
      return new Failed(String.valueOf(failure.getMessage()));
    }
  }

  /** Whether the values are the same to the bit, or SQLite's error names the evaluator's. */
  static boolean agree(Outcome expected, Outcome actual) {
    if (expected instanceof Failed refused && actual instanceof Failed failed) {
      return refused.message().contains(failed.message());
    }
    return expected.equals(actual);
  }
}
