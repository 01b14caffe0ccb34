package conductor.plan;

import conductor.engine.KeyLookup;
import conductor.semantics.Catalog;
import conductor.semantics.TableSchema;
import conductor.semantics.TableScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.With;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/**
 * The tables that a statement reads, and for each of them the shard keys that it can be read by.
 *
 * <p>A table that stands in a FROM is read by the keys that the WHERE of the same query admits,
 * also within joins: a row that an outer join makes up has NULLs for the table's key, and {@code =}
 * lets none through.
 */
final class TableReads {
  private final Catalog catalog;
  private final List<KeyLookup> lookups = new ArrayList<>();
  private int tables;
  private @Nullable QualifiedName unbounded;

  private TableReads(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What a statement reads, the target of a write not counted. */
  static TableReads of(Statement statement, Catalog catalog) {
    TableReads reads = new TableReads(catalog);
    List<QualifiedName> named = TreeQuestions.tablesRead(statement);
    for (QualifiedName name : named) {
      if (catalog.view(name).isPresent()) {
        reads.markUnbounded(name);
      } else {
        catalog.table(name);
      }
    }
    reads.tables = named.size();
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Select select) {
                reads.add(select.first());
                select.rest().forEach(term -> reads.add(term.core()));
                return true;
              }

              @Override
              public boolean enter(Expr expr) {
                if (expr instanceof Expr.InTable in) {
                  reads.markUnbounded(in.table());
                }
                return true;
              }

              @Override
              public void enter(With with) {
                // Names within then mean the common table or the table, which is not told apart.
                with.tables().stream()
                    .filter(common -> catalog.find(common.name()).isPresent())
                    .forEach(common -> reads.markUnbounded(QualifiedName.of(common.name().text())));
              }
            })
        .walk(statement);
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

  private void add(SelectCore core) {
    if (core instanceof SelectCore.Query query && query.from() != null) {
      List<TableRef.Named> leaves = new ArrayList<>();
      addLeaves(query.from(), leaves);
      for (TableRef.Named leaf : leaves) {
        add(leaf, query, query.from() instanceof TableRef.Named);
      }
    }
  }

  private void add(TableRef.Named leaf, SelectCore.Query query, boolean alone) {
    Optional<TableSchema> table = catalog.find(leaf.name().name());
    if (table.isEmpty()) {
      return;
    }
    TableScope scope = new TableScope(table.get(), leaf.exposedName());
    Optional<KeyLookup> lookup =
        KeyFinder.find(
            table.get(),
            query.where(),
            column -> alone || column.table() != null ? scope.position(column) : Optional.empty());
    if (lookup.isPresent()) {
      lookups.add(lookup.get());
    } else {
      markUnbounded(leaf.name());
    }
  }

  private void markUnbounded(QualifiedName table) {
    if (unbounded == null) {
      unbounded = table;
    }
  }

  private static void addLeaves(TableRef from, List<TableRef.Named> leaves) {
    switch (from) {
      case TableRef.Named named -> leaves.add(named);
      case TableRef.Nested nested -> addLeaves(nested.inner(), leaves);
      case TableRef.Join join -> {
        addLeaves(join.left(), leaves);
        addLeaves(join.right(), leaves);
      }
      case TableRef.Subquery ignored -> {}
      case TableRef.TableFunction ignored -> {}
    }
  }
}
