package conductor.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole SELECTs by seed: joins of every kind, subqueries, compounds, windows, common tables, views.
 *
 * <p>What they answer is decided to the last value, so that any difference is a fault: values that
 * are equal in a column of {@link SelectTables} are the same, sums are exact, and where rows are
 * numbered or cut off the order is whole.
 */
final class RandomSelects {
  private static final List<String> JOINS =
      List.of(" JOIN ", " LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN ", " CROSS JOIN ", ", ");

  private final RandomData data;
  private final SelectTables tables;
  private int aliases;

  RandomSelects(RandomData data, SelectTables tables) {
    this.data = data;
    this.tables = tables;
  }

  /** What stands in a FROM under an alias. */
  record Source(String alias, List<String> columns, List<String> identity) {}

  Step next() {
    aliases = 0;
    SqlText sql = new SqlText(data);
    Step.Order order = new Step.Partial(List.of());
    String unlimited = "";
    List<String> common = new ArrayList<>();
    if (data.oneIn(5)) {
      commonTables(sql, common);
    }
    int width = 1 + data.below(4);
    boolean several = compound(sql, width, 2, common);
    if (data.oneIn(3)) {
      List<Integer> columns = new ArrayList<>();
      sql.add(" ORDER BY ");
      for (int i = 0; i < width; i++) {
        columns.add(i);
        sql.add(i == 0 ? "" : ", ").add(Integer.toString(i + 1));
        // With COLLATE behind it, SQLite takes UNION ALL for UNION in a compound that has both.
        sql.add(several ? "" : " COLLATE BINARY");
        sql.add(direction());
      }
      order = new Step.Partial(columns);
      if (data.oneIn(2)) {
        unlimited = sql.toString();
        sql.add(" LIMIT ").add(new sqlite.value.SqlValue.Int(data.below(9) - 1));
        sql.add(data.oneIn(3) ? " OFFSET 2" : "");
      }
    }
    String text = sql.toString();
    Step.Query query = new Step.Query(order, List.of(), unlimited);
    return new Step(Family.GATHERED, text, text, sql.parameters(), query);
  }

  /** A query for a view, whose columns are {@link SelectTables#COLUMNS}. */
  String view() {
    SqlText sql = new SqlText(data).withoutParameters();
    core(sql, SelectTables.COLUMNS, 1, List.of());
    return sql.toString();
  }

  private void commonTables(SqlText sql, List<String> common) {
    if (data.oneIn(2)) {
      sql.add("WITH RECURSIVE w(i, x) AS (SELECT i, x FROM ").add(tables.pick()).add(" WHERE ");
      sql.add("i BETWEEN 0 AND 3 UNION SELECT w.i + 1, b.x FROM w JOIN ").add(tables.pick());
      sql.add(" b ON b.i = w.i + 1 WHERE w.i < 6) ");
      common.add("w");
      return;
    }
    sql.add("WITH w AS (");
    core(sql, List.of("i", "x"), 1, List.of());
    sql.add(") ");
    common.add("w");
  }

