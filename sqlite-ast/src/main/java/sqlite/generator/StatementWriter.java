package sqlite.generator;

import org.jspecify.annotations.Nullable;
import sqlite.ast.AlterAction;
import sqlite.ast.AlterTable;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateTableAs;
import sqlite.ast.CreateTrigger;
import sqlite.ast.CreateView;
import sqlite.ast.CreateVirtualTable;
import sqlite.ast.Delete;
import sqlite.ast.Drop;
import sqlite.ast.Explain;
import sqlite.ast.Insert;
import sqlite.ast.Maintenance;
import sqlite.ast.Pragma;
import sqlite.ast.PragmaValue;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.ast.Transaction;
import sqlite.ast.TransactionMode;
import sqlite.ast.TriggerTime;
import sqlite.ast.Update;

/** Prints statements, leaving the longer ones to the other writers. */
final class StatementWriter {

  private final SqlWriter out;

  StatementWriter(SqlWriter out) {
    this.out = out;
  }

  void print(Statement statement) {
    switch (statement) {
      case Select s -> out.selects.print(s);
      case Insert s -> out.dml.printInsert(s);
      case Update s -> out.dml.printUpdate(s);
      case Delete s -> out.dml.printDelete(s);
      case CreateTable s -> out.tables.print(s);
      case CreateTableAs s -> printCreateTableAs(s);
      case CreateIndex s -> printCreateIndex(s);
      case CreateView s -> printCreateView(s);
      case CreateTrigger s -> printCreateTrigger(s);
      case CreateVirtualTable s -> printCreateVirtualTable(s);
      case Drop s ->
          out.append("DROP ")
              .words(s.kind())
              .append(s.ifExists() ? " IF EXISTS " : " ")
              .qualified(s.name());
      case AlterTable s -> printAlterTable(s);
      case Pragma s -> printPragma(s);
      case Explain s -> {
        out.append(s.queryPlan() ? "EXPLAIN QUERY PLAN " : "EXPLAIN ");
        print(s.statement());
      }
      case Transaction s -> printTransaction(s);
      case Maintenance s -> printMaintenance(s);
    }
  }

  private void printCreate(String what, boolean ifNotExists, QualifiedName name) {
    out.append("CREATE ").append(what).appendIf(ifNotExists, " IF NOT EXISTS");
    out.append(" ").qualified(name);
  }

  private void printCreateTableAs(CreateTableAs table) {
    String what = table.temporary() ? "TEMP TABLE" : "TABLE";
    printCreate(what, table.ifNotExists(), table.name());
    out.append(" AS ");
    out.selects.print(table.query());
  }

  private void printCreateIndex(CreateIndex index) {
    printCreate(index.unique() ? "UNIQUE INDEX" : "INDEX", index.ifNotExists(), index.name());
    out.append(" ON ").name(index.table()).append(" (").terms(index.columns()).append(")");
    out.clause("WHERE", index.where());
  }

  private void printCreateView(CreateView view) {
    printCreate(view.temporary() ? "TEMP VIEW" : "VIEW", view.ifNotExists(), view.name());
    out.optionalNames(view.columns()).append(" AS ");
    out.selects.print(view.query());
  }

  private void printCreateTrigger(CreateTrigger trigger) {
    String what = trigger.temporary() ? "TEMP TRIGGER" : "TRIGGER";
    printCreate(what, trigger.ifNotExists(), trigger.name());
    if (trigger.time() != TriggerTime.UNSPECIFIED) {
      out.append(" ").words(trigger.time());
    }
    out.append(" ").words(trigger.event());
    if (!trigger.updateOf().isEmpty()) {
      out.append(" OF ").names(trigger.updateOf());
    }
    out.append(" ON ").qualified(trigger.table());
    out.appendIf(trigger.forEachRow(), " FOR EACH ROW");
    out.clause("WHEN", trigger.when()).append(" BEGIN ");
    for (Statement step : trigger.body()) {
      print(step);
      out.append("; ");
    }
    out.append("END");
  }

  private void printCreateVirtualTable(CreateVirtualTable table) {
    printCreate("VIRTUAL TABLE", table.ifNotExists(), table.name());
    out.append(" USING ").name(table.module());
    String separator = "(";
    for (String argument : table.arguments()) {
      out.append(separator).append(argument);
      separator = ", ";
    }
    out.appendIf(!table.arguments().isEmpty(), ")");
  }

  private void printAlterTable(AlterTable alter) {
    out.append("ALTER TABLE ").qualified(alter.table()).append(" ");
    switch (alter.action()) {
      case AlterAction.RenameTable a -> out.append("RENAME TO ").name(a.to());
      case AlterAction.RenameColumn a ->
          out.append("RENAME COLUMN ").name(a.from()).append(" TO ").name(a.to());
      case AlterAction.AddColumn a -> {
        out.append("ADD COLUMN ");
        out.tables.printColumn(a.column());
      }
      case AlterAction.DropColumn a -> out.append("DROP COLUMN ").name(a.column());
      case AlterAction.AddCheck a -> {
        out.append("ADD ");
        if (a.name() != null) {
          out.append("CONSTRAINT ").name(a.name()).append(" ");
        }
        out.append("CHECK (").expr(a.condition()).append(")");
        out.tables.printOnConflict(a.onConflict());
      }
      case AlterAction.DropConstraint a -> out.append("DROP CONSTRAINT ").name(a.name());
      case AlterAction.SetNotNull a -> {
        out.append("ALTER COLUMN ").name(a.column()).append(" SET NOT NULL");
        out.tables.printOnConflict(a.onConflict());
      }
      case AlterAction.DropNotNull a ->
          out.append("ALTER COLUMN ").name(a.column()).append(" DROP NOT NULL");
    }
  }

  private void printPragma(Pragma pragma) {
    out.append("PRAGMA ").qualified(pragma.name());
    switch (pragma.value()) {
      case null -> {}
      case PragmaValue.Numeric number -> out.append(" = ").append(number.text());
      case PragmaValue.Word word -> out.append(" = ").name(word.word());
    }
  }

  private void printTransaction(Transaction transaction) {
    switch (transaction) {
      case Transaction.Begin t -> {
        out.append("BEGIN");
        if (t.mode() != TransactionMode.UNSPECIFIED) {
          out.append(" ").words(t.mode());
        }
      }
      case Transaction.Commit t -> out.append("COMMIT");
      case Transaction.Rollback t -> {
        out.append("ROLLBACK");
        if (t.savepoint() != null) {
          out.append(" TO ").name(t.savepoint());
        }
      }
      case Transaction.Savepoint t -> out.append("SAVEPOINT ").name(t.name());
      case Transaction.Release t -> out.append("RELEASE ").name(t.name());
    }
  }

  private void printMaintenance(Maintenance maintenance) {
    switch (maintenance) {
      case Maintenance.Attach m ->
          out.append("ATTACH ")
              .expr(m.file())
              .append(" AS ")
              .expr(m.schema())
              .clause("KEY", m.key());
      case Maintenance.Detach m -> out.append("DETACH ").expr(m.schema());
      case Maintenance.Analyze m -> {
        out.append("ANALYZE");
        printTarget(m.target());
      }
      case Maintenance.Reindex m -> {
        out.append("REINDEX");
        printTarget(m.target());
      }
      case Maintenance.Vacuum m -> {
        out.append("VACUUM");
        if (m.schema() != null) {
          out.append(" ").name(m.schema());
        }
        out.clause("INTO", m.into());
      }
    }
  }

  private void printTarget(@Nullable QualifiedName target) {
    if (target != null) {
      out.append(" ").qualified(target);
    }
  }
}
