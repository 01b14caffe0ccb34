package sqlite.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Assignment;
import sqlite.ast.ConflictAction;
import sqlite.ast.Delete;
import sqlite.ast.Insert;
import sqlite.ast.InsertSource;
import sqlite.ast.ResultColumn;
import sqlite.ast.Update;
import sqlite.ast.Upsert;
import sqlite.ast.UpsertAction;

/** Prints INSERT, UPDATE and DELETE. */
final class DmlWriter {

  private final SqlWriter out;

  DmlWriter(SqlWriter out) {
    this.out = out;
  }

  void printInsert(Insert insert) {
    out.selects.printWith(insert.with());
    out.append("INSERT ");
    printOrAction(insert.orAction());
    out.append("INTO ").qualified(insert.table());
    out.selects.printAlias(insert.alias());
    out.optionalNames(insert.columns());
    switch (insert.source()) {
      case InsertSource.Rows rows -> {
        out.append(" ");
        out.selects.print(rows.query());
      }
      case InsertSource.DefaultValues values -> out.append(" DEFAULT VALUES");
    }
    for (Upsert upsert : insert.upserts()) {
      printUpsert(upsert);
    }
    printReturning(insert.returning());
  }

  private void printOrAction(@Nullable ConflictAction action) {
    if (action != null) {
      out.append("OR ").words(action).append(" ");
    }
  }

  private void printUpsert(Upsert upsert) {
    out.append(" ON CONFLICT");
    if (!upsert.target().isEmpty()) {
      out.append(" (").terms(upsert.target()).append(")");
    }
    out.clause("WHERE", upsert.targetWhere());
    switch (upsert.action()) {
      case UpsertAction.Nothing nothing -> out.append(" DO NOTHING");
      case UpsertAction.Update update -> {
        out.append(" DO UPDATE SET ");
        printAssignments(update.assignments());
        out.clause("WHERE", update.where());
      }
    }
  }

  void printUpdate(Update update) {
    out.selects.printWith(update.with());
    out.append("UPDATE ");
    printOrAction(update.orAction());
    out.qualified(update.table());
    out.selects.printAlias(update.alias());
    out.selects.printHint(update.hint());
    out.append(" SET ");
    printAssignments(update.assignments());
    if (update.from() != null) {
      out.append(" FROM ");
      out.selects.printTable(update.from());
    }
    out.clause("WHERE", update.where());
    printReturning(update.returning());
    out.orderBy(update.orderBy());
    out.selects.printLimit(update.limit());
  }

  void printDelete(Delete delete) {
    out.selects.printWith(delete.with());
    out.append("DELETE FROM ").qualified(delete.table());
    out.selects.printAlias(delete.alias());
    out.selects.printHint(delete.hint());
    out.clause("WHERE", delete.where());
    printReturning(delete.returning());
    out.orderBy(delete.orderBy());
    out.selects.printLimit(delete.limit());
  }

  private void printAssignments(List<Assignment> assignments) {
    String separator = "";
    for (Assignment assignment : assignments) {
      out.append(separator).appendIf(assignment.parenthesized(), "(");
      out.names(assignment.columns()).appendIf(assignment.parenthesized(), ")");
      out.append(" = ").expr(assignment.value());
      separator = ", ";
    }
  }

  private void printReturning(List<ResultColumn> columns) {
    if (!columns.isEmpty()) {
      out.append(" RETURNING ");
      out.selects.printResultColumns(columns);
    }
  }
}
