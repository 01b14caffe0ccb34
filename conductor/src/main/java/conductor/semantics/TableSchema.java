package conductor.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sqlite.ast.CreateTable;
import sqlite.ast.Name;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/**
 * A table as its CREATE TABLE describes it.
 *
 * @param name as it was written
 * @param definition the statement that it was read from
 * @param columns in order
 * @param uniqueKeys its PRIMARY KEY and UNIQUE constraints, the INTEGER PRIMARY KEY included
 * @param shardKey positions of the columns that place a row; empty when its rowid does
 * @param rowIdColumn position of the column that is the rowid under another name, or -1
 * @param autoincrement whether row ids are never used again
 */
public record TableSchema(
    String name,
    CreateTable definition,
    List<ColumnSchema> columns,
    List<UniqueKey> uniqueKeys,
    List<Integer> shardKey,
    int rowIdColumn,
    boolean autoincrement) {
  /** The position that stands for the rowid where a column's is expected. */
  public static final int ROW_ID = -1;

  private static final List<String> ROW_ID_NAMES = List.of("rowid", "_rowid_", "oid");

  public TableSchema {
    columns = List.copyOf(columns);
    uniqueKeys = List.copyOf(uniqueKeys);
    shardKey = List.copyOf(shardKey);
  }

  /** Whether its rows have a rowid. */
  public boolean hasRowId() {
    return !definition.isWithoutRowid();
  }

  /** The name under which its rowid can be read: none is left when columns have taken them all. */
  public Optional<String> rowIdName() {
    if (!hasRowId()) {
      return Optional.empty();
    }
    if (rowIdColumn >= 0) {
      return Optional.of(columns.get(rowIdColumn).name());
    }
    for (String candidate : ROW_ID_NAMES) {
      if (position(candidate).isEmpty()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The position of a column, or {@link #ROW_ID} for a name of the rowid. */
  public Optional<Integer> position(String column) {
    Name wanted = Name.of(column);
    for (int i = 0; i < columns.size(); i++) {
      if (wanted.sameAs(columns.get(i).name())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Whether {@code column} is a name of the rowid that no column has taken. */
  public boolean isRowIdName(String column) {
    Name wanted = Name.of(column);
    return hasRowId()
        && position(column).isEmpty()
        && ROW_ID_NAMES.stream().anyMatch(wanted::sameAs);
  }

  /** Whether the shard key is the rowid, under its own name or a column's. */
  public boolean isShardedByRowId() {
    return shardKey.isEmpty() || (shardKey.size() == 1 && shardKey.get(0) == rowIdColumn);
  }

  /** The affinity of a column, or of the rowid. */
  public Affinity affinity(int position) {
    return position == ROW_ID ? Affinity.INTEGER : columns.get(position).affinity();
  }

  /** The collation of a column, or of the rowid. */
  public Collation collation(int position) {
    return position == ROW_ID ? Collation.BINARY : columns.get(position).collation();
  }

  /** Whether a column, or the rowid, holds nothing but INTEGERs and NULLs. */
  public boolean integersOnly(int position) {
    return position == ROW_ID || columns.get(position).integersOnly();
  }

  /** The positions whose values place a row: the shard key, or {@link #ROW_ID} alone. */
  public List<Integer> placement() {
    return shardKey.isEmpty() ? List.of(rowIdColumn) : shardKey;
  }

  /** The collations of {@link #placement}. */
  public List<Collation> placementCollations() {
    List<Collation> collations = new ArrayList<>();
    for (int position : placement()) {
      collations.add(collation(position));
    }
    return List.copyOf(collations);
  }
}
