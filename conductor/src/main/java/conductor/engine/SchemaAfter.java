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
import topology.api.View;

/** The metadata after a change of the schema, from the schema table of a node that tried it. */
public final class SchemaAfter {
  /**
   * Of the schema table: not the engine's own, and not the platform's, which makes one for alarms.
   */
  public static final String OF_USER =
      "substr(tbl_name, 1, 5) <> '_ens_' AND substr(tbl_name, 1, 4) <> '_cf_'";

  private static final String SCHEMA =
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
          + " AND type IN ('table', 'index', 'view') AND "
          + OF_USER
          + " AND substr(name, 1, 7) <> 'sqlite_' ORDER BY rowid";

  /** What a node runs after the statements of the change. */
  public static final StorageStatement QUESTION =
      new StorageStatement(SCHEMA, List.of(), StorageStatement.Kind.READ);

  /** Asks a node for all definitions, those of tables first. */
  static final StorageStatement DEFINITIONS =
      new StorageStatement(
          "SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL"
              + " AND "
              + OF_USER
              + " AND substr(name, 1, 7) <> 'sqlite_'"
              + " ORDER BY type <> 'table', rowid",
          List.of(),
          StorageStatement.Kind.READ);

  /** Asks a node for nothing but its epoch. */
  static final StorageStatement NOTHING =
      new StorageStatement("SELECT 1 WHERE 0", List.of(), StorageStatement.Kind.READ);

  private SchemaAfter() {}

  /** The metadata with the tables and indexes that a node has after a change. */
  public static Snapshot of(
      Snapshot before, SchemaPlan.Effect effect, StatementResult schemaOfNode) {
    Map<String, List<String>> shardKeys = shardKeys(before, effect);
    List<Table> tables = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    List<View> views = new ArrayList<>(temporaryViews(before));
    for (List<SqlValue> row : Rows.read(Rows.encoded(schemaOfNode))) {
      String name = text(row.get(1));
      String sql = text(row.get(3));
      switch (text(row.get(0))) {
        case "table" -> {
          List<String> shardKey = shardKeys.get(Name.of(name).folded());
          if (shardKey == null) {
            throw new IllegalStateException("a node has the table " + name + " and nobody made it");
          }
          tables.add(new Table(name, sql, shardKey));
        }
        case "view" -> views.add(new View(name, sql, false));
        default -> indexes.add(new Index(name, text(row.get(2)), sql, Index.State.READY));
      }
    }
    return with(before, tables, indexes, views);
  }

  /** The metadata after a change of what no node has. */
  public static Snapshot ofMetadata(Snapshot before, SchemaPlan.Effect effect) {
    List<View> views = new ArrayList<>(before.views());
    switch (effect) {
      case SchemaPlan.CreatedView created -> views.add(created.view());
      case SchemaPlan.DroppedView dropped -> views.remove(dropped.view());
      case SchemaPlan.Kept ignored -> {}
      case SchemaPlan.Created ignored -> {}
      case SchemaPlan.RenamedTable ignored -> {}
      case SchemaPlan.RenamedColumn ignored -> {}
    }
    return with(before, before.tables(), before.indexes(), views);
  }

  private static Snapshot with(
      Snapshot before, List<Table> tables, List<Index> indexes, List<View> views) {
    return new Snapshot(
        before.database(),
        before.epoch(),
        before.slotMap(),
        tables,
        indexes,
        views,
        before.tokens());
  }

  private static List<View> temporaryViews(Snapshot snapshot) {
    List<View> views = new ArrayList<>();
    for (View view : snapshot.views()) {
      if (view.temporary()) {
        views.add(view);
      }
    }
    return views;
  }

  private static Map<String, List<String>> shardKeys(Snapshot before, SchemaPlan.Effect effect) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (Table table : before.tables()) {
      keys.put(Name.of(table.name()).folded(), table.shardKey());
    }
    switch (effect) {
      case SchemaPlan.Kept ignored -> {}
      case SchemaPlan.CreatedView ignored -> {}
      case SchemaPlan.DroppedView ignored -> {}
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
