package conductor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sqlite.ast.Name;
import sqlite.value.SqlValue;
import storage.api.StatementResult;
import storage.api.StorageStatement;
import topology.api.Index;
import topology.api.Snapshot;
import topology.api.Table;

/** The metadata after a change of the schema, from the schema table of a node that tried it. */
public final class SchemaAfter {
  private static final String SCHEMA =
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
          + " AND type IN ('table', 'index') AND substr(tbl_name, 1, 5) <> '_ens_'"
          + " AND substr(name, 1, 7) <> 'sqlite_' ORDER BY rowid";

  /** What a node runs after the statements of the change. */
  public static final StorageStatement QUESTION =
      new StorageStatement(SCHEMA, List.of(), StorageStatement.Kind.READ);

  private SchemaAfter() {}

  /** The metadata with the tables and indexes that a node has after a change. */
  public static Snapshot of(
      Snapshot before, SchemaPlan.Effect effect, StatementResult schemaOfNode) {
    Map<String, List<String>> shardKeys = shardKeys(before, effect);
    List<Table> tables = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (List<SqlValue> row : Rows.read(Rows.encoded(schemaOfNode))) {
      String name = text(row.get(1));
      if (text(row.get(0)).equals("table")) {
        List<String> shardKey = shardKeys.get(Name.of(name).folded());
        if (shardKey == null) {
          throw new IllegalStateException("a node has the table " + name + " and nobody made it");
        }
        tables.add(new Table(name, text(row.get(3)), shardKey));
      } else {
        indexes.add(new Index(name, text(row.get(2)), text(row.get(3)), Index.State.READY));
      }
    }
    return new Snapshot(
        before.database(), before.epoch(), before.slotMap(), tables, indexes, before.tokens());
  }

  private static Map<String, List<String>> shardKeys(Snapshot before, SchemaPlan.Effect effect) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (Table table : before.tables()) {
      keys.put(Name.of(table.name()).folded(), table.shardKey());
    }
    switch (effect) {
      case SchemaPlan.Kept ignored -> {}
      case SchemaPlan.Created created ->
          keys.put(Name.of(created.table()).folded(), created.shardKey());
      case SchemaPlan.RenamedTable renamed -> {
        List<String> key = keys.remove(Name.of(renamed.from()).folded());
        if (key != null) {
          keys.put(Name.of(renamed.to()).folded(), key);
        }
      }
      case SchemaPlan.RenamedColumn renamed ->
          keys.computeIfPresent(
              Name.of(renamed.table()).folded(), (table, key) -> renamed(key, renamed));
    }
    return keys;
  }

  private static List<String> renamed(List<String> key, SchemaPlan.RenamedColumn renamed) {
    List<String> columns = new ArrayList<>();
    for (String column : key) {
      columns.add(Name.of(column).sameAs(renamed.from()) ? renamed.to() : column);
    }
    return columns;
  }

  private static String text(SqlValue value) {
    if (value instanceof SqlValue.Text text) {
      return text.value();
    }
    throw new IllegalStateException("a schema table with " + value);
  }
}
