package conductor.engine;

import sqlite.value.SqlValue;

/** Values of which the nodes' statement leaves no doubt. */
final class Parts {
  private Parts() {}

  /** An INTEGER, or 0 for NULL. */
  static long integer(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> 0;
      case SqlValue.Int integer -> integer.value();
      default -> throw new IllegalStateException("an INTEGER expected, not " + value);
    };
  }

  /** A REAL, or 0 for NULL. */
  static double real(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> 0;
      case SqlValue.Real real -> real.value();
      default -> throw new IllegalStateException("a REAL expected, not " + value);
    };
  }
}
