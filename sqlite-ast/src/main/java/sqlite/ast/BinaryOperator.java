package sqlite.ast;

/**
 * The infix operators that take two plain operands. Spellings that mean the same ({@code =} and
 * {@code ==}, {@code <>} and {@code !=}) are one operator.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes">
 *     Operators</a>
 */
public enum BinaryOperator {
  OR("OR"),
  AND("AND"),
  EQUAL("="),
  NOT_EQUAL("<>"),
  /** {@code IS}; {@code x IS NULL} is an {@link Expr.NullTest}. */
  IS("IS"),
  /** {@code IS NOT}; {@code x IS NOT NULL} is an {@link Expr.NullTest}. */
  IS_NOT("IS NOT"),
  IS_DISTINCT_FROM("IS DISTINCT FROM"),
  IS_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  BIT_AND("&"),
  BIT_OR("|"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  CONCAT("||"),
  /** {@code ->}, a JSON subcomponent as JSON. */
  ARROW("->"),
  /** {@code ->>}, a JSON subcomponent as an SQL value. */
  LONG_ARROW("->>");

  private final String sql;

  BinaryOperator(String sql) {
    this.sql = sql;
  }

  /** The operator as it is written. */
  public String sql() {
    return sql;
  }
}
