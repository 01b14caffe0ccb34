package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/** The statements that look after database files. */
public sealed interface Maintenance extends Statement {

  /** {@code ATTACH [DATABASE] file AS schema [KEY key]}. */
  record Attach(Expr file, Expr schema, @Nullable Expr key, SourceSpan span)
      implements Maintenance {}

  /** {@code DETACH [DATABASE] schema}. */
  record Detach(Expr schema, SourceSpan span) implements Maintenance {}

  /** {@code ANALYZE [name]}. */
  record Analyze(@Nullable QualifiedName target, SourceSpan span) implements Maintenance {}

  /** {@code REINDEX [name]}. */
  record Reindex(@Nullable QualifiedName target, SourceSpan span) implements Maintenance {}

  /** {@code VACUUM [schema] [INTO file]}. */
  record Vacuum(@Nullable Name schema, @Nullable Expr into, SourceSpan span)
      implements Maintenance {}
}
