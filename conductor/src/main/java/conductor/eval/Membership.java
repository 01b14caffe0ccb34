package conductor.eval;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.Comparison;
import sqlite.value.SqlValue;
import sqlite.value.Truth;

/** {@code operand IN (items)}, with one item or more. */
final class Membership {
  /** SQLite puts more constants than these into an index before it looks at the operand. */
  private static final int CONSTANTS_COMPARED_ONE_BY_ONE = 2;

  private Membership() {}

  static Operation of(Term operand, List<Term> items) {
    ComparisonTyping typing = ComparisonTyping.ofMember(operand);
    boolean indexed = items.size() > CONSTANTS_COMPARED_ONE_BY_ONE;
    for (Term item : items) {
      indexed &= item.constant();
    }
    return indexed
        ? values -> indexed(operand, items, typing, values)
        : values -> oneByOne(operand, items, typing, values);
  }

  private static SqlValue indexed(
      Term operand, List<Term> items, ComparisonTyping typing, Values values) {
    List<SqlValue> members = new ArrayList<>(items.size());
    for (Term item : items) {
      members.add(item.value(values));
    }
    SqlValue value = operand.value(values);
    Truth found = Truth.FALSE;
    for (SqlValue member : members) {
      found = found.or(typing.test(Comparison.EQUAL, value, member));
    }
    return found.toValue();
  }

  private static SqlValue oneByOne(
      Term operand, List<Term> items, ComparisonTyping typing, Values values) {
    SqlValue value = operand.value(values);
    Truth found = Truth.FALSE;
    for (Term item : items) {
      found = found.or(typing.test(Comparison.EQUAL, value, item.value(values)));
      if (found == Truth.TRUE) {
        break;
      }
    }
    return found.toValue();
  }
}
