package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * A constraint or property of one column. The first component is the name given by CONSTRAINT.
 *
 * @see <a href="https://sqlite.org/syntax/column-constraint.html">column-constraint</a>
 */
public sealed interface ColumnConstraint {

  SourceSpan span();

  /** {@code PRIMARY KEY [ASC|DESC] [ON CONFLICT ...] [AUTOINCREMENT]}. */
  record PrimaryKey(
      @Nullable Name name,
      SortDirection direction,
      @Nullable ConflictAction onConflict,
      boolean autoincrement,
      SourceSpan span)
      implements ColumnConstraint {}

  /** {@code NOT NULL [ON CONFLICT ...]}. */
  record NotNull(@Nullable Name name, @Nullable ConflictAction onConflict, SourceSpan span)
      implements ColumnConstraint {}

  /** {@code NULL [ON CONFLICT ...]}, which says nothing. */
  record Null(@Nullable Name name, @Nullable ConflictAction onConflict, SourceSpan span)
      implements ColumnConstraint {}

  /** {@code UNIQUE [ON CONFLICT ...]}. */
  record Unique(@Nullable Name name, @Nullable ConflictAction onConflict, SourceSpan span)
      implements ColumnConstraint {}

  /** {@code CHECK (condition)}. */
  record Check(@Nullable Name name, Expr condition, SourceSpan span) implements ColumnConstraint {}

  /** {@code DEFAULT value}. */
  record Default(@Nullable Name name, DefaultValue value, SourceSpan span)
      implements ColumnConstraint {}

  /** {@code COLLATE collation}. */
  record Collate(@Nullable Name name, Name collation, SourceSpan span)
      implements ColumnConstraint {}

  /** {@code REFERENCES ...}. */
  record References(@Nullable Name name, ForeignKeyClause clause, SourceSpan span)
      implements ColumnConstraint {}

  /** {@code [NOT] DEFERRABLE ...} away from its REFERENCES, to which it still belongs. */
  record Deferrable(@Nullable Name name, Deferral deferral, SourceSpan span)
      implements ColumnConstraint {}

  /**
   * {@code [GENERATED ALWAYS] AS (expr) [VIRTUAL|STORED]}.
   *
   * @param always true when GENERATED ALWAYS was written
   */
  record Generated(
      @Nullable Name name, boolean always, Expr expr, GeneratedStorage storage, SourceSpan span)
      implements ColumnConstraint {}

  /** {@code CONSTRAINT name} with nothing after it, which SQLite allows and ignores. */
  record NameOnly(Name name, SourceSpan span) implements ColumnConstraint {}
}
