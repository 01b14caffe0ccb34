package sqlite.ast;

/** The prefix operators. */
public enum UnaryOperator {
  /** {@code -x}. */
  NEGATE("-"),
  /** {@code +x}, which changes no value but removes a column's affinity and index use. */
  PLUS("+"),
  /** {@code ~x}. */
  BIT_NOT("~"),
  /** {@code NOT x}, which binds more loosely than comparison. */
  NOT("NOT");

  private final String sql;

  UnaryOperator(String sql) {
    this.sql = sql;
  }

  /** The operator as it is written. */
  public String sql() {
    return sql;
  }
}
