package conductor.eval;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/** A function of values, all of which are computed first. */
@FunctionalInterface
interface Scalar {
  SqlValue apply(List<SqlValue> arguments);

  static Operation of(List<Term> arguments, Scalar function) {
    return values -> function.apply(compute(arguments, values));
  }

  /** A function that is NULL if any of its arguments is. */
  static Operation ofNonNull(List<Term> arguments, Scalar function) {
    return values -> {
      List<SqlValue> actual = compute(arguments, values);
      for (SqlValue value : actual) {
        if (value instanceof SqlValue.Null) {
          return SqlValue.NULL;
        }
      }
      return function.apply(actual);
    };
  }

  private static List<SqlValue> compute(List<Term> arguments, Values values) {
    List<SqlValue> actual = new ArrayList<>(arguments.size());
    for (Term argument : arguments) {
      actual.add(argument.value(values));
    }
    return actual;
  }
}
