package conductor.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** Queries over one table by seed, with what of their answers is decided. */
final class RandomQueries {
  private static final Step.Likeness EXACT = new Step.Exact();

  private final RandomData data;
  private final RandomTable table;
  private final RandomConditions conditions;

  RandomQueries(RandomData data, RandomTable table) {
    this.data = data;
    this.table = table;
    this.conditions = new RandomConditions(data, table);
  }

  Step byKey() {
    SqlText sql = new SqlText(data).add("SELECT ");
    sql.add(data.oneIn(2) ? "*" : "c0, c1 AS \"x y\", typeof(c2)").add(" FROM ");
    sql.add(table.name()).add(" WHERE ");
    conditions.byKey(sql);
    return step(Family.SELECT_BY_KEY, sql, unordered(), List.of(), "");
  }

  /** SELECT ... WHERE ... ORDER BY ... LIMIT without groups. */
  Step rows() {
    SqlText sql = new SqlText(data).add("SELECT ");
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < 1 + data.below(4); i++) {
      String column = column();
      columns.add(column);
      sql.add(i == 0 ? "" : ", ").add(column);
    }
    int star = data.oneIn(4) ? 1 : 0;
    sql.add(star == 1 ? ", t.*" : "").add(data.oneIn(4) ? ", c0 || 'x' AS y, c1 = c2" : "");
    where(sql.add(" FROM ").add(table.name()).add(data.oneIn(3) ? " AS t" : " t"));
    Step.Order order = unordered();
    if (data.oneIn(5)) {
      return limited(Family.SELECT_ROWS, sql, order, List.of());
    }
    sql.add(" ORDER BY ");
    if (data.oneIn(3)) {
      int chosen = data.below(columns.size());
      boolean collate = data.oneIn(4);
      sql.add(data.oneIn(2) ? Integer.toString(chosen + 1) : columns.get(chosen));
      sql.add(collate ? " COLLATE NOCASE" : "").add(direction());
      order = new Step.Partial(collate ? List.of() : List.of(chosen));
    } else {
      for (int i = 0; i < data.below(3); i++) {
        String term = data.oneIn(3) ? "length(" + column() + ")" : column();
        sql.add(term).add(data.oneIn(5) ? " COLLATE NOCASE" : "").add(direction()).add(", ");
      }
      sql.add(String.join(", ", table.identity()));
      order = new Step.Total();
    }
    return limited(Family.SELECT_ROWS, sql, order, List.of());
  }

  Step distinct() {
    SqlText sql = new SqlText(data).add("SELECT DISTINCT ");
    List<RandomTable.Column> columns = distinctColumns();
    List<Step.Likeness> likeness = new ArrayList<>();
    for (RandomTable.Column column : columns) {
      sql.add(likeness.isEmpty() ? "" : ", ").add(column.name());
      likeness.add(likeness(column));
    }
    where(sql.add(" FROM ").add(table.name()));
    if (data.oneIn(2)) {
      sql.add(" ORDER BY ");
      for (int i = 0; i < columns.size(); i++) {
        sql.add(i == 0 ? "" : ", ").add(columns.get(i).name()).add(direction());
      }
      return limited(Family.SELECT_DISTINCT, sql, new Step.Total(), likeness);
    }
    return limited(Family.SELECT_DISTINCT, sql, unordered(), likeness);
  }

  /** SELECT with aggregates, with and without GROUP BY. */
  Step groups() {
    List<RandomTable.Column> keys = data.oneIn(3) ? List.of() : distinctColumns();
    SqlText sql = new SqlText(data).add("SELECT ");
    List<Step.Likeness> likeness = new ArrayList<>();
    for (RandomTable.Column key : keys) {
      sql.add(key.name()).add(", ");
      likeness.add(likeness(key));
    }
    for (int i = 0; i < 1 + data.below(3); i++) {
      sql.add(i == 0 ? "" : ", ");
      likeness.add(aggregate(sql));
    }
    where(sql.add(" FROM ").add(table.name()));
    if (keys.isEmpty()) {
      return step(Family.SELECT_GROUPS, sql, unordered(), likeness, "");
    }
    sql.add(" GROUP BY ");
    for (int i = 0; i < keys.size(); i++) {
      boolean ordinal = data.oneIn(3);
      sql.add(i == 0 ? "" : ", ").add(ordinal ? Integer.toString(i + 1) : keys.get(i).name());
    }
    if (data.oneIn(3)) {
      sql.add(" HAVING count(*) ").add(data.pick(List.of("> 1", "= 1", "< 3")));
    }
    if (data.oneIn(2)) {
      return limited(Family.SELECT_GROUPS, sql, unordered(), likeness);
    }
    sql.add(" ORDER BY ").add(data.oneIn(2) ? "count(*)" + direction() + ", " : "");
    for (int i = 0; i < keys.size(); i++) {
      sql.add(i == 0 ? "" : ", ").add(keys.get(i).name()).add(direction());
    }
    return limited(Family.SELECT_GROUPS, sql, new Step.Total(), likeness);
  }

  private Step.Likeness aggregate(SqlText sql) {
    RandomTable.Column column = data.pick(table.columns());
    String filter = data.oneIn(6) ? " FILTER (WHERE c1 IS NOT NULL)" : "";
    switch (data.below(9)) {
      case 0 -> sql.add("count(*)").add(filter);
      case 1 -> sql.add("count(" + column.name() + ")").add(filter);
      case 2 -> sql.add("count(DISTINCT " + column.name() + ")").add(filter);
      case 3, 4 -> {
        String function = data.pick(List.of("min", "max"));
        sql.add(function + "(" + column.name() + ")").add(filter);
        return likeness(column);
      }
      default -> {
        if (!column.summed()) {
          sql.add("count(*) + coalesce(max(length(" + column.name() + ")), -1)");
          return EXACT;
        }
        String distinct = column.exact() && data.oneIn(5) ? "DISTINCT " : "";
        String function = data.pick(List.of("sum", "avg", "total"));
        sql.add(function + "(" + distinct + column.name() + ")").add(filter);
        sql.add(data.oneIn(4) ? " IS NULL" : "").add(data.oneIn(4) ? " AS s" : "");
      }
    }
    return EXACT;
  }

  private List<RandomTable.Column> distinctColumns() {
    List<RandomTable.Column> shuffled = new ArrayList<>(table.columns());
    Collections.swap(shuffled, 0, data.below(shuffled.size()));
    return List.copyOf(shuffled.subList(0, 1 + data.below(2)));
  }

  /** A value of a group is one of those that are equal in it. */
  static Step.Likeness likeness(RandomTable.Column column) {
    return column.exact() ? EXACT : new Step.Equal(column.collation());
  }

  private void where(SqlText sql) {
    if (data.below(3) > 0) {
      sql.add(" WHERE ");
      if (data.oneIn(4)) {
        conditions.byKey(sql);
      } else {
        conditions.any(sql, 2);
      }
    }
  }

  private String column() {
    return !table.withoutRowId() && data.oneIn(8) ? "rowid" : data.pick(table.columns()).name();
  }

  private String direction() {
    String nulls = data.oneIn(4) ? data.pick(List.of(" NULLS FIRST", " NULLS LAST")) : "";
    return data.pick(List.of("", " ASC", " DESC")) + nulls;
  }

  private static Step.Order unordered() {
    return new Step.Partial(List.of());
  }

  private Step limited(Family family, SqlText sql, Step.Order order, List<Step.Likeness> likeness) {
    if (data.oneIn(2)) {
      return step(family, sql, order, likeness, "");
    }
    String unlimited = sql.toString();
    SqlValue limit = new SqlValue.Int(data.below(8) - 1);
    SqlValue offset = new SqlValue.Int(data.below(5) - 1);
    switch (data.below(3)) {
      case 0 -> sql.add(" LIMIT ").add(limit);
      case 1 -> sql.add(" LIMIT ").add(limit).add(" OFFSET ").add(offset);
      default -> sql.add(" LIMIT ").add(offset).add(", ").add(limit);
    }
    return step(family, sql, order, likeness, unlimited);
  }

  private static Step step(
      Family family,
      SqlText sql,
      Step.Order order,
      List<Step.Likeness> likeness,
      String unlimited) {
    Step.Query query = new Step.Query(order, likeness, unlimited);
    return new Step(family, sql.toString(), sql.toString(), sql.parameters(), query);
  }

  /** The collation in which two values of a column are compared, for {@link Comparison}. */
  static Collation collation(Step.Likeness likeness) {
    return likeness instanceof Step.Equal equal ? equal.collation() : Collation.BINARY;
  }
}
