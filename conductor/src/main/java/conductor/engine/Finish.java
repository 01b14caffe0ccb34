package conductor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/**
 * The last steps of a query, in SQLite's order: ORDER BY, then DISTINCT, then LIMIT and OFFSET.
 *
 * <p>DISTINCT after ORDER BY gives the same rows as before it, since what is ordered by is part of
 * what is compared.
 *
 * @param order empty for none
 * @param distinct the collations of the visible columns when equal rows are given once, else empty
 * @param limit of the whole
 */
public record Finish(List<SortKey> order, List<Collation> distinct, RowLimit limit) {
  public Finish {
    order = List.copyOf(order);
    distinct = List.copyOf(distinct);
  }

  List<List<SqlValue>> of(List<List<SqlValue>> rows, Bindings bindings) {
    List<List<SqlValue>> sorted = new ArrayList<>(rows);
    sorted.sort(SortKey.order(order));
    return limit.of(distinct.isEmpty() ? sorted : firstOfEqual(sorted), bindings);
  }

  private List<List<SqlValue>> firstOfEqual(List<List<SqlValue>> rows) {
    TreeSet<List<SqlValue>> seen = new TreeSet<>(SortKey.order(SortKey.ascending(distinct)));
    List<List<SqlValue>> first = new ArrayList<>();
    for (List<SqlValue> row : rows) {
      if (seen.add(row)) {
        first.add(row);
      }
    }
    return first;
  }
}
