package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/**
 * SELECTs by seed that fix shard keys, directly or by way of joins, subqueries and views, so that
 * much of what they name is not read at all.
 */
final class RandomKeyedSelects {
  private static final List<Shape> SHAPES =
      List.of(
          new Shape("kp", List.of("id", "a", "b")),
          new Shape("kq", List.of("k", "n", "v")),
          new Shape("kr", List.of("owner", "item", "a")),
          new Shape("kt", List.of("name", "id", "v")),
          new Shape("ks", List.of("name", "k")),
          new Shape("kd", List.of("x", "id", "b")),
          new Shape("ko", List.of("rowid", "a", "k")),
          new Shape("kv", List.of("kid", "a")),
          new Shape("kw", List.of("i", "j", "v")),
          new Shape("kg", List.of("k", "c")));

  private static final List<String> JOINS =
      List.of(
          " JOIN ",
          " JOIN ",
          " LEFT JOIN ",
          " LEFT JOIN ",
          " LEFT JOIN ",
          ", ",
          " CROSS JOIN ",
          " RIGHT JOIN ",
          " FULL JOIN ");

  /** Texts that are equal to one another without regard to case, or as numbers. */
  private static final List<String> NAMES = List.of("a", "B", "1", "01", "1.0", "2");

  private static final List<String> OTHER_NAMES = List.of("A", "b", "1", "1.0", " 2", "3");

  private final RandomData data;
  private int aliases;

  RandomKeyedSelects(RandomData data) {
    this.data = data;
  }

  /** A table or view and its columns. */
  private record Shape(String name, List<String> columns) {}

  /**
   * A source of a FROM.
   *
   * @param sql it, with its alias
   */
  private record Source(String alias, String sql, List<String> columns) {
    String any(RandomData data) {
      return alias + "." + data.pick(columns);
    }
  }

  /** The tables with their rows, and views over them. */
  List<Step> script() {
    List<Step> steps = new ArrayList<>();
    create(steps, "CREATE TABLE kp(id INTEGER PRIMARY KEY, a INT, b INT)", "");
    create(steps, "CREATE TABLE kq(k INT, n INT, v, PRIMARY KEY(k, n))", "");
    String owner = "CREATE TABLE kr(owner INT, item INT, a INT, PRIMARY KEY(owner, item))";
    create(steps, owner, " SHARD BY (owner)");
    create(steps, "CREATE TABLE kt(name TEXT COLLATE NOCASE PRIMARY KEY, id INT, v)", "");
    create(steps, "CREATE TABLE ks(name TEXT PRIMARY KEY, k INT)", "");
    create(steps, "CREATE TABLE kd(x REAL PRIMARY KEY, id INT, b INT)", "");
    create(steps, "CREATE TABLE ko(a INT, k INT)", "");
    create(steps, "CREATE VIEW kv AS SELECT id AS kid, a FROM kp WHERE b > 0", "");
    create(
        steps,
        "CREATE VIEW kw(i, j, v) AS SELECT p.id, q.n, q.v FROM kp p"
            + data.pick(JOINS.subList(0, 5))
            + "kq q ON q.k = p."
            + data.pick(List.of("id", "a")),
        "");
    create(steps, "CREATE VIEW kg AS SELECT k, count(*) AS c FROM kq GROUP BY k", "");
    for (int i = 0; i < 6; i++) {
      insert(steps, "kp", i + ", " + value() + ", " + value());
      insert(steps, "kq", i / 2 + ", " + i % 2 + ", " + value());
      insert(steps, "kr", i % 4 + ", " + i / 4 + ", " + value());
      insert(steps, "kt", "'" + NAMES.get(i) + "', " + value() + ", 1");
      insert(steps, "ks", "'" + OTHER_NAMES.get(i) + "', " + value());
      insert(steps, "kd", (i % 3 == 0 ? i + ".5" : i + ".0") + ", " + value() + ", " + value());
      insert(steps, "ko", value() + ", " + value());
    }
    return steps;
  }

  Step next() {
    aliases = 0;
    SqlText sql = new SqlText(data);
    query(sql, List.of(), 2);
    if (data.oneIn(6)) {
      sql.add(data.pick(List.of(" UNION ALL ", " UNION ", " EXCEPT ")));
      query(sql, List.of(), 1);
    }
    Step.Query query = new Step.Query(new Step.Partial(List.of()), List.of(), "");
    return new Step(Family.GATHERED, sql.toString(), sql.toString(), sql.parameters(), query);
  }

  /** A query of two columns. */
  private void query(SqlText sql, List<Source> outer, int depth) {
    List<Source> sources = sources(depth);
    sql.add("SELECT ").add(data.oneIn(6) ? "DISTINCT " : "");
    if (data.oneIn(6)) {
      sql.add("count(*), max(").add(any(sources)).add(")");
    } else {
      sql.add(any(sources)).add(", ");
      if (depth > 0 && data.oneIn(5)) {
        sql.add("(SELECT count(*)");
        rest(sql, sources(depth - 1), with(outer, sources), depth - 1);
        sql.add(")");
      } else {
        sql.add(any(sources));
      }
    }
    rest(sql, sources, outer, depth);
  }

  private static List<Source> with(List<Source> outer, List<Source> sources) {
    List<Source> all = new ArrayList<>(outer);
    all.addAll(sources);
    return all;
  }

