package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/**
 * A table by seed.
 *
 * @param key positions of the PRIMARY KEY; none for a table without one
 * @param options what stands behind its columns, SHARD BY left out
 * @param shardBy what SHARD BY names; empty for none
 */
record RandomTable(
    String name,
    List<Column> columns,
    List<Integer> key,
    boolean rowIdIsKey,
    boolean withoutRowId,
    String constraints,
    String options,
    List<Integer> shardBy) {

  /**
   * A column.
   *
   * @param definition as in CREATE TABLE
   * @param summed whether sums of its values are exact
   * @param exact whether values that are equal in it are the same
   */
  record Column(
      String name, String definition, Collation collation, boolean summed, boolean exact) {}

  static RandomTable of(RandomData data, String name) {
    return new Maker(data, name).make();
  }

  String create() {
    List<String> names = new ArrayList<>();
    shardBy.forEach(position -> names.add(columns.get(position).name()));
    String shards = names.isEmpty() ? "" : "SHARD BY (" + String.join(", ", names) + ")";
    return plainCreate() + (shards.isEmpty() || options.isEmpty() ? " " : ", ") + shards;
  }

  String plainCreate() {
    List<String> definitions = new ArrayList<>();
    columns.forEach(column -> definitions.add(column.name() + column.definition()));
    String keys = constraints.isEmpty() ? "" : ", " + constraints;
    return "CREATE TABLE " + name + "(" + String.join(", ", definitions) + keys + ") " + options;
  }

  /** Positions of the columns that place a row. */
  List<Integer> placement() {
    return shardBy.isEmpty() ? key : shardBy;
  }

  /** Columns by which rows are told apart. */
  List<String> identity() {
    if (!withoutRowId) {
      return List.of("rowid");
    }
    return key.stream().map(position -> columns.get(position).name()).toList();
  }

  RandomTable named(String newName) {
    return new RandomTable(
        newName, columns, key, rowIdIsKey, withoutRowId, constraints, options, shardBy);
  }

  RandomTable with(Column column) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new RandomTable(
        name, more, key, rowIdIsKey, withoutRowId, constraints, options, shardBy);
  }

  /** Puts one together. */
  private static final class Maker {
    private static final List<String> TYPES =
        List.of("INTEGER", "INT", "TEXT", "REAL", "NUMERIC", "BLOB", "", "VARCHAR(10)", "DOUBLE");
    private static final List<String> STRICT_TYPES =
        List.of("INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY");
    private static final List<String> DEFAULTS =
        List.of("5", "-1.5", "'x'", "NULL", "(1 + 2)", "'7'", "x'0102'", "true");

    private final RandomData data;
    private final String name;
    private final boolean strict;
    private final List<Column> columns = new ArrayList<>();

    Maker(RandomData data, String name) {
      this.data = data;
      this.name = name;
      this.strict = data.oneIn(6);
    }

    RandomTable make() {
      int kind = data.below(6);
      int keyColumns = kind == 3 || kind == 4 ? 1 + data.below(2) : 1;
      boolean rowIdIsKey = kind <= 1;
      boolean withoutRowId = kind == 4;
      for (int i = 0; i < 3 + data.below(3); i++) {
        boolean inKey = i < keyColumns && kind != 5;
        columns.add(
            rowIdIsKey && i == 0
                ? rowId()
                : column("c" + i, inKey && (withoutRowId || data.oneIn(2))));
      }
      List<Integer> key = new ArrayList<>();
      for (int i = 0; i < keyColumns && kind != 5; i++) {
        key.add(i);
      }
      List<String> constraints = new ArrayList<>();
      if (!rowIdIsKey && !key.isEmpty()) {
        constraints.add("PRIMARY KEY (" + names(key) + ")");
      }
      List<Integer> shardBy = List.of();
      if (data.oneIn(4)) {
        shardBy = kind == 5 ? List.of(data.below(columns.size())) : key.subList(0, 1);
      }
      List<Integer> placement = shardBy.isEmpty() ? key : shardBy;
      if (!placement.isEmpty() && data.oneIn(4)) {
        constraints.add("UNIQUE (" + names(placement) + ", c2)");
      }
      if (data.oneIn(4)) {
        constraints.add("CHECK (c2 IS NOT 7)");
      }
      return new RandomTable(
          name,
          List.copyOf(columns),
          List.copyOf(key),
          rowIdIsKey,
          withoutRowId,
          String.join(", ", constraints),
          options(withoutRowId),
          shardBy);
    }

    private String options(boolean withoutRowId) {
      List<String> options = new ArrayList<>();
      if (withoutRowId) {
        options.add("WITHOUT ROWID");
      }
      if (strict) {
        options.add("STRICT");
      }
      return String.join(", ", options);
    }

    private String names(List<Integer> positions) {
      return String.join(", ", positions.stream().map(i -> columns.get(i).name()).toList());
    }

    private Column rowId() {
      String auto = data.oneIn(4) ? " AUTOINCREMENT" : "";
      return new Column("c0", " INTEGER PRIMARY KEY" + auto, Collation.BINARY, false, true);
    }

    private Column column(String columnName, boolean notNull) {
      String type = data.pick(strict ? STRICT_TYPES : TYPES);
      Collation collation =
          data.oneIn(3) ? data.pick(List.of(Collation.values())) : Collation.BINARY;
      StringBuilder definition = new StringBuilder(type.isEmpty() ? "" : " " + type);
      if (collation != Collation.BINARY || data.oneIn(10)) {
        definition.append(" COLLATE ").append(collation);
      }
      if (notNull || data.oneIn(8)) {
        definition.append(" NOT NULL");
      }
      if (data.oneIn(3) && !strict) {
        definition.append(" DEFAULT ").append(data.pick(DEFAULTS));
      }
      Affinity affinity = strict ? Affinity.ofStrictType(type) : Affinity.ofDeclaredType(type);
      boolean exact = collation == Collation.BINARY && affinity != Affinity.BLOB;
      return new Column(columnName, definition.toString(), collation, data.oneIn(2), exact);
    }
  }
}
