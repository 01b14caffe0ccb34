package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.semantics.Catalog;
import conductor.semantics.TableSchema;
import conductor.semantics.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.ColumnConstraint;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.ConflictAction;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.TableConstraint;
import sqlite.token.SourceSpan;
import sqlite.value.Collation;

/**
 * Whether the rows of a table can be spread so that every node can watch over its own.
 *
 * <p>Rows that a PRIMARY KEY or UNIQUE forbids beside each other must be on one node. So the
 * constraint has to include the shard key, and what it finds equal the hash must find equal too.
 */
final class Placement {
  private Placement() {}

  /** The table, when it can be spread over {@code nodes}. */
  static TableSchema checked(CreateTable create, int nodes) {
    if (create.isReference()) {
      throw SqlException.unsupported("REFERENCE", create.span());
    }
    TableSchema table = Catalog.define(create);
    check(table, nodes);
    return table;
  }

  /** Refuses a table that cannot be spread over {@code nodes}. */
  static void check(TableSchema table, int nodes) {
    if (nodes == 1) {
      return;
    }
    CreateTable create = table.definition();
    refuseConflictClauses(create);
    refuseChance(create);
    for (int column : table.shardKey()) {
      if (table.columns().get(column).generated()) {
        throw SqlException.unsupported(
            "the generated column " + table.columns().get(column).name() + " as shard key",
            create.span());
      }
    }
    if (table.shardKey().isEmpty() && table.rowIdName().isEmpty()) {
      throw SqlException.unsupported(
          "a table without PRIMARY KEY whose columns hide its rowid, over several nodes,",
          create.name().span());
    }
    for (UniqueKey key : table.uniqueKeys()) {
      if (!isLocal(key.columns(), key.collations(), table)) {
        throw notLocal(key.primary() ? "a PRIMARY KEY" : "UNIQUE", table, create.name().span());
      }
    }
  }

  /** Refuses a UNIQUE index that no single node can watch over. */
  static void checkUnique(CreateIndex create, TableSchema table, int nodes) {
    if (nodes == 1) {
      return;
    }
    List<Integer> columns = new ArrayList<>();
    List<Collation> collations = new ArrayList<>();
    for (OrderingTerm term : create.columns()) {
      Expr expr = term.expr();
      Name collation = null;
      if (expr instanceof Expr.Collate collate) {
        collation = collate.collation();
        expr = collate.operand();
      }
      if (expr instanceof Expr.ColumnRef column) {
        table
            .position(column.column().text())
            .ifPresent(
                position -> {
                  columns.add(position);
                  collations.add(table.collation(position));
                });
        if (collation != null && !columns.isEmpty()) {
          Name named = collation;
          collations.set(
              collations.size() - 1,
              Collation.ofName(named.text())
                  .orElseThrow(
                      () ->
                          new SqlException(
                              ErrorCode.SQL,
                              "no such collation sequence: " + named.text(),
                              named.span())));
        }
      }
    }
    if (!isLocal(columns, collations, table)) {
      throw notLocal("UNIQUE", table, create.span());
    }
  }

  private static SqlException notLocal(String what, TableSchema table, SourceSpan span) {
    String key =
        table.shardKey().isEmpty()
            ? "its rowid"
            : String.join(
                ", ",
                table.shardKey().stream()
                    .map(column -> table.columns().get(column).name())
                    .toList());
    return SqlException.unsupported(
        what + " that does not include the shard key of " + table.name() + " (" + key + ")", span);
  }

  private static boolean isLocal(
      List<Integer> columns, List<Collation> collations, TableSchema table) {
    for (int column : table.placement()) {
      int at = columns.indexOf(column);
      if (at < 0) {
        return false;
      }
      Collation collation = collations.get(at);
      if (collation != table.collation(column) && collation != Collation.BINARY) {
        return false;
      }
    }
    return true;
  }

  /** What passes when a write over several nodes is tried must pass when it is carried out. */
  private static void refuseChance(CreateTable create) {
    List<Expr> conditions = new ArrayList<>();
    for (ColumnDefinition column : create.columns()) {
      for (ColumnConstraint constraint : column.constraints()) {
        if (constraint instanceof ColumnConstraint.Check check) {
          conditions.add(check.condition());
        }
      }
    }
    for (TableConstraint constraint : create.constraints()) {
      if (constraint instanceof TableConstraint.Check check) {
        conditions.add(check.condition());
      }
    }
    for (Expr condition : conditions) {
      if (!OwnParameters.isRepeatable(condition)) {
        throw SqlException.unsupported(
            "a CHECK that depends on chance or the time, over several nodes,", condition.span());
      }
    }
  }

  /** ON CONFLICT ROLLBACK and FAIL would end what a transaction of several nodes decides. */
  private static void refuseConflictClauses(CreateTable create) {
    create
        .columns()
        .forEach(column -> column.constraints().forEach(Placement::refuseConflictClause));
    create.constraints().forEach(Placement::refuseConflictClause);
  }

  private static void refuseConflictClause(ColumnConstraint constraint) {
    ConflictAction action =
        switch (constraint) {
          case ColumnConstraint.PrimaryKey key -> key.onConflict();
          case ColumnConstraint.NotNull notNull -> notNull.onConflict();
          case ColumnConstraint.Unique unique -> unique.onConflict();
          default -> null;
        };
    refuse(action, constraint.span());
  }

  private static void refuseConflictClause(TableConstraint constraint) {
    ConflictAction action =
        switch (constraint) {
          case TableConstraint.PrimaryKey key -> key.onConflict();
          case TableConstraint.Unique unique -> unique.onConflict();
          default -> null;
        };
    refuse(action, constraint.span());
  }

  private static void refuse(@Nullable ConflictAction action, SourceSpan span) {
    if (action != null && action != ConflictAction.ABORT) {
      throw SqlException.unsupported("ON CONFLICT " + action + " over several nodes", span);
    }
  }
}
