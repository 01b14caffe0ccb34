package conductor.differential;

import java.util.ArrayList;
import java.util.List;

/** Queries over several tables, or over one in more than one step, by seed. */
final class RandomJoins {
  private static final Step.Likeness EXACT = new Step.Exact();

  private final RandomData data;
  private final RandomTable left;
  private final RandomTable right;

  RandomJoins(RandomData data, RandomTable left, RandomTable right) {
    this.data = data;
    this.left = left;
    this.right = right;
  }

  Step next() {
    SqlText sql = new SqlText(data);
    List<Step.Likeness> likeness = new ArrayList<>();
    switch (data.below(8)) {
      case 0, 1 -> join(sql);
      case 2 -> grouped(sql, likeness);
      case 3 -> subquery(sql);
      case 4 -> compound(sql, likeness);
      case 5 -> common(sql, likeness);
      case 6 -> window(sql);
      default -> derived(sql);
    }
    Step.Query query = new Step.Query(new Step.Partial(List.of()), likeness, "");
    return new Step(Family.GATHERED, sql.toString(), sql.toString(), sql.parameters(), query);
  }

  private void join(SqlText sql) {
    sql.add("SELECT ").add(data.oneIn(4) ? "*" : "a." + any(left) + ", b." + any(right));
    sql.add(" FROM ");
    from(sql);
    where(sql);
  }

  private void from(SqlText sql) {
    sql.add(left.name()).add(" a");
    String kind =
        data.pick(List.of(" JOIN ", " LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN ", " CROSS JOIN "));
    sql.add(kind).add(right.name()).add(" b");
    if (data.oneIn(5)) {
      sql.add(" USING (c0)");
      return;
    }
    sql.add(" ON ").add("a." + any(left)).add(" = b." + any(right));
    if (data.oneIn(3)) {
      sql.add(" AND b." + any(right)).add(" > ").add(data.key());
    }
  }

  private void where(SqlText sql) {
    switch (data.below(4)) {
      case 0 -> sql.add(" WHERE a.c1 = ").add(data.key());
      case 1 -> {
        sql.add(" WHERE a.").add(keyColumn(left)).add(" IN (").add(data.key()).add(", ");
        sql.add(data.key()).add(")");
      }
      case 2 -> sql.add(" WHERE b.").add(keyColumn(right)).add(" = ").add(data.key());
      default -> {}
    }
  }

  private void grouped(SqlText sql, List<Step.Likeness> likeness) {
    RandomTable.Column key = data.pick(left.columns());
    likeness.add(RandomQueries.likeness(key));
    sql.add("SELECT a." + key.name()).add(", count(*), count(b." + any(right)).add(")");
    sql.add(" FROM ");
    from(sql);
    where(sql);
    sql.add(" GROUP BY 1");
    if (data.oneIn(3)) {
      sql.add(" HAVING count(*) > 1");
    }
  }

  private void subquery(SqlText sql) {
    sql.add("SELECT ").add(any(left)).add(", c1 FROM ").add(left.name()).add(" a WHERE ");
    switch (data.below(4)) {
      case 0 -> {
        sql.add(any(left)).add(data.oneIn(2) ? " IN" : " NOT IN").add(" (SELECT ");
        sql.add(any(right)).add(" FROM ").add(right.name()).add(" WHERE c1 < ");
        sql.add(data.key()).add(")");
      }
      case 1 -> {
        sql.add(data.oneIn(2) ? "EXISTS" : "NOT EXISTS").add(" (SELECT 1 FROM ");
        sql.add(right.name()).add(" b WHERE b." + any(right)).add(" = a." + any(left)).add(")");
      }
      case 2 -> {
        sql.add("(SELECT count(*) FROM ").add(right.name()).add(" b WHERE b." + any(right));
        sql.add(" = a." + any(left)).add(") > ").add(data.pick(List.of("0", "1")));
      }
      default -> {
        sql.add(keyColumn(left)).add(" = (SELECT max(rowid) FROM ");
        sql.add(right.withoutRowId() ? "(SELECT 3 AS rowid)" : right.name()).add(")");
      }
    }
  }

  private void compound(SqlText sql, List<Step.Likeness> likeness) {
    RandomTable.Column first = data.pick(left.columns());
    String operator = data.pick(List.of("UNION", "UNION ALL", "INTERSECT", "EXCEPT"));
    likeness.add(operator.equals("UNION ALL") ? EXACT : new Step.Equal(first.collation()));
    sql.add("SELECT ").add(first.name()).add(" FROM ").add(left.name());
    sql.add(data.oneIn(2) ? " WHERE c1 IS NOT NULL " : " ").add(operator).add(" SELECT ");
    sql.add(any(right)).add(" FROM ").add(right.name()).add(" WHERE c1 <> ").add(data.key());
  }

  private void common(SqlText sql, List<Step.Likeness> likeness) {
    if (data.oneIn(3)) {
      sql.add("WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 5)");
      sql.add(" SELECT n, count(a.").add(any(left)).add(") FROM s LEFT JOIN ");
      sql.add(left.name()).add(" a ON a.").add(any(left)).add(" = n GROUP BY n");
      return;
    }
    RandomTable.Column key = data.pick(left.columns());
    likeness.add(RandomQueries.likeness(key));
    sql.add("WITH w AS (SELECT ").add(key.name()).add(" AS k, count(*) AS n FROM ");
    sql.add(left.name()).add(" GROUP BY 1) SELECT k, n, b.").add(any(right));
    sql.add(" FROM w LEFT JOIN ").add(right.name()).add(" b ON b.").add(any(right));
    sql.add(data.oneIn(2) ? " = n" : " = k");
  }

  private void window(SqlText sql) {
    String order = String.join(", ", left.identity());
    String call =
        data.pick(
            List.of(
                "row_number()",
                "rank()",
                "count(*)",
                "lag(c0)",
                "first_value(c1)",
                "max(length(c1))"));
    sql.add("SELECT c0, ").add(call).add(" OVER (");
    sql.add(data.oneIn(2) ? "PARTITION BY " + any(left) + " " : "").add("ORDER BY ").add(order);
    sql.add(") FROM ").add(left.name());
    if (data.oneIn(2)) {
      sql.add(" WHERE c1 IS NOT ").add(data.key());
    }
  }

  private void derived(SqlText sql) {
    sql.add("SELECT count(*), count(x) FROM (SELECT DISTINCT ").add(any(left)).add(" AS x FROM ");
    sql.add(left.name()).add(data.oneIn(2) ? ") WHERE x > " : ") WHERE x IS NOT ");
    sql.add(data.key());
  }

  private String any(RandomTable table) {
    return data.pick(table.columns()).name();
  }

  private static String keyColumn(RandomTable table) {
    return table.placement().isEmpty()
        ? "rowid"
        : table.columns().get(table.placement().get(0)).name();
  }
}
