package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/** Conditions over one table by seed. */
final class RandomConditions {
  private final RandomData data;
  private final RandomTable table;

  RandomConditions(RandomData data, RandomTable table) {
    this.data = data;
    this.table = table;
  }

  /** A condition that fixes what places a row. */
  void byKey(SqlText sql) {
    switch (data.below(6)) {
      case 0 -> {
        sql.add("(");
        oneKey(sql);
        sql.add(" OR ");
        oneKey(sql);
        sql.add(")");
      }
      case 1 -> {
        oneKey(sql);
        sql.add(" AND ");
        any(sql, 2);
      }
      default -> oneKey(sql);
    }
  }

  private void oneKey(SqlText sql) {
    List<String> key = new ArrayList<>();
    for (int position : table.placement()) {
      key.add(table.columns().get(position).name());
    }
    if (key.isEmpty() || (table.rowIdIsKey() && data.oneIn(5))) {
      key = List.of(data.pick(List.of("rowid", "_rowid_", "oid")));
    }
    String separator = "";
    for (String column : key) {
      sql.add(separator);
      separator = " AND ";
      equality(sql, column);
    }
  }

  private void equality(SqlText sql, String column) {
    switch (data.below(6)) {
      case 0 -> sql.add(data.key()).add(" = ").add(column);
      case 1, 2 -> {
        sql.add(column).add(" IN (");
        for (int i = 0; i < 1 + data.below(4); i++) {
          sql.add(i == 0 ? "" : ", ").add(data.key());
        }
        sql.add(")");
      }
      case 3 -> sql.add(column).add(" = ").add(data.pick(List.of("1 + 2", "'7'", "7.0", "0x7")));
      default -> sql.add(column).add(" = ").add(data.key());
    }
  }

  /** Any condition. */
  void any(SqlText sql, int depth) {
    if (depth > 0 && data.oneIn(3)) {
      sql.add(data.oneIn(3) ? "NOT (" : "(");
      any(sql, depth - 1);
      sql.add(data.oneIn(2) ? " AND " : " OR ");
      any(sql, depth - 1);
      sql.add(")");
      return;
    }
    leaf(sql, column());
  }

  private void leaf(SqlText sql, String column) {
    switch (data.below(12)) {
      case 0 -> sql.add(column).add(data.oneIn(2) ? " IS NULL" : " IS NOT NULL");
      case 1 -> sql.add(column).add(" LIKE ").add(text("a%"));
      case 2 -> {
        sql.add(column).add(data.oneIn(3) ? " NOT" : "").add(" BETWEEN ").add(data.key());
        sql.add(" AND ").add(data.any());
      }
      case 3 -> sql.add(column).add(" = ").add(column());
      case 4 -> {
        sql.add(column).add(" COLLATE ").add(data.pick(List.of("NOCASE", "RTRIM", "BINARY")));
        sql.add(" = ").add(data.key());
      }
      case 5 -> sql.add("typeof(").add(column).add(") = ").add(text("text"));
      case 6 -> sql.add(column).add(" + 1 > ").add(data.moderate());
      case 7 -> sql.add("CAST(").add(column).add(" AS TEXT) >= ").add(data.key());
      case 8 -> {
        sql.add(column).add(data.oneIn(2) ? " IN (" : " NOT IN (").add(data.key()).add(", ");
        sql.add(data.any()).add(")");
      }
      case 9 -> sql.add(column).add(" IS NOT ").add(data.key());
      default ->
          sql.add(column).add(data.pick(List.of(" < ", " >= ", " <> ", " = "))).add(data.key());
    }
  }

  private String column() {
    if (!table.withoutRowId() && data.oneIn(8)) {
      return "rowid";
    }
    return data.pick(table.columns()).name();
  }

  private static SqlValue text(String text) {
    return new SqlValue.Text(text);
  }
}
