package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.SchemaPlan;
import conductor.semantics.Catalog;
import conductor.semantics.ViewSchema;
import java.util.List;
import java.util.Optional;
import sqlite.ast.CreateView;
import sqlite.ast.Drop;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.generator.SqlGenerator;
import topology.api.View;

/**
 * Plans CREATE VIEW and DROP VIEW. Nodes have the views of main, so that SQLite itself follows them
 * through changes of the tables; a temporary view is metadata alone, since all requests together
 * are the one connection that it belongs to.
 */
final class ViewPlanner {
  private final Catalog catalog;
  private final String sql;

  ViewPlanner(Catalog catalog, String sql) {
    this.catalog = catalog;
    this.sql = sql;
  }

  SchemaPlan plan(CreateView create) {
    boolean temporary = isTemporary(create);
    QualifiedName name = new QualifiedName(null, create.name().name(), create.name().span());
    SchemaPlanner.checkName(name);
    Optional<String> existing = existing(name, temporary);
    if (existing.isPresent()) {
      if (create.ifNotExists()) {
        return SchemaPlanner.nothing("CreateView");
      }
      throw new SqlException(
          ErrorCode.SQL,
          existing.get() + " " + name.name().text() + " already exists",
          name.name().span());
    }
    if (temporary) {
      String definition = "CREATE TEMP VIEW " + textFrom(create.name().name(), create);
      View view = new View(name.name().text(), definition, true);
      return new SchemaPlan("CreateView", List.of(), new SchemaPlan.CreatedView(view));
    }
    if (catalog.snapshot().index(name.name().text()) != null) {
      throw new SqlException(
          ErrorCode.SQL,
          "there is already an index named " + name.name().text(),
          name.name().span());
    }
    String onNodes = create.span().textIn(sql);
    return new SchemaPlan("CreateView", List.of(onNodes), new SchemaPlan.Kept());
  }

  SchemaPlan drop(Drop drop) {
    Optional<ViewSchema> view = catalog.view(drop.name());
    if (view.isEmpty()) {
      return missing(drop);
    }
    if (view.get().definition().temporary()) {
      View dropped = catalog.snapshot().view(view.get().name(), true);
      if (dropped == null) {
        throw new IllegalStateException("the view " + view.get().name() + " is not there");
      }
      return new SchemaPlan("DropView", List.of(), new SchemaPlan.DroppedView(dropped));
    }
    return new SchemaPlan(
        "DropView", List.of(new SqlGenerator().print(drop)), new SchemaPlan.Kept());
  }

  private SchemaPlan missing(Drop drop) {
    Name name = drop.name().name();
    if (SchemaPlanner.isOfMain(drop.name()) && catalog.find(name).isPresent()) {
      throw new SqlException(
          ErrorCode.SQL, "use DROP TABLE to delete table " + name.text(), name.span());
    }
    if (drop.ifExists()) {
      return SchemaPlanner.nothing("DropView");
    }
    Name schema = drop.name().schema();
    throw new SqlException(
        ErrorCode.SQL,
        "no such view: " + (schema == null ? "" : schema.text() + ".") + name.text(),
        name.span());
  }

  private static boolean isTemporary(CreateView create) {
    Name schema = create.name().schema();
    if (schema == null || schema.sameAs("temp")) {
      return create.temporary() || schema != null;
    }
    if (create.temporary()) {
      throw new SqlException(
          ErrorCode.SQL, "temporary table name must be unqualified", create.name().span());
    }
    if (!schema.sameAs("main")) {
      throw new SqlException(ErrorCode.SQL, "unknown database " + schema.text(), schema.span());
    }
    return false;
  }

  /** What has the name already in the schema of the new view. */
  private Optional<String> existing(QualifiedName name, boolean temporary) {
    String text = name.name().text();
    if (catalog.snapshot().view(text, temporary) != null) {
      return Optional.of("view");
    }
    return !temporary && catalog.find(name.name()).isPresent()
        ? Optional.of("table")
        : Optional.empty();
  }

  private String textFrom(Name name, CreateView create) {
    return sql.substring(name.span().start(), create.span().end());
  }
}