  private List<Source> sources(int depth) {
    List<Source> sources = new ArrayList<>();
    int count = 1 + data.below(depth > 0 ? 3 : 2);
    for (int i = 0; i < count; i++) {
      String alias = "s" + aliases++;
      Shape shape = data.pick(SHAPES);
      if (depth > 0 && data.oneIn(6)) {
        SqlText inner = new SqlText(data).withoutParameters();
        List<Source> own = sources(depth - 1);
        inner.add("SELECT ").add(any(own)).add(" AS y, ").add(any(own)).add(" AS z");
        rest(inner, own, List.of(), depth - 1);
        inner.add(data.oneIn(8) ? " LIMIT 100" : "");
        sources.add(new Source(alias, "(" + inner + ") AS " + alias, List.of("y", "z")));
      } else {
        sources.add(new Source(alias, shape.name() + " AS " + alias, shape.columns()));
      }
    }
    return sources;
  }

  private void rest(SqlText sql, List<Source> sources, List<Source> outer, int depth) {
    sql.add(" FROM ").add(sources.get(0).sql());
    for (int i = 1; i < sources.size(); i++) {
      String join = data.pick(JOINS);
      boolean using = i == 1 && !join.equals(", ") && !shared(sources).isEmpty() && data.oneIn(3);
      if (using && data.oneIn(3)) {
        sql.add(" NATURAL").add(join).add(sources.get(i).sql());
        continue;
      }
      sql.add(join).add(sources.get(i).sql());
      if (using) {
        sql.add(" USING (").add(data.pick(shared(sources))).add(")");
      } else if (!join.equals(", ")) {
        sql.add(" ON ");
        equality(sql, sources.subList(0, i), sources.get(i));
        if (data.oneIn(3)) {
          sql.add(" AND ");
          fixed(sql, sources.subList(0, i + 1));
        }
      }
    }
    sql.add(" WHERE ");
    if (data.oneIn(3)) {
      sql.add("1");
    } else {
      fixed(sql, sources);
    }
    if (!outer.isEmpty()) {
      sql.add(" AND ").add(any(sources)).add(" = ").add(any(outer));
    }
    for (int i = 0; i < data.below(2); i++) {
      sql.add(" AND ");
      condition(sql, sources, with(outer, sources), depth);
    }
  }

  /** The columns that the first two sources have in common. */
  private static List<String> shared(List<Source> sources) {
    List<String> shared = new ArrayList<>(sources.get(0).columns());
    shared.retainAll(sources.get(1).columns());
    shared.remove("rowid");
    return shared;
  }

  private void equality(SqlText sql, List<Source> left, Source right) {
    String one = any(left);
    String other = right.any(data);
    sql.add(data.oneIn(2) ? one + " = " + other : other + " = " + one);
  }

  private void fixed(SqlText sql, List<Source> sources) {
    String column = any(sources);
    if (data.oneIn(4)) {
      sql.add(column).add(" IN (").add(constant()).add(", ").add(constant()).add(")");
    } else {
      sql.add(column).add(" = ").add(constant());
    }
  }

  private void condition(SqlText sql, List<Source> sources, List<Source> all, int depth) {
    switch (data.below(depth > 0 ? 9 : 6)) {
      case 0 -> fixed(sql, all);
      case 1, 2 -> sql.add(any(sources)).add(" = ").add(any(all));
      case 3 ->
          sql.add(any(sources)).add(data.pick(List.of(" > ", " IS ", " <> "))).add(constant());
      case 4 -> {
        sql.add("(");
        fixed(sql, sources);
        sql.add(" OR ").add(any(sources)).add(" = ").add(any(sources));
        sql.add(" AND ");
        fixed(sql, sources);
        sql.add(")");
      }
      case 5 -> sql.add(any(sources)).add(data.pick(List.of(" IS NULL", " IS NOT NULL")));
      case 6 -> {
        sql.add(any(sources)).add(data.oneIn(4) ? " NOT IN (" : " IN (");
        List<Source> inner = sources(depth - 1);
        sql.add("SELECT ").add(any(inner));
        rest(sql, inner, data.oneIn(2) ? all : List.of(), depth - 1);
        sql.add(")");
      }
      default -> {
        sql.add(data.oneIn(4) ? "NOT EXISTS (" : "EXISTS (").add("SELECT 1");
        rest(sql, sources(depth - 1), all, depth - 1);
        sql.add(")");
      }
    }
  }

  private String any(List<Source> sources) {
    return data.pick(sources).any(data);
  }

  private SqlValue constant() {
    return switch (data.below(12)) {
      case 0 -> new SqlValue.Text(Integer.toString(data.below(6)));
      case 1 -> new SqlValue.Real(data.below(12) / 2.0);
      case 2 -> new SqlValue.Text(data.pick(data.oneIn(2) ? NAMES : OTHER_NAMES));
      case 3 -> SqlValue.NULL;
      default -> new SqlValue.Int(data.below(4));
    };
  }

  private String value() {
    return data.oneIn(8) ? "NULL" : Integer.toString(data.below(4));
  }

  private static void create(List<Step> steps, String plain, String options) {
    steps.add(
        new Step(Family.CREATE_TABLE, plain + options, plain, List.of(), new Step.Write(true)));
  }

  private static void insert(List<Step> steps, String table, String values) {
    String sql = "INSERT INTO " + table + " VALUES (" + values + ")";
    steps.add(new Step(Family.INSERT, sql, sql, List.of(), new Step.Write(true)));
  }
}
