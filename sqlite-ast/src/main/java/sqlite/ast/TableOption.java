package sqlite.ast;

import java.util.List;
import sqlite.token.SourceSpan;

/**
 * What follows the closing parenthesis of a CREATE TABLE. SHARD BY and REFERENCE are Ensemble's
 * own; storage nodes never see them.
 */
public sealed interface TableOption {

  SourceSpan span();

  /** {@code WITHOUT ROWID}. */
  record WithoutRowid(SourceSpan span) implements TableOption {}

  /** {@code STRICT}. */
  record Strict(SourceSpan span) implements TableOption {}

  /** {@code SHARD BY (columns)}: the columns whose values place a row. */
  record ShardBy(List<Name> columns, SourceSpan span) implements TableOption {
    public ShardBy {
      columns = List.copyOf(columns);
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("SHARD BY nothing");
      }
    }
  }

  /** {@code REFERENCE}: every node holds the whole table. */
  record Reference(SourceSpan span) implements TableOption {}
}
