package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.SchemaPlan;
import conductor.semantics.Catalog;
import conductor.semantics.TableSchema;
import java.util.List;
import java.util.Optional;
import sqlite.ast.AlterAction;
import sqlite.ast.AlterTable;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.Drop;
import sqlite.ast.Maintenance;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Statement;
import sqlite.generator.SqlGenerator;
import sqlite.value.Collation;
import topology.api.Snapshot;

/**
 * Plans changes of the schema: what every node runs, and what becomes of the shard keys. Whether
 * SQLite accepts the statement, a node says when it tries it.
 */
final class SchemaPlanner {
  private final Catalog catalog;
  private final String sql;

  SchemaPlanner(Catalog catalog, String sql) {
    this.catalog = catalog;
    this.sql = sql;
  }

  SchemaPlan plan(CreateTable create) {
    if (create.temporary()) {
      throw SqlException.unsupported("a TEMPORARY table", create.span());
    }
    checkName(create.name());
    if (exists(create.name().name())) {
      if (create.ifNotExists()) {
        return nothing("CreateTable");
      }
      throw already("table", create.name().name());
    }
    if (isView(create.name().name())) {
      if (create.ifNotExists()) {
        return nothing("CreateTable");
      }
      throw already("view", create.name().name());
    }
    refuseIndexNamed(create.name().name());
    TableSchema table = Placement.checked(create, catalog.nodeCount());
    boolean placed = create.shardBy().isPresent() || create.isReference();
    String onNodes = placed ? new SqlGenerator().print(create) : create.span().textIn(sql);
    List<String> shardKey =
        table.shardKey().stream().map(column -> table.columns().get(column).name()).toList();
    return new SchemaPlan(
        "CreateTable", List.of(onNodes), new SchemaPlan.Created(table.name(), shardKey));
  }

  SchemaPlan plan(CreateIndex create) {
    checkName(create.name());
    if (snapshot().index(create.name().name().text()) != null) {
      if (create.ifNotExists()) {
        return nothing("CreateIndex");
      }
      throw new SqlException(
          ErrorCode.SQL,
          "index " + create.name().name().text() + " already exists",
          create.name().span());
    }
    if (exists(create.name().name()) || isView(create.name().name())) {
      throw new SqlException(
          ErrorCode.SQL,
          "there is already a table named " + create.name().name().text(),
          create.name().span());
    }
    // SQLite looks for the table in the schema of the index and names that too.
    Name main = Name.of("main");
    if (isView(create.table())) {
      throw new SqlException(ErrorCode.SQL, "views may not be indexed", create.table().span());
    }
    TableSchema table =
        catalog.table(new QualifiedName(main, create.table(), create.table().span()));
    if (create.unique()) {
      Placement.checkUnique(create, table, catalog.nodeCount());
    }
    String onNodes = create.span().textIn(sql);
    return new SchemaPlan("CreateIndex", List.of(onNodes), new SchemaPlan.Kept());
  }

  SchemaPlan plan(Drop drop) {
    return switch (drop.kind()) {
      case TABLE -> dropTable(drop);
      case INDEX -> dropIndex(drop);
      case VIEW -> new ViewPlanner(catalog, sql).drop(drop);
      case TRIGGER -> new TriggerPlanner(sql, catalog.nodeCount()).drop(drop);
    };
  }

  /** Every node's indexes are whole at all times: nothing is to be built again. */
  SchemaPlan plan(Maintenance.Reindex reindex) {
    QualifiedName target = reindex.target();
    if (target != null && !isReindexed(target)) {
      throw new SqlException(
          ErrorCode.SQL, "unable to identify the object to be reindexed", target.span());
    }
    return nothing("Reindex");
  }

  private boolean isReindexed(QualifiedName target) {
    String name = target.name().text();
    return (target.schema() == null && Collation.ofName(name).isPresent())
        || (isOfMain(target) && (exists(target.name()) || snapshot().index(name) != null));
  }

  SchemaPlan plan(AlterTable alter) {
    if (catalog.view(alter.table()).isPresent()) {
      throw new SqlException(
          ErrorCode.SQL,
          "view " + alter.table().name().text() + " may not be altered",
          alter.table().name().span());
    }
    TableSchema table = catalog.table(alter.table());
    if (alter.action() instanceof AlterAction.RenameTable rename) {
      checkName(new QualifiedName(null, rename.to(), rename.to().span()));
      if (exists(rename.to())
          || isView(rename.to())
          || snapshot().index(rename.to().text()) != null) {
        throw new SqlException(
            ErrorCode.SQL,
            "there is already another table or index with this name: " + rename.to().text(),
            rename.to().span());
      }
    }
    return new SchemaPlan("AlterTable", List.of(print(alter)), effect(alter, table));
  }

