package sqlite.ast;

import java.util.List;
import java.util.Optional;
import sqlite.token.SourceSpan;

/**
 * CREATE TABLE with columns.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
public record CreateTable(
    boolean temporary,
    boolean ifNotExists,
    QualifiedName name,
    List<ColumnDefinition> columns,
    List<TableConstraint> constraints,
    List<TableOption> options,
    SourceSpan span)
    implements Statement {
  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    options = List.copyOf(options);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table without columns");
    }
  }

  /** True when WITHOUT ROWID is among the options. */
  public boolean isWithoutRowid() {
    return options.stream().anyMatch(option -> option instanceof TableOption.WithoutRowid);
  }

  /** True when STRICT is among the options. */
  public boolean isStrict() {
    return options.stream().anyMatch(option -> option instanceof TableOption.Strict);
  }

  /** True when REFERENCE is among the options. */
  public boolean isReference() {
    return options.stream().anyMatch(option -> option instanceof TableOption.Reference);
  }

  /** The first SHARD BY among the options. */
  public Optional<TableOption.ShardBy> shardBy() {
    for (TableOption option : options) {
      if (option instanceof TableOption.ShardBy shardBy) {
        return Optional.of(shardBy);
      }
    }
    return Optional.empty();
  }
}
