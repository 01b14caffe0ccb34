package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.BinaryOperator;
import sqlite.ast.UnaryOperator;
import sqlite.value.Arithmetic;
import sqlite.value.Comparison;
import sqlite.value.SqlValue;

/**
 * The prefix operators, and the infix operators that compute both their operands.
 *
 * @see <a
 *     href="https://sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes">sqlite.org:
 *     Operators</a>
 */
final class Operators {
  /** An infix operator on values. */
  @FunctionalInterface
  private interface Infix {
    SqlValue apply(SqlValue left, SqlValue right);
  }

  private Operators() {}

  static Term unary(UnaryOperator operator, Term operand) {
    return switch (operator) {
      case PLUS -> operand.converted(operand::value, null).withLiteral(operand.literal());
      case NEGATE ->
          Term.ofComputed(values -> Arithmetic.negate(operand.value(values)), List.of(operand))
              .withLiteral(operand.literal());
      case BIT_NOT ->
          Term.ofComputed(values -> Arithmetic.bitNot(operand.value(values)), List.of(operand));
      case NOT -> Conditions.negatedIf(true, operand);
    };
  }

  /** Null for the operators on JSON. */
  static @Nullable Term binary(BinaryOperator operator, Term left, Term right) {
    return switch (operator) {
      case OR -> Conditions.or(left, right);
      case AND -> Conditions.and(left, right);
      case EQUAL -> comparison(Comparison.EQUAL, left, right);
      case NOT_EQUAL -> comparison(Comparison.NOT_EQUAL, left, right);
      case IS, IS_NOT_DISTINCT_FROM -> comparison(Comparison.IS, left, right);
      case IS_NOT, IS_DISTINCT_FROM -> comparison(Comparison.IS_NOT, left, right);
      case LESS -> comparison(Comparison.LESS, left, right);
      case LESS_OR_EQUAL -> comparison(Comparison.LESS_OR_EQUAL, left, right);
      case GREATER -> comparison(Comparison.GREATER, left, right);
      case GREATER_OR_EQUAL -> comparison(Comparison.GREATER_OR_EQUAL, left, right);
      case BIT_AND -> infix(Arithmetic::bitAnd, left, right);
      case BIT_OR -> infix(Arithmetic::bitOr, left, right);
      case SHIFT_LEFT -> infix(Arithmetic::shiftLeft, left, right);
      case SHIFT_RIGHT -> infix(Arithmetic::shiftRight, left, right);
      case ADD -> infix(Arithmetic::add, left, right);
      case SUBTRACT -> infix(Arithmetic::subtract, left, right);
      case MULTIPLY -> infix(Arithmetic::multiply, left, right);
      case DIVIDE -> infix(Arithmetic::divide, left, right);
      case REMAINDER -> infix(Arithmetic::remainder, left, right);
      case CONCAT -> infix(Operators::concatenate, left, right);
      case ARROW, LONG_ARROW -> null;
    };
  }

  private static Term comparison(Comparison comparison, Term left, Term right) {
    ComparisonTyping typing = ComparisonTyping.of(left, right);
    return Term.ofComputed(
        values -> typing.test(comparison, left.value(values), right.value(values)).toValue(),
        List.of(left, right));
  }

  private static Term infix(Infix infix, Term left, Term right) {
    return Term.ofComputed(
        values -> infix.apply(left.value(values), right.value(values)), List.of(left, right));
  }

  private static SqlValue concatenate(SqlValue left, SqlValue right) {
    if (left instanceof SqlValue.Null || right instanceof SqlValue.Null) {
      return SqlValue.NULL;
    }
    EvaluationLimits.requireValueBytes(Texts.byteLength(left) + Texts.byteLength(right));
    return Arithmetic.concatenate(left, right);
  }
}
