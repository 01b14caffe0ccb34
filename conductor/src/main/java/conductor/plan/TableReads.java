package conductor.plan;

import conductor.analysis.Analysis;
import conductor.analysis.TableUse;
import conductor.engine.KeyLookup;
import conductor.semantics.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.QualifiedName;
import sqlite.ast.Statement;
import sqlite.ast.walk.TreeQuestions;

/** The tables that a statement reads, and for each of them the shard keys that it is read by. */
final class TableReads {
  private final int tables;
  private final List<KeyLookup> lookups = new ArrayList<>();
  private @Nullable QualifiedName unbounded;

  private TableReads(int tables) {
    this.tables = tables;
  }

  /** What a statement reads, the target of a write not counted. */
  static TableReads of(Statement statement, Catalog catalog) {
    List<QualifiedName> named = TreeQuestions.tablesRead(statement);
    for (QualifiedName name : named) {
      if (catalog.view(name).isEmpty()) {
        catalog.table(name);
      }
    }
    Analysis analysis = Analysis.of(statement, catalog);
    TableReads reads = new TableReads(analysis.uses().size() + analysis.blurred().size());
    analysis.uses().forEach(reads::add);
    analysis.blurred().stream().sorted().findFirst().ifPresent(reads::markUnbounded);
    return reads;
  }

  /** How many tables are read, each as often as it is named. */
  int tables() {
    return tables;
  }

  /** The first table that is read without bounds on its key, or null. */
  @Nullable QualifiedName unbounded() {
    return unbounded;
  }

  /** The keys of all tables, when each is bounded. */
  List<KeyLookup> lookups() {
    return lookups;
  }

  private void add(TableUse use) {
    Optional<KeyLookup> lookup = KeyFinder.find(use);
    if (lookup.isPresent()) {
      lookups.add(lookup.get());
    } else if (unbounded == null) {
      unbounded = use.name();
    }
  }

  private void markUnbounded(String table) {
    if (unbounded == null) {
      unbounded = QualifiedName.of(table);
    }
  }
}
