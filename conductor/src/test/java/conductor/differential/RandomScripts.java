package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** Scripts by seed: tables, then statements over them. */
final class RandomScripts {
  private final RandomData data;
  private final List<RandomTable> tables = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private int names;

  private RandomScripts(long seed) {
    data = new RandomData(new Random(seed));
  }

  static List<Step> of(long seed, int statements) {
    RandomScripts script = new RandomScripts(seed);
    script.create();
    script.create();
    for (int i = 0; i < 6; i++) {
      script.steps.add(script.insert(script.data.pick(script.tables)));
    }
    while (script.steps.size() < statements) {
      script.next();
    }
    return script.steps;
  }

  private void next() {
    RandomTable table = data.pick(tables);
    RandomQueries queries = new RandomQueries(data, table);
    switch (data.below(28)) {
      case 0, 1, 2, 3, 4, 5 -> steps.add(insert(table));
      case 6, 7, 8 -> steps.add(update(table));
      case 9 -> steps.add(delete(table));
      case 10, 11, 12 -> steps.add(queries.byKey());
      case 13, 14, 15, 16 -> steps.add(queries.rows());
      case 17, 18 -> steps.add(queries.distinct());
      case 19, 20, 21 -> steps.add(queries.groups());
      case 22, 23, 24 -> steps.add(new RandomJoins(data, table, data.pick(tables)).next());
      case 25, 26 -> batch(table);
      default -> define(table);
    }
  }

  private void batch(RandomTable table) {
    List<Step> batch = new ArrayList<>();
    for (int i = 0; i < 2 + data.below(3); i++) {
      RandomTable target = data.oneIn(3) ? data.pick(tables) : table;
      RandomQueries queries = new RandomQueries(data, target);
      batch.add(
          switch (data.below(6)) {
            case 0, 1, 2 -> insert(target);
            case 3 -> update(target);
            case 4 -> delete(target);
            default -> data.oneIn(2) ? queries.rows() : queries.groups();
          });
    }
    steps.add(Step.batch(batch));
  }

  private void create() {
    RandomTable table = RandomTable.of(data, "t" + names++);
    tables.add(table);
    steps.add(definition(Family.CREATE_TABLE, table.create(), table.plainCreate()));
  }

  private void define(RandomTable table) {
    String alter = "ALTER TABLE " + table.name();
    switch (data.below(6)) {
      case 0, 1 -> {
        String name = "i" + names++;
        String term = data.pick(table.columns()).name();
        String order = data.pick(List.of("", " DESC", " COLLATE NOCASE"));
        definition(
            Family.INDEX,
            "CREATE INDEX " + name + " ON " + table.name() + "(" + term + order + ")");
        if (data.oneIn(3)) {
          definition(Family.INDEX, "DROP INDEX " + name);
        }
      }
      case 2, 3 -> {
        String name = "n" + names++;
        String type = data.pick(List.of(" TEXT", " INTEGER DEFAULT 3", " REAL DEFAULT 'x'"));
        definition(Family.ALTER_TABLE, alter + " ADD COLUMN " + name + type);
        replace(
            table, table.with(new RandomTable.Column(name, type, Collation.BINARY, false, true)));
        if (data.oneIn(4)) {
          definition(Family.ALTER_TABLE, alter + " DROP COLUMN " + name);
          replace(
              table.with(new RandomTable.Column(name, type, Collation.BINARY, false, true)), table);
        }
      }
      case 4 -> {
        String name = "t" + names++;
        definition(Family.ALTER_TABLE, alter + " RENAME TO " + name);
        replace(table, table.named(name));
      }
      default -> {
        definition(Family.CREATE_TABLE, "DROP TABLE " + table.name());
        tables.remove(table);
        create();
      }
    }
  }

  private void replace(RandomTable old, RandomTable table) {
    int index = tables.indexOf(old);
    tables.set(index, table);
  }

  private void definition(Family family, String sql) {
    steps.add(definition(family, sql, sql));
  }

  private static Step definition(Family family, String sql, String plain) {
    return new Step(family, sql, plain, List.of(), new Step.Write(true));
  }

