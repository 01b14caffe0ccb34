package conductor.eval;

import sqlite.value.SqlValue;
import sqlite.value.Truth;

/** Computes the value of one node of an expression. */
@FunctionalInterface
interface Operation {
  SqlValue value(Values values);

  /**
   * Whether the value is true, a NULL counting as {@code whenNull}. This is how SQLite computes a
   * condition: unlike {@link #value}, an AND or OR stops as soon as it is decided.
   */
  default boolean test(Values values, boolean whenNull) {
    return decide(Truth.of(value(values)), whenNull);
  }

  static boolean decide(Truth truth, boolean whenNull) {
    return switch (truth) {
      case TRUE -> true;
      case UNKNOWN -> whenNull;
      case FALSE -> false;
    };
  }
}
