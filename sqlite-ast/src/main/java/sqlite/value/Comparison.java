package sqlite.value;

/**
 * SQLite's comparison operators on values whose affinities are applied already.
 *
 * @see <a href="https://sqlite.org/datatype3.html#comparison_expressions">sqlite.org: Comparison
 *     Expressions</a>
 */
public enum Comparison {
  /** {@code =}. */
  EQUAL,
  /** {@code <>}. */
  NOT_EQUAL,
  /** {@code <}. */
  LESS,
  /** {@code <=}. */
  LESS_OR_EQUAL,
  /** {@code >}. */
  GREATER,
  /** {@code >=}. */
  GREATER_OR_EQUAL,
  /** {@code IS}: equal, or both NULL. */
  IS,
  /** {@code IS NOT}. */
  IS_NOT;

  /** The result; unknown if an operand is NULL, except of IS and IS NOT. */
  public Truth test(SqlValue left, SqlValue right, Collation collation) {
    boolean nullSafe = this == IS || this == IS_NOT;
    if (!nullSafe && (left instanceof SqlValue.Null || right instanceof SqlValue.Null)) {
      return Truth.UNKNOWN;
    }
    int order = new ValueComparator(collation).compare(left, right);
    return Truth.of(
        switch (this) {
          case EQUAL, IS -> order == 0;
          case NOT_EQUAL, IS_NOT -> order != 0;
          case LESS -> order < 0;
          case LESS_OR_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          case GREATER_OR_EQUAL -> order >= 0;
        });
  }
}