  private static SchemaPlan.Effect effect(AlterTable alter, TableSchema table) {
    return switch (alter.action()) {
      case AlterAction.RenameTable rename ->
          new SchemaPlan.RenamedTable(table.name(), rename.to().text());
      case AlterAction.RenameColumn rename ->
          new SchemaPlan.RenamedColumn(table.name(), rename.from().text(), rename.to().text());
      case AlterAction.DropColumn drop -> {
        refuseShardKey(drop.column(), table);
        yield new SchemaPlan.Kept();
      }
      case AlterAction.AddColumn ignored -> new SchemaPlan.Kept();
      case AlterAction.AddCheck ignored -> new SchemaPlan.Kept();
      case AlterAction.DropConstraint ignored -> new SchemaPlan.Kept();
      case AlterAction.SetNotNull ignored -> new SchemaPlan.Kept();
      case AlterAction.DropNotNull ignored -> new SchemaPlan.Kept();
    };
  }

  /** What is in the PRIMARY KEY too, SQLite refuses itself. */
  private static void refuseShardKey(Name column, TableSchema table) {
    int position = table.position(column.text()).orElse(TableSchema.ROW_ID);
    boolean inPrimaryKey =
        table.uniqueKeys().stream()
            .anyMatch(key -> key.primary() && key.columns().contains(position));
    if (table.shardKey().contains(position) && !inPrimaryKey) {
      throw SqlException.unsupported(
          "dropping " + column.text() + ", which is part of the shard key,", column.span());
    }
  }

  private static String print(Statement statement) {
    return new SqlGenerator().print(statement);
  }

  private SchemaPlan dropTable(Drop drop) {
    Optional<TableSchema> table = find(drop);
    if (table.isEmpty()) {
      if (catalog.view(drop.name()).isPresent()) {
        throw new SqlException(
            ErrorCode.SQL,
            "use DROP VIEW to delete view " + drop.name().name().text(),
            drop.name().name().span());
      }
      if (drop.ifExists()) {
        return nothing("DropTable");
      }
      throw Catalog.noSuchTable(drop.name());
    }
    return new SchemaPlan("DropTable", List.of(print(drop)), new SchemaPlan.Kept());
  }

  private Optional<TableSchema> find(Drop drop) {
    return isOfMain(drop.name()) ? catalog.find(drop.name().name()) : Optional.empty();
  }

  private SchemaPlan dropIndex(Drop drop) {
    Name name = drop.name().name();
    if (snapshot().index(name.text()) == null) {
      if (drop.ifExists()) {
        return nothing("DropIndex");
      }
      throw new SqlException(ErrorCode.SQL, "no such index: " + name.text(), drop.name().span());
    }
    return new SchemaPlan("DropIndex", List.of(print(drop)), new SchemaPlan.Kept());
  }

  static SchemaPlan nothing(String label) {
    return new SchemaPlan(label, List.of(), new SchemaPlan.Kept());
  }

  private Snapshot snapshot() {
    return catalog.snapshot();
  }

  private boolean exists(Name table) {
    return catalog.find(table).isPresent();
  }

  private static SqlException already(String kind, Name name) {
    return new SqlException(
        ErrorCode.SQL, kind + " " + name.text() + " already exists", name.span());
  }

  private void refuseIndexNamed(Name name) {
    if (snapshot().index(name.text()) != null) {
      throw new SqlException(
          ErrorCode.SQL, "there is already an index named " + name.text(), name.span());
    }
  }

  private boolean isView(Name name) {
    return snapshot().view(name.text(), false) != null;
  }

  static boolean isOfMain(QualifiedName name) {
    return name.schema() == null || name.schema().sameAs("main");
  }

  static void checkName(QualifiedName name) {
    String text = name.name().text();
    if (name.schema() != null && !name.schema().sameAs("main")) {
      throw new SqlException(
          ErrorCode.SQL, "unknown database " + name.schema().text(), name.schema().span());
    }
    if (Catalog.isReserved(text) || Catalog.isOfSqlite(text)) {
      throw new SqlException(
          ErrorCode.SQL, "object name reserved for internal use: " + text, name.name().span());
    }
  }
}
