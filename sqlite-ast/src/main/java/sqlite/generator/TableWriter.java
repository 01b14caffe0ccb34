package sqlite.generator;

import org.jspecify.annotations.Nullable;
import sqlite.ast.ColumnConstraint;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.ConflictAction;
import sqlite.ast.CreateTable;
import sqlite.ast.DefaultValue;
import sqlite.ast.Deferral;
import sqlite.ast.ForeignKeyClause;
import sqlite.ast.GeneratedStorage;
import sqlite.ast.Name;
import sqlite.ast.ReferenceRule;
import sqlite.ast.SortDirection;
import sqlite.ast.TableConstraint;
import sqlite.ast.TableOption;

/** Prints CREATE TABLE and its parts. */
final class TableWriter {

  private final SqlWriter out;

  TableWriter(SqlWriter out) {
    this.out = out;
  }

  void print(CreateTable table) {
    out.append("CREATE ").appendIf(table.temporary(), "TEMP ").append("TABLE ");
    out.appendIf(table.ifNotExists(), "IF NOT EXISTS ").qualified(table.name());
    String separator = " (";
    for (ColumnDefinition column : table.columns()) {
      out.append(separator);
      printColumn(column);
      separator = ", ";
    }
    for (TableConstraint constraint : table.constraints()) {
      out.append(separator);
      printConstraint(constraint);
    }
    out.append(")");
    separator = " ";
    for (TableOption option : table.options()) {
      if (printOption(option, separator)) {
        separator = ", ";
      }
    }
  }

  private boolean printOption(TableOption option, String separator) {
    switch (option) {
      case TableOption.WithoutRowid o -> out.append(separator).append("WITHOUT ROWID");
      case TableOption.Strict o -> out.append(separator).append("STRICT");
      case TableOption.ShardBy o -> {
        if (!out.placement) {
          return false;
        }
        out.append(separator).append("SHARD BY (").names(o.columns()).append(")");
      }
      case TableOption.Reference o -> {
        if (!out.placement) {
          return false;
        }
        out.append(separator).append("REFERENCE");
      }
    }
    return true;
  }

  void printColumn(ColumnDefinition column) {
    out.name(column.name());
    if (column.type() != null) {
      out.append(" ").append(column.type().text());
    }
    for (ColumnConstraint constraint : column.constraints()) {
      out.append(" ");
      printConstraint(constraint);
    }
  }

  private void printName(@Nullable Name name) {
    if (name != null) {
      out.append("CONSTRAINT ").name(name).append(" ");
    }
  }

  private void printConstraint(ColumnConstraint constraint) {
    switch (constraint) {
      case ColumnConstraint.PrimaryKey c -> {
        printName(c.name());
        out.append("PRIMARY KEY");
        out.appendIf(c.direction() == SortDirection.ASCENDING, " ASC");
        out.appendIf(c.direction() == SortDirection.DESCENDING, " DESC");
        printOnConflict(c.onConflict());
        out.appendIf(c.autoincrement(), " AUTOINCREMENT");
      }
      case ColumnConstraint.NotNull c -> {
        printName(c.name());
        out.append("NOT NULL");
        printOnConflict(c.onConflict());
      }
      case ColumnConstraint.Null c -> {
        printName(c.name());
        out.append("NULL");
        printOnConflict(c.onConflict());
      }
      case ColumnConstraint.Unique c -> {
        printName(c.name());
        out.append("UNIQUE");
        printOnConflict(c.onConflict());
      }
      case ColumnConstraint.Check c -> {
        printName(c.name());
        out.append("CHECK (").expr(c.condition()).append(")");
      }
      case ColumnConstraint.Default c -> {
        printName(c.name());
        printDefault(c.value());
      }
      case ColumnConstraint.Collate c -> {
        printName(c.name());
        out.append("COLLATE ").name(c.collation());
      }
      case ColumnConstraint.References c -> {
        printName(c.name());
        printForeignKey(c.clause());
      }
      case ColumnConstraint.Deferrable c -> {
        printName(c.name());
        printDeferral(c.deferral());
      }
      case ColumnConstraint.Generated c -> printGenerated(c);
      case ColumnConstraint.NameOnly c -> out.append("CONSTRAINT ").name(c.name());
    }
  }

  private void printGenerated(ColumnConstraint.Generated generated) {
    printName(generated.name());
    out.append(generated.always() ? "GENERATED ALWAYS AS (" : "AS (").expr(generated.expr());
    out.append(")").appendIf(generated.storage() == GeneratedStorage.VIRTUAL, " VIRTUAL");
    out.appendIf(generated.storage() == GeneratedStorage.STORED, " STORED");
  }

  void printOnConflict(@Nullable ConflictAction action) {
    if (action != null) {
      out.append(" ON CONFLICT ").words(action);
    }
  }

  private void printDefault(DefaultValue value) {
    out.append("DEFAULT ");
    switch (value) {
      case DefaultValue.Parenthesized p -> out.append("(").expr(p.expr()).append(")");
      case DefaultValue.Literal l -> out.expr(l.literal());
      case DefaultValue.Word w -> out.name(w.word());
    }
  }

  private void printForeignKey(ForeignKeyClause clause) {
    out.append("REFERENCES ").name(clause.table()).optionalNames(clause.columns());
    for (ReferenceRule rule : clause.rules()) {
      switch (rule) {
        case ReferenceRule.On on ->
            out.append(" ON ").words(on.event()).append(" ").words(on.action());
        case ReferenceRule.Match match -> out.append(" MATCH ").name(match.name());
      }
    }
    if (clause.deferral() != null) {
      out.append(" ");
      printDeferral(clause.deferral());
    }
  }

  private void printDeferral(Deferral deferral) {
    out.append(deferral.deferrable() ? "DEFERRABLE" : "NOT DEFERRABLE");
    switch (deferral.timing()) {
      case UNSPECIFIED -> {}
      case DEFERRED, IMMEDIATE -> out.append(" INITIALLY ").words(deferral.timing());
    }
  }

  private void printConstraint(TableConstraint constraint) {
    switch (constraint) {
      case TableConstraint.PrimaryKey c -> {
        printName(c.name());
        out.append("PRIMARY KEY (").terms(c.columns());
        out.appendIf(c.autoincrement(), " AUTOINCREMENT").append(")");
        printOnConflict(c.onConflict());
      }
      case TableConstraint.Unique c -> {
        printName(c.name());
        out.append("UNIQUE (").terms(c.columns()).append(")");
        printOnConflict(c.onConflict());
      }
      case TableConstraint.Check c -> {
        printName(c.name());
        out.append("CHECK (").expr(c.condition()).append(")");
        printOnConflict(c.onConflict());
      }
      case TableConstraint.ForeignKey c -> {
        printName(c.name());
        out.append("FOREIGN KEY (").names(c.columns()).append(") ");
        printForeignKey(c.clause());
      }
      case TableConstraint.NameOnly c -> out.append("CONSTRAINT ").name(c.name());
    }
  }
}
