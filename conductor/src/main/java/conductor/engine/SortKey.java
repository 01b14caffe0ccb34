package conductor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import sqlite.value.ValueComparator;

/**
 * One term of an order.
 *
 * @param column the position of its value in a row
 * @param descending whether large values come first
 * @param nullsFirst whether NULLs come before everything else
 * @param collation in which text is compared
 */
public record SortKey(int column, boolean descending, boolean nullsFirst, Collation collation) {
  /** The same for a value that stands elsewhere. */
  SortKey at(int otherColumn) {
    return new SortKey(otherColumn, descending, nullsFirst, collation);
  }

  /** Keys over the first columns of a row, smallest first. */
  static List<SortKey> ascending(List<Collation> collations) {
    List<SortKey> keys = new ArrayList<>();
    for (int i = 0; i < collations.size(); i++) {
      keys.add(new SortKey(i, false, true, collations.get(i)));
    }
    return keys;
  }

  /** The order of rows that {@code keys} make. */
  static Comparator<List<SqlValue>> order(List<SortKey> keys) {
    List<Comparator<List<SqlValue>>> comparators = keys.stream().map(SortKey::comparator).toList();
    return (left, right) -> {
      for (Comparator<List<SqlValue>> comparator : comparators) {
        int order = comparator.compare(left, right);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private Comparator<List<SqlValue>> comparator() {
    ValueComparator values = new ValueComparator(collation);
    return (left, right) -> {
      SqlValue ofLeft = left.get(column);
      SqlValue ofRight = right.get(column);
      boolean leftNull = ofLeft instanceof SqlValue.Null;
      boolean rightNull = ofRight instanceof SqlValue.Null;
      if (leftNull || rightNull) {
        return leftNull && rightNull ? 0 : leftNull == nullsFirst ? -1 : 1;
      }
      int order = values.compare(ofLeft, ofRight);
      return descending ? -order : order;
    };
  }
}
