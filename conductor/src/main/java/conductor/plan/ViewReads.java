package conductor.plan;

import conductor.semantics.Catalog;
import conductor.semantics.ViewSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.walk.TreeQuestions;
import topology.api.View;

/**
 * The views that a statement reads, also through one another, and what is read within them.
 *
 * <p>A name without a schema may mean a view of temp and one of main: then both are taken, since
 * which of them it is depends on where it stands. What is taken too much does no harm.
 */
final class ViewReads {
  private final Catalog catalog;
  private final Set<View> views = new LinkedHashSet<>();
  private final List<Select> queries = new ArrayList<>();
  private final Set<String> tables = new HashSet<>();

  private ViewReads(Catalog catalog) {
    this.catalog = catalog;
  }

  static ViewReads of(Statement statement, Catalog catalog) {
    ViewReads reads = new ViewReads(catalog);
    if (!catalog.snapshot().views().isEmpty()) {
      TreeQuestions.tablesRead(statement).forEach(name -> reads.addViews(name.name()));
    }
    return reads;
  }

  boolean isEmpty() {
    return views.isEmpty();
  }

  /** Whether one of them is a view that no node has. */
  boolean anyTemporary() {
    return views.stream().anyMatch(View::temporary);
  }

  /** Whether something in them tells of the schema. */
  boolean readSchema() {
    return queries.stream().anyMatch(SchemaTable::tellsOfSchema);
  }

  /** The queries that they stand for. */
  List<Select> queries() {
    return queries;
  }

  /** The folded names of all tables that are read within them. */
  Set<String> tables() {
    return tables;
  }

  /** The views in the order of their creation. */
  List<ViewSchema> views() {
    List<ViewSchema> found = new ArrayList<>();
    for (View view : catalog.snapshot().views()) {
      if (views.contains(view)) {
        found.add(schema(view).orElseThrow());
      }
    }
    return found;
  }

  private void addViews(Name name) {
    for (boolean temporary : new boolean[] {true, false}) {
      View view = catalog.snapshot().view(name.text(), temporary);
      if (view != null && views.add(view)) {
        Select query = schema(view).orElseThrow().definition().query();
        queries.add(query);
        for (QualifiedName read : TreeQuestions.tablesRead(query)) {
          catalog.find(read.name()).ifPresent(table -> tables.add(Name.of(table.name()).folded()));
          addViews(read.name());
        }
      }
    }
  }

  private Optional<ViewSchema> schema(View view) {
    Name schema = Name.of(view.temporary() ? "temp" : "main");
    return catalog.view(
        new QualifiedName(schema, Name.of(view.name()), QualifiedName.of("").span()));
  }
}
