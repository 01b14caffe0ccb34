package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/** What an ALTER TABLE does. */
public sealed interface AlterAction {

  SourceSpan span();

  /** {@code RENAME TO name}. */
  record RenameTable(Name to, SourceSpan span) implements AlterAction {}

  /** {@code RENAME [COLUMN] from TO to}. */
  record RenameColumn(Name from, Name to, SourceSpan span) implements AlterAction {}

  /** {@code ADD [COLUMN] column}. */
  record AddColumn(ColumnDefinition column, SourceSpan span) implements AlterAction {}

  /** {@code DROP [COLUMN] column}. */
  record DropColumn(Name column, SourceSpan span) implements AlterAction {}

  /** {@code ADD [CONSTRAINT name] CHECK (condition) [ON CONFLICT ...]}. */
  record AddCheck(
      @Nullable Name name, Expr condition, @Nullable ConflictAction onConflict, SourceSpan span)
      implements AlterAction {}

  /** {@code DROP CONSTRAINT name}. */
  record DropConstraint(Name name, SourceSpan span) implements AlterAction {}

  /** {@code ALTER [COLUMN] column SET NOT NULL [ON CONFLICT ...]}. */
  record SetNotNull(Name column, @Nullable ConflictAction onConflict, SourceSpan span)
      implements AlterAction {}

  /** {@code ALTER [COLUMN] column DROP NOT NULL}. */
  record DropNotNull(Name column, SourceSpan span) implements AlterAction {}
}
