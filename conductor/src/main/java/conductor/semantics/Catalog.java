package conductor.semantics;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateView;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.parser.SqlParser;
import topology.api.Snapshot;
import topology.api.Table;
import topology.api.View;

/** The schema of one snapshot. Tables are read when they are first asked for. */
public final class Catalog {
  /** What the engine's own tables on the nodes begin with. */
  private static final String OWN_PREFIX = "_ens_";

  private final Snapshot snapshot;
  private final Map<String, TableSchema> tables = new HashMap<>();
  private final Map<View, ViewSchema> views = new HashMap<>();

  public Catalog(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The metadata that this is the schema of. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** How many nodes the database has. */
  public int nodeCount() {
    return snapshot.slotMap().nodes().size();
  }

  /** The table, if there is one. */
  public Optional<TableSchema> find(Name name) {
    Table table = snapshot.table(name.text());
    if (table == null) {
      return Optional.empty();
    }
    return Optional.of(tables.computeIfAbsent(name.folded(), folded -> read(table)));
  }

  /** The table that a statement names; an error in SQLite's words when there is none. */
  public TableSchema table(QualifiedName name) {
    if (name.schema() != null && !name.schema().sameAs("main")) {
      throw noSuchTable(name);
    }
    return find(name.name()).orElseThrow(() -> noSuchTable(name));
  }

  /** The view that a name means, if it means one: without a schema, those of temp come first. */
  public Optional<ViewSchema> view(QualifiedName name) {
    Name schema = name.schema();
    View view = null;
    if (schema == null || schema.sameAs("temp")) {
      view = snapshot.view(name.name().text(), true);
    }
    if (view == null && (schema == null || schema.sameAs("main"))) {
      view = snapshot.view(name.name().text(), false);
    }
    return view == null
        ? Optional.empty()
        : Optional.of(views.computeIfAbsent(view, Catalog::read));
  }

  /** SQLite's error for a table that is not there. */
  public static SqlException noSuchTable(QualifiedName name) {
    String schema = name.schema() == null ? "" : name.schema().text() + ".";
    return new SqlException(
        ErrorCode.SQL, "no such table: " + schema + name.name().text(), name.name().span());
  }

  /** Whether {@code name} is one that users can neither make nor see. */
  public static boolean isReserved(String name) {
    return startsWith(name, OWN_PREFIX) || startsWith(name, "_cf_");
  }

  /** Whether {@code name} belongs to SQLite. */
  public static boolean isOfSqlite(String name) {
    return startsWith(name, "sqlite_");
  }

  /** The table that a new definition makes, sharded as it says itself. */
  public static TableSchema define(CreateTable definition) {
    return SchemaReader.read(definition);
  }

  private static TableSchema read(Table table) {
    if (!(new SqlParser().parseStatement(table.sql()) instanceof CreateTable definition)) {
      throw new IllegalStateException("the table " + table.name() + " has no definition");
    }
    List<Name> shardKey = table.shardKey().stream().map(Name::of).toList();
    return SchemaReader.read(definition, shardKey);
  }

  private static ViewSchema read(View view) {
    if (!(new SqlParser().parseStatement(view.sql()) instanceof CreateView definition)) {
      throw new IllegalStateException("the view " + view.name() + " has no definition");
    }
    return new ViewSchema(view.name(), view.sql(), definition);
  }

  private static boolean startsWith(String name, String prefix) {
    return name.length() >= prefix.length()
        && Name.of(prefix).sameAs(name.substring(0, prefix.length()));
  }
}
