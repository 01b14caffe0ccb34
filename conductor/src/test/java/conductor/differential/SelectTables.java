package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/**
 * Tables for whole SELECTs. Each has the same columns beside its key, of which each holds values
 * that are the same when they are equal: {@code i} small integers, {@code x} values of all types,
 * {@code s} text without regard to case, {@code t} text, {@code r} quarters.
 */
final class SelectTables {
  static final List<String> COLUMNS = List.of("i", "x", "s", "t", "r");
  static final List<String> TYPES = List.of("INTEGER", "TEXT", "REAL", "NUMERIC", "BLOB");

  private static final List<String> TEXTS =
      List.of("a", "A", "b", "B", "", "7", "1.5", "it's", "é", "É", "\uffee", "\ud83d\ude00", "%");

  private static final List<SqlValue> MIXED =
      List.of(
          SqlValue.NULL,
          new SqlValue.Int(1),
          new SqlValue.Int(3),
          new SqlValue.Int(Long.MAX_VALUE),
          new SqlValue.Int(Long.MIN_VALUE),
          new SqlValue.Int((1L << 53) + 1),
          new SqlValue.Real(2.5),
          new SqlValue.Real(-1e300),
          new SqlValue.Real(Double.POSITIVE_INFINITY),
          new SqlValue.Text("1"),
          new SqlValue.Text("a"),
          new SqlValue.Text("A"),
          new SqlValue.Text("\ud83d\ude00"),
          new SqlValue.Blob(new byte[] {97}),
          new SqlValue.Blob(new byte[0]));

  private static final String REST = "i INT, x, s TEXT COLLATE NOCASE, t TEXT, r REAL";

  private final RandomData data;
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> identities = new ArrayList<>();

  SelectTables(RandomData data) {
    this.data = data;
  }

  /** The tables with their rows, and views over them. */
  List<Step> script() {
    List<Step> steps = new ArrayList<>();
    steps.add(create("p", "CREATE TABLE p(id INTEGER PRIMARY KEY, " + REST + ")", List.of("id")));
    String kind = data.oneIn(2) ? " WITHOUT ROWID" : "";
    String ofTwo = "CREATE TABLE q(k TEXT, n INT, " + REST + ", PRIMARY KEY(n, k))" + kind;
    steps.add(create("q", ofTwo, List.of("k", "n")));
    steps.add(create("o", "CREATE TABLE o(" + REST + ")", List.of("rowid")));
    String folded = "CREATE TABLE f(c TEXT COLLATE NOCASE PRIMARY KEY, " + REST + ")";
    steps.add(create("f", folded, List.of("c")));
    for (int i = 0; i < 4; i++) {
      fill(names.get(i), steps);
    }
    if (data.oneIn(2)) {
      steps.add(write(Family.INDEX, "CREATE INDEX pi ON p(i, t)"));
      steps.add(write(Family.INDEX, "CREATE INDEX qx ON q(x) WHERE x > 1"));
    }
    for (String view : List.of("v", "vv")) {
      String query = new RandomSelects(data, this).view();
      steps.add(create(view, "CREATE VIEW " + view + " AS " + query, List.of()));
    }
    return steps;
  }

  /** The name of any table or view. */
  String pick() {
    return data.pick(names);
  }

  /** Any table or view under an alias that tells which it is. */
  RandomSelects.Source source(RandomData data, String alias) {
    int chosen = data.below(names.size());
    String name = names.get(chosen) + alias;
    List<String> identity = new ArrayList<>();
    identities.get(chosen).forEach(column -> identity.add(name + "." + column));
    return new RandomSelects.Source(name, COLUMNS, identity);
  }

  /** The table or view that {@link #source} has chosen. */
  String nameOf(RandomSelects.Source source) {
    int end = 0;
    while (!source.alias().startsWith("a", end) && !source.alias().startsWith("b", end)) {
      end++;
    }
    return source.alias().substring(0, end);
  }

  private Step create(String name, String sql, List<String> identity) {
    names.add(name);
    identities.add(identity);
    return write(Family.CREATE_TABLE, sql);
  }

  private void fill(String name, List<Step> steps) {
    int rows = data.below(13);
    for (int i = 0; i < rows; i++) {
      String key =
          switch (name) {
            case "p" -> (i * 3 % 13) + ", ";
            case "q" -> "'" + (char) ('a' + i % 3) + "', " + i / 3 + ", ";
            case "f" -> "'" + (char) ((i % 2 == 0 ? 'A' : 'a') + i) + "', ";
            default -> "";
          };
      List<String> values = new ArrayList<>();
      values.add(nullOr(Integer.toString(data.below(8) - 2)));
      values.add(RandomData.literal(data.pick(MIXED)));
      values.add(nullOr(RandomData.literal(new SqlValue.Text(data.pick(TEXTS)))));
      values.add(nullOr(RandomData.literal(new SqlValue.Text(data.pick(TEXTS)))));
      values.add(nullOr(Double.toString(data.below(17) / 4.0 - 1)));
      String sql = "INSERT INTO " + name + " VALUES (" + key + String.join(", ", values) + ")";
      steps.add(write(Family.INSERT, sql));
    }
  }

  private String nullOr(String value) {
    return data.oneIn(6) ? "NULL" : value;
  }

  private static Step write(Family family, String sql) {
    return new Step(family, sql, sql, List.of(), new Step.Write(true));
  }
}
