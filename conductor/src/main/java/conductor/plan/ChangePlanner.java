package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.KeyLookup;
import conductor.engine.Targets;
import conductor.engine.WritePlan;
import conductor.semantics.Catalog;
import conductor.semantics.TableSchema;
import conductor.semantics.TableScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Assignment;
import sqlite.ast.ConflictAction;
import sqlite.ast.Delete;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Statement;
import sqlite.ast.Update;
import sqlite.token.SourceSpan;

/**
 * Plans UPDATE and DELETE: every node changes the rows that it has, which is right as long as no
 * row has to move and nothing that is read is elsewhere.
 */
final class ChangePlanner {
  private final Catalog catalog;
  private final OwnParameters own;

  ChangePlanner(Catalog catalog, OwnParameters own) {
    this.catalog = catalog;
    this.own = own;
  }

  WritePlan plan(Update update) {
    refuseRows(update.returning().isEmpty(), update.span());
    refuseOrder(update.orderBy().isEmpty() && update.limit() == null, "UPDATE", update.span());
    refuseConflict(update.orAction(), update.span());
    TableSchema table = catalog.table(update.table());
    if (catalog.nodeCount() > 1) {
      refuseMoves(update, table);
      if (update.from() != null) {
        throw SqlException.unsupported("UPDATE FROM over several nodes", update.from().span());
      }
    }
    return plan(update, table, exposed(update.table(), update.alias()), update.where());
  }

  WritePlan plan(Delete delete) {
    refuseRows(delete.returning().isEmpty(), delete.span());
    refuseOrder(delete.orderBy().isEmpty() && delete.limit() == null, "DELETE", delete.span());
    TableSchema table = catalog.table(delete.table());
    return plan(delete, table, exposed(delete.table(), delete.alias()), delete.where());
  }

  private WritePlan plan(
      Statement statement, TableSchema table, Name exposed, @Nullable Expr where) {
    String folded = Name.of(table.name()).folded();
    TableReads reads = TableReads.of(statement, catalog);
    if (catalog.nodeCount() == 1) {
      Targets any = new Targets.Any("Unsharded");
      return new WritePlan(any, Templates.of(statement), folded, null, false);
    }
    TableScope scope = new TableScope(table, exposed);
    Optional<KeyLookup> lookup = KeyFinder.find(table, where, scope::position);
    Targets targets = new Targets.All();
    SqlException refusal = null;
    if (reads.tables() > 0) {
      QualifiedName elsewhere = reads.unbounded();
      if (elsewhere != null || lookup.isEmpty()) {
        throw SqlException.unsupported(
            "a subquery in a write over several nodes", statement.span());
      }
      refusal =
          SqlException.unsupported("a subquery in a write over several nodes", statement.span());
    }
    if (lookup.isPresent()) {
      List<KeyLookup> lookups = new ArrayList<>(reads.lookups());
      lookups.add(lookup.get());
      targets = new Targets.ByKey(lookups);
    }
    return new WritePlan(targets, Templates.of(own.replaceIn(statement)), folded, refusal, false);
  }

  private static Name exposed(QualifiedName table, @Nullable Name alias) {
    return alias == null ? table.name() : alias;
  }

  /** A row whose shard key changes would have to move to another node. */
  private static void refuseMoves(Update update, TableSchema table) {
    for (Assignment assignment : update.assignments()) {
      for (Name column : assignment.columns()) {
        int position =
            table
                .position(column.text())
                .orElseGet(() -> table.isRowIdName(column.text()) ? table.rowIdColumn() : -2);
        boolean isRowId = position == table.rowIdColumn() && position != -2 && table.hasRowId();
        if (table.placement().contains(position) || isRowId) {
          throw SqlException.unsupported(
              "changing " + column.text() + ", which places the row, over several nodes",
              column.span());
        }
      }
    }
  }

  static void refuseRows(boolean none, SourceSpan span) {
    if (!none) {
      throw SqlException.unsupported("RETURNING", span);
    }
  }

  /** SQLite is not built for them, neither the plain one nor that of the platform. */
  private static void refuseOrder(boolean none, String statement, SourceSpan span) {
    if (!none) {
      throw new SqlException(ErrorCode.SQL, "ORDER BY and LIMIT are no part of " + statement, span);
    }
  }

  /** ROLLBACK and FAIL would keep or end what a transaction of several statements decides. */
  static void refuseConflict(@Nullable ConflictAction action, SourceSpan span) {
    if (action == ConflictAction.ROLLBACK || action == ConflictAction.FAIL) {
      throw SqlException.unsupported("OR " + action, span);
    }
  }
}
