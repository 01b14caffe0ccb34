package conductor.eval;

import java.util.List;
import sqlite.value.Comparison;
import sqlite.value.SqlValue;
import sqlite.value.Truth;

/**
 * AND, OR, NOT, BETWEEN and the tests for truth and NULL.
 *
 * <p>As a value SQLite computes an AND or OR from both operands, whatever the first is; as a
 * condition it stops at the operand that decides. Either way an operand that is a literal true or
 * false decides at once, and the other one is not computed even if it is the first.
 */
final class Conditions {
  private record And(Term left, Term right) implements Operation {
    @Override
    public SqlValue value(Values values) {
      Truth first = Truth.of(left.value(values));
      return first.and(Truth.of(right.value(values))).toValue();
    }

    @Override
    public boolean test(Values values, boolean whenNull) {
      return left.test(values, whenNull) && right.test(values, whenNull);
    }
  }

  private record Or(Term left, Term right) implements Operation {
    @Override
    public SqlValue value(Values values) {
      Truth first = Truth.of(left.value(values));
      return first.or(Truth.of(right.value(values))).toValue();
    }

    @Override
    public boolean test(Values values, boolean whenNull) {
      return left.test(values, whenNull) || right.test(values, whenNull);
    }
  }

  private record Not(Term operand) implements Operation {
    @Override
    public SqlValue value(Values values) {
      return Truth.of(operand.value(values)).not().toValue();
    }

    @Override
    public boolean test(Values values, boolean whenNull) {
      return !operand.test(values, !whenNull);
    }
  }

  /** What is left of an AND or OR when one operand does not count: the truth of the other. */
  private record Decided(Term operand) implements Operation {
    @Override
    public SqlValue value(Values values) {
      return Truth.of(operand.value(values)).toValue();
    }

    @Override
    public boolean test(Values values, boolean whenNull) {
      return operand.test(values, whenNull);
    }
  }

  /** {@code operand IS [NOT] TRUE} or FALSE. */
  record TruthTest(Term operand, boolean expected, boolean negated) implements Operation {
    @Override
    public SqlValue value(Values values) {
      Truth truth = Truth.of(operand.value(values));
      return Truth.of((truth == Truth.of(expected)) != negated).toValue();
    }

    @Override
    public boolean test(Values values, boolean whenNull) {
      boolean holds = operand.test(values, !expected);
      return (holds == expected) != negated;
    }
  }

  /** {@code operand BETWEEN low AND high}; the operand is computed once. */
  record Between(Term operand, Term low, Term high) implements Operation {
    @Override
    public SqlValue value(Values values) {
      SqlValue value = operand.value(values);
      Truth aboveLow = isAbove(value, low.value(values));
      return aboveLow.and(isBelow(value, high.value(values))).toValue();
    }

    @Override
    public boolean test(Values values, boolean whenNull) {
      SqlValue value = operand.value(values);
      return Operation.decide(isAbove(value, low.value(values)), whenNull)
          && Operation.decide(isBelow(value, high.value(values)), whenNull);
    }

    private Truth isAbove(SqlValue value, SqlValue bound) {
      return ComparisonTyping.of(operand, low).test(Comparison.GREATER_OR_EQUAL, value, bound);
    }

    private Truth isBelow(SqlValue value, SqlValue bound) {
      return ComparisonTyping.of(operand, high).test(Comparison.LESS_OR_EQUAL, value, bound);
    }
  }

  private Conditions() {}

  static Term and(Term left, Term right) {
    if (left.known() == Truth.TRUE || right.known() == Truth.FALSE) {
      return decided(right, left, right);
    }
    if (right.known() == Truth.TRUE || left.known() == Truth.FALSE) {
      return decided(left, left, right);
    }
    return Term.ofComputed(new And(left, right), List.of(left, right));
  }

  static Term or(Term left, Term right) {
    if (left.known() == Truth.TRUE || right.known() == Truth.FALSE) {
      return decided(left, left, right);
    }
    if (right.known() == Truth.TRUE || left.known() == Truth.FALSE) {
      return decided(right, left, right);
    }
    return Term.ofComputed(new Or(left, right), List.of(left, right));
  }

  private static Term decided(Term by, Term left, Term right) {
    return Term.ofComputed(new Decided(by), List.of(left, right)).withKnown(by.known());
  }

  static Term negatedIf(boolean negated, Term term) {
    return negated ? Term.ofComputed(new Not(term), List.of(term)) : term;
  }

  /** {@code operand IS [NOT] NULL}, of which the parser knows the result for a literal. */
  static Term nullTest(Term operand, boolean negated) {
    if (operand.literal()) {
      return Term.ofLiteral(Truth.of(negated).toValue(), Truth.of(negated));
    }
    return Term.ofComputed(
        values -> {
          boolean isNull = operand.value(values) instanceof SqlValue.Null;
          return Truth.of(isNull != negated).toValue();
        },
        List.of(operand));
  }
}