  private Step insert(RandomTable table) {
    SqlText sql = new SqlText(data).add("INSERT INTO ").add(table.name());
    if (data.oneIn(15)) {
      sql.add(" DEFAULT VALUES");
      return write(Family.INSERT, sql, true);
    }
    List<Integer> columns = new ArrayList<>();
    boolean all = data.oneIn(3);
    for (int i = 0; i < table.columns().size(); i++) {
      boolean left = !all && data.oneIn(table.rowIdIsKey() && i == 0 ? 2 : 6);
      if (!left) {
        columns.add(i);
      }
    }
    if (columns.isEmpty()) {
      columns.add(1);
    }
    if (!all) {
      List<String> named = columns.stream().map(i -> table.columns().get(i).name()).toList();
      sql.add("(").add(String.join(", ", named)).add(")");
    }
    sql.add(" VALUES ");
    int rows = data.oneIn(3) ? 2 + data.below(8) : 1;
    for (int row = 0; row < rows; row++) {
      sql.add(row == 0 ? "(" : ", (");
      for (int i = 0; i < columns.size(); i++) {
        cell(sql.add(i == 0 ? "" : ", "), table, columns.get(i));
      }
      sql.add(")");
    }
    return write(Family.INSERT, sql, rows == 1);
  }

  private void cell(SqlText sql, RandomTable table, int position) {
    if (table.rowIdIsKey() && position == 0) {
      if (data.oneIn(3)) {
        sql.add("NULL");
      } else if (data.oneIn(30)) {
        sql.add(data.key());
      } else {
        sql.add(new SqlValue.Int(data.below(60)));
      }
    } else if (data.oneIn(12)) {
      sql.add(data.pick(List.of("1 + 2", "upper('a')", "7.0 - 2", "'a' || 'B'", "-(3)")));
    } else {
      sql.add(value(table, position));
    }
  }

  private SqlValue value(RandomTable table, int position) {
    RandomTable.Column column = table.columns().get(position);
    boolean inKey = table.key().contains(position) || table.shardBy().contains(position);
    if (table.options().contains("STRICT") && data.below(8) > 0) {
      return ofType(column.definition());
    }
    if (column.summed()) {
      return data.moderate();
    }
    return inKey || data.oneIn(2) ? data.key() : data.any();
  }

  /** A value that a STRICT column takes. */
  private SqlValue ofType(String definition) {
    int number = data.below(20);
    if (definition.startsWith(" INT")) {
      return new SqlValue.Int(number);
    }
    if (definition.startsWith(" REAL")) {
      return new SqlValue.Real(number / 2.0);
    }
    if (definition.startsWith(" TEXT")) {
      return new SqlValue.Text("a" + number);
    }
    return definition.startsWith(" BLOB")
        ? new SqlValue.Blob(new byte[] {(byte) number})
        : data.moderate();
  }

  private Step update(RandomTable table) {
    SqlText sql = new SqlText(data).add("UPDATE ").add(table.name()).add(" SET ");
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      boolean places = table.placement().contains(i) || (table.rowIdIsKey() && i == 0);
      if (!places || data.oneIn(80)) {
        free.add(i);
      }
    }
    for (int i = 0; i < 1 + data.below(2); i++) {
      int position = data.pick(free);
      sql.add(i == 0 ? "" : ", ").add(table.columns().get(position).name()).add(" = ");
      if (data.oneIn(4)) {
        sql.add(data.pick(List.of("c1", "c0 || 'z'", "length(c1)", "CASE WHEN c0 > 3 THEN 1 END")));
      } else {
        sql.add(value(table, position));
      }
    }
    where(sql, table);
    return write(Family.UPDATE, sql, false);
  }

  private Step delete(RandomTable table) {
    SqlText sql = new SqlText(data).add("DELETE FROM ").add(table.name());
    where(sql, table);
    return write(Family.DELETE, sql, true);
  }

  private void where(SqlText sql, RandomTable table) {
    RandomConditions conditions = new RandomConditions(data, table);
    switch (data.below(8)) {
      case 0 -> {}
      case 1, 2, 3 -> conditions.any(sql.add(" WHERE "), 2);
      default -> conditions.byKey(sql.add(" WHERE "));
    }
  }

  private static Step write(Family family, SqlText sql, boolean oneRow) {
    return new Step(
        family, sql.toString(), sql.toString(), sql.parameters(), new Step.Write(oneRow));
  }
}
