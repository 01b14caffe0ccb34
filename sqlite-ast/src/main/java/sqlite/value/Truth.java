package sqlite.value;

/**
 * SQL's three truth values, and the operators that give them.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#boolean_expressions">sqlite.org: Boolean
 *     Expressions</a>
 */
public enum Truth {
  /** No. */
  FALSE,
  /** NULL. */
  UNKNOWN,
  /** Yes. */
  TRUE;

  /** The truth of {@code condition}. */
  public static Truth of(boolean condition) {
    return condition ? TRUE : FALSE;
  }

  /** The truth of a value: false if it is zero as a number, unknown if it is NULL. */
  public static Truth of(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> UNKNOWN;
      case SqlValue.Int integer -> of(integer.value() != 0);
      case SqlValue.Real real -> of(real.value() != 0.0);
      case SqlValue.Text text -> of(Conversion.toReal(text) != 0.0);
      case SqlValue.Blob blob -> of(Conversion.toReal(blob) != 0.0);
    };
  }

  /** 1, 0 or NULL. */
  public SqlValue toValue() {
    return switch (this) {
      case FALSE -> new SqlValue.Int(0);
      case UNKNOWN -> SqlValue.NULL;
      case TRUE -> new SqlValue.Int(1);
    };
  }

  /** {@code this AND other}: the less true of both. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** {@code this OR other}: the truer of both. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** {@code NOT this}. */
  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