  /** Adds one or several parts, in which values that are equal are the same. */
  private boolean compound(SqlText sql, int width, int depth, List<String> common) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(data.pick(SelectTables.COLUMNS));
    }
    int terms = data.oneIn(5) ? 2 + data.below(2) : 1;
    for (int i = 0; i < terms; i++) {
      if (i > 0) {
        sql.add(data.pick(List.of(" UNION ", " UNION ALL ", " EXCEPT ", " INTERSECT ")));
      }
      if (terms == 1 && data.oneIn(3)) {
        grouped(sql, width, depth, common);
      } else if (terms == 1 && data.oneIn(5)) {
        windowed(sql, width, depth, common);
      } else if (terms > 1) {
        plain(sql, columns, depth - 1, common);
      } else {
        expressions(sql, width, depth, common);
      }
    }
    return terms > 1;
  }

  /** Columns of one kind each, of which a compound may make sets. */
  private void plain(SqlText sql, List<String> columns, int depth, List<String> common) {
    sql.add("SELECT ").add(data.oneIn(4) ? "DISTINCT " : "");
    List<Source> sources = sources(depth, common);
    for (int i = 0; i < columns.size(); i++) {
      sql.add(i == 0 ? "" : ", ").add(exact(data.pick(sources), columns.get(i)));
    }
    from(sql, sources, depth, common);
    where(sql, sources, List.of(), depth, common);
  }

  /** Columns under their own names. */
  private void core(SqlText sql, List<String> columns, int depth, List<String> common) {
    sql.add("SELECT ");
    List<Source> sources = sources(depth, common);
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      Source source = data.pick(sources);
      sql.add(i == 0 ? "" : ", ").add(own(source, column)).add(" AS ").add(column);
    }
    from(sql, sources, depth, common);
    where(sql, sources, List.of(), depth, common);
  }

  private void expressions(SqlText sql, int width, int depth, List<String> common) {
    sql.add("SELECT ");
    List<Source> sources = sources(depth, common);
    for (int i = 0; i < width; i++) {
      sql.add(i == 0 ? "" : ", ");
      expression(sql, sources, depth, common);
      sql.add(data.oneIn(4) ? " AS n" + i : "");
    }
    from(sql, sources, depth, common);
    where(sql, sources, List.of(), depth, common);
  }

  private void grouped(SqlText sql, int width, int depth, List<String> common) {
    sql.add("SELECT ");
    List<Source> sources = sources(depth, common);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < data.below(3); i++) {
      keys.add(key(data.pick(sources)));
    }
    for (int i = 0; i < width; i++) {
      sql.add(i == 0 ? "" : ", ");
      if (i < keys.size()) {
        sql.add(keys.get(i));
      } else {
        aggregate(sql, sources);
      }
    }
    from(sql, sources, depth, common);
    where(sql, sources, List.of(), depth, common);
    if (!keys.isEmpty()) {
      sql.add(" GROUP BY ").add(String.join(", ", keys));
    }
    if (!keys.isEmpty() && data.oneIn(3)) {
      sql.add(" HAVING ");
      aggregate(sql, sources);
      sql.add(data.pick(List.of(" > 1", " IS NOT NULL", " <> 'a'")));
    }
  }

  private void aggregate(SqlText sql, List<Source> sources) {
    Source source = data.pick(sources);
    String column = column(source);
    String filter = data.oneIn(5) ? " FILTER (WHERE " + column(source) + " IS NOT NULL)" : "";
    switch (data.below(9)) {
      case 0 -> sql.add("count(*)");
      case 1 -> sql.add("count(" + column + ")");
      case 2 -> sql.add("count(DISTINCT " + column + ")");
      case 3 -> sql.add("sum(" + own(source, "i") + ")");
      case 4 -> sql.add(data.pick(List.of("total(", "avg(")) + own(source, "r") + ")");
      case 5 -> sql.add("min(" + key(source) + ")");
      case 6 -> sql.add("max(" + key(source) + ")");
      case 7 -> {
        String text = own(source, "t");
        sql.add("group_concat(" + text + ", '|' ORDER BY " + text + ")");
      }
      default -> sql.add("sum(DISTINCT " + own(source, "i") + ")");
    }
    sql.add(filter);
  }

  private void windowed(SqlText sql, int width, int depth, List<String> common) {
    sql.add("SELECT ");
    List<Source> sources = sources(depth, common);
    List<String> identity = new ArrayList<>();
    boolean whole = true;
    for (Source source : sources) {
      identity.addAll(source.identity());
      whole &= !source.identity().isEmpty();
    }
    for (int i = 0; i < width; i++) {
      sql.add(i == 0 ? "" : ", ");
      if (i == 0) {
        sql.add(column(data.pick(sources)));
      } else if (whole && data.oneIn(2)) {
        rowWindow(sql, sources, identity);
      } else {
        peerWindow(sql, sources);
      }
    }
    from(sql, sources, depth, common);
    where(sql, sources, List.of(), depth, common);
  }

  /** Over rows one by one, whose order is whole. */
  private void rowWindow(SqlText sql, List<Source> sources, List<String> identity) {
    Source source = data.pick(sources);
    sql.add(
        data.pick(
            List.of(
                "row_number()",
                "lag(" + column(source) + ")",
                "lead(" + column(source) + ", 2, 'none')",
                "nth_value(" + column(source) + ", 2)",
                "sum(" + own(source, "i") + ")",
                "count(" + column(source) + ")",
                "max(" + key(source) + ")")));
    sql.add(" OVER (");
    partition(sql, sources);
    sql.add("ORDER BY ").add(String.join(", ", identity));
    sql.add(
        data.pick(
            List.of(
                "",
                " ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
                " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW",
                " ROWS 2 PRECEDING")));
    sql.add(")");
  }

  /** Over peers, all of which get the same. */
  private void peerWindow(SqlText sql, List<Source> sources) {
    Source source = data.pick(sources);
    sql.add(
        data.pick(
            List.of(
                "rank()",
                "dense_rank()",
                "count(*)",
                "sum(" + own(source, "i") + ")",
                "min(" + key(source) + ")",
                "percent_rank()")));
    sql.add(" OVER (");
    partition(sql, sources);
    sql.add("ORDER BY ").add(own(source, "i"));
    sql.add(
        data.pick(
            List.of(
                "",
                " GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW",
                " RANGE BETWEEN 2 PRECEDING AND 1 FOLLOWING",
                " GROUPS CURRENT ROW")));
    sql.add(")");
  }

  private void partition(SqlText sql, List<Source> sources) {
    if (data.oneIn(2)) {
      sql.add("PARTITION BY ").add(column(data.pick(sources))).add(" ");
    }
  }

  /** What a FROM will hold; it is written by {@link #from}. */
  private List<Source> sources(int depth, List<String> common) {
    List<Source> sources = new ArrayList<>();
    int count = depth > 0 ? 1 + data.below(data.oneIn(3) ? 3 : 2) : 1;
    for (int i = 0; i < count; i++) {
      String alias = "a" + aliases++;
      if (depth > 0 && data.oneIn(6)) {
        sources.add(new Source(alias, List.of("i", "x", "t"), List.of()));
      } else if (!common.isEmpty() && data.oneIn(3)) {
        sources.add(new Source(alias, List.of("i", "x"), List.of()));
      } else {
        sources.add(tables.source(data, alias));
      }
    }
    return sources;
  }

  private void from(SqlText sql, List<Source> sources, int depth, List<String> common) {
    sql.add(" FROM ");
    for (int i = 0; i < sources.size(); i++) {
      String join = i == 0 ? "" : data.pick(JOINS);
      sql.add(join);
      source(sql, sources.get(i), depth);
      if (i > 0 && !join.equals(", ") && (!join.equals(" CROSS JOIN ") || data.oneIn(2))) {
        // Further on, i may be of several tables: an error whose words change from run to run.
        if (i == 1 && data.oneIn(4)) {
          sql.add(" USING (i)");
        } else {
          sql.add(" ON ");
          condition(sql, sources.subList(0, i + 1), List.of(), 0, common);
        }
      }
    }
  }

  private void source(SqlText sql, Source source, int depth) {
    if (source.columns().size() == 3) {
      sql.add("(");
      if (data.oneIn(5)) {
        sql.add("SELECT column1 AS i, column2 AS x, column3 AS t FROM (VALUES (1, 'a', 'b'), (");
        sql.add(data.key()).add(", 2.5, NULL))");
      } else {
        core(sql, source.columns(), depth - 1, List.of());
        sql.add(data.oneIn(3) ? " UNION ALL SELECT 3, x'00', 'é'" : "");
      }
      sql.add(") ").add(source.alias());
    } else if (source.columns().size() == 2) {
      sql.add("w AS ").add(source.alias());
    } else {
      sql.add(tables.nameOf(source)).add(" AS ").add(source.alias());
    }
  }

  private void where(
      SqlText sql, List<Source> sources, List<Source> outer, int depth, List<String> common) {
    int conditions = data.below(4);
    for (int i = 0; i < conditions; i++) {
      sql.add(i == 0 ? " WHERE " : " AND ");
      if (data.oneIn(5)) {
        sql.add("(");
        condition(sql, sources, outer, depth, common);
        sql.add(" OR ");
        condition(sql, sources, outer, depth, common);
        sql.add(")");
      } else {
        condition(sql, sources, outer, depth, common);
      }
    }
  }

  private void condition(
      SqlText sql, List<Source> sources, List<Source> outer, int depth, List<String> common) {
    Source source = data.pick(sources);
    String column = column(source);
    switch (data.below(depth > 0 ? 14 : 11)) {
      case 0, 1 -> sql.add(column).add(comparison()).add(data.key());
      case 2 -> sql.add(column).add(comparison()).add(column(data.pick(all(sources, outer))));
      case 3 -> sql.add(column).add(data.oneIn(2) ? " IS NULL" : " IS NOT NULL");
      case 4 ->
          sql.add(column)
              .add(data.oneIn(3) ? " NOT IN (" : " IN (")
              .add(data.key())
              .add(", ")
              .add(data.key())
              .add(")");
      case 5 -> sql.add(column).add(" BETWEEN ").add(data.key()).add(" AND ").add(data.key());
      case 6 -> sql.add(own(source, "t")).add(" LIKE 'a%'");
      case 7 -> sql.add(column).add(" IS ").add(column(data.pick(all(sources, outer))));
      case 8 ->
          sql.add("(")
              .add(own(source, "i"))
              .add(", ")
              .add(own(source, "x"))
              .add(") = (")
              .add(data.key())
              .add(", ")
              .add(data.key())
              .add(")");
      case 9, 10 -> {
        String identity = source.identity().isEmpty() ? column : data.pick(source.identity());
        sql.add(identity).add(data.oneIn(2) ? " = " : " <= ").add(data.key());
      }
      case 11 -> {
        sql.add(data.oneIn(3) ? "NOT EXISTS (" : "EXISTS (");
        subquery(sql, "1", all(sources, outer), depth, common);
        sql.add(")");
      }
      case 12 -> {
        sql.add(column).add(data.oneIn(3) ? " NOT IN (" : " IN (");
        subquery(sql, "", all(sources, outer), depth, common);
        sql.add(")");
      }
      default -> {
        sql.add("(");
        subquery(sql, "count(*)", all(sources, outer), depth, common);
        sql.add(")").add(data.pick(List.of(" > 0", " < 3", " = 1")));
      }
    }
  }

  private void subquery(
      SqlText sql, String result, List<Source> outer, int depth, List<String> common) {
    List<Source> sources = sources(depth - 1, common);
    String shown = result.isEmpty() ? column(data.pick(sources)) : result;
    sql.add("SELECT ").add(shown);
    from(sql, sources, depth - 1, common);
    where(sql, sources, outer, depth - 1, common);
  }

  private void expression(SqlText sql, List<Source> sources, int depth, List<String> common) {
    Source source = data.pick(sources);
    switch (data.below(depth > 0 ? 13 : 11)) {
      case 0 -> sql.add(own(source, "i")).add(" + ").add(data.key());
      case 1 -> sql.add("coalesce(" + column(source) + ", " + column(source) + ")");
      case 2 -> sql.add("typeof(" + column(source) + ")");
      case 3 -> {
        sql.add("CASE WHEN ");
        condition(sql, sources, List.of(), 0, common);
        sql.add(" THEN " + column(source) + " ELSE 'else' END");
      }
      case 4 -> sql.add(column(source) + " || '-' || " + column(data.pick(sources)));
      case 5 -> sql.add("CAST(" + column(source) + " AS " + data.pick(SelectTables.TYPES) + ")");
      case 6 -> {
        condition(sql, sources, List.of(), 0, common);
      }
      case 11 -> {
        sql.add("(");
        subquery(sql, "count(*)", sources, depth, common);
        sql.add(")");
      }
      case 12 -> {
        sql.add("(");
        Source inner = tables.source(data, "b" + aliases++);
        sql.add("SELECT ").add(column(inner)).add(" FROM ").add(tables.nameOf(inner));
        sql.add(" AS ").add(inner.alias());
        where(sql, List.of(inner), sources, 0, common);
        String order = inner.identity().isEmpty() ? "1" : String.join(", ", inner.identity());
        sql.add(" ORDER BY ").add(order).add(" LIMIT 1)");
      }
      default -> sql.add(column(source));
    }
  }

  private static List<Source> all(List<Source> sources, List<Source> outer) {
    List<Source> all = new ArrayList<>(sources);
    all.addAll(outer);
    return all;
  }

  private String column(Source source) {
    return source.alias() + "." + data.pick(source.columns());
  }

  /** The column of that name, or another where there is none. */
  private String own(Source source, String column) {
    if (source.columns().contains(column)) {
      return source.alias() + "." + column;
    }
    return column.equals("r")
        ? "(" + source.alias() + ".i + 0.0)"
        : "('' || " + source.alias() + ".i)";
  }

  /** A column in which values that are equal are the same. */
  private String exact(Source source, String column) {
    return own(source, column) + (column.equals("s") ? " COLLATE BINARY" : "");
  }

  private String key(Source source) {
    return exact(source, data.pick(source.columns()));
  }

  private String comparison() {
    return data.pick(List.of(" = ", " = ", " < ", " >= ", " <> ", " == ", " > "));
  }

  private String direction() {
    String nulls = data.oneIn(4) ? data.pick(List.of(" NULLS FIRST", " NULLS LAST")) : "";
    return data.pick(List.of("", " DESC")) + nulls;
  }
}
