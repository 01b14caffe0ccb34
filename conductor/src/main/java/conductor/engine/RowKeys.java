package conductor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import storage.api.Apart;

/**
 * What rows are merged by, in columns of their own beside the rows.
 *
 * @param apart which columns of a node's rows those are
 * @param order the order of the rows, over those columns
 * @param distinct what is equal in equal rows, over those columns; empty when no row is left out
 */
record RowKeys(Apart apart, List<SortKey> order, List<SortKey> distinct) {
  RowKeys {
    order = List.copyOf(order);
    distinct = List.copyOf(distinct);
  }

  /** Those of rows whose first columns have these names. */
  static RowKeys of(List<String> names, Finish finish) {
    TreeSet<Integer> columns = new TreeSet<>();
    finish.order().forEach(key -> columns.add(key.column()));
    for (int i = 0; i < finish.distinct().size(); i++) {
      columns.add(i);
    }
    List<Integer> positions = new ArrayList<>(columns);
    List<SortKey> order = new ArrayList<>();
    for (SortKey key : finish.order()) {
      order.add(key.at(positions.indexOf(key.column())));
    }
    List<SortKey> distinct = new ArrayList<>();
    for (int i = 0; i < finish.distinct().size(); i++) {
      Collation collation = finish.distinct().get(i);
      distinct.add(new SortKey(positions.indexOf(i), false, true, collation));
    }
    return new RowKeys(new Apart(names, positions), order, distinct);
  }

  /** The order of rows by their keys. */
  Comparator<List<SqlValue>> comparator() {
    return SortKey.order(order);
  }

  /** Rows that were seen before, none yet; null when equal rows are all wanted. */
  @Nullable TreeSet<List<SqlValue>> seen() {
    return distinct.isEmpty() ? null : new TreeSet<>(SortKey.order(distinct));
  }
}
