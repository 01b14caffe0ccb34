package conductor.semantics;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.ColumnConstraint;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.CreateTable;
import sqlite.ast.DefaultValue;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.SortDirection;
import sqlite.ast.TableConstraint;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/**
 * Reads what a CREATE TABLE means. Whether SQLite accepts it is for the nodes to say; only what is
 * needed here is checked.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class SchemaReader {
  private final CreateTable definition;
  private final List<ColumnSchema> columns = new ArrayList<>();
  private final List<UniqueKey> uniqueKeys = new ArrayList<>();
  private int rowIdColumn = TableSchema.ROW_ID;
  private boolean autoincrement;

  private SchemaReader(CreateTable definition) {
    this.definition = definition;
  }

  /** The table, sharded by the columns {@code shardKey}, or by its rowid when there are none. */
  static TableSchema read(CreateTable definition, List<Name> shardKey) {
    SchemaReader reader = new SchemaReader(definition);
    for (ColumnDefinition column : definition.columns()) {
      reader.addColumn(column);
    }
    for (int i = 0; i < definition.columns().size(); i++) {
      reader.addColumnKeys(i, definition.columns().get(i));
    }
    for (TableConstraint constraint : definition.constraints()) {
      reader.addKey(constraint);
    }
    if (reader.rowIdColumn >= 0) {
      reader.markIntegers(reader.rowIdColumn);
    }
    List<Integer> positions = new ArrayList<>();
    for (Name column : shardKey) {
      positions.add(reader.position(column));
    }
    return new TableSchema(
        definition.name().name().text(),
        definition,
        reader.columns,
        reader.uniqueKeys,
        positions,
        reader.rowIdColumn,
        reader.autoincrement);
  }

  /** The table, sharded as its own SHARD BY or PRIMARY KEY says. */
  static TableSchema read(CreateTable definition) {
    if (definition.shardBy().isPresent()) {
      return read(definition, definition.shardBy().get().columns());
    }
    TableSchema unplaced = read(definition, List.of());
    List<Name> key = new ArrayList<>();
    for (UniqueKey unique : unplaced.uniqueKeys()) {
      if (unique.primary()) {
        for (int column : unique.columns()) {
          key.add(Name.of(unplaced.columns().get(column).name()));
        }
      }
    }
    return read(definition, key);
  }

  private void addColumn(ColumnDefinition column) {
    String type = column.type() == null ? "" : column.type().text();
    Collation collation = Collation.BINARY;
    Expr defaultValue = null;
    boolean generated = false;
    for (ColumnConstraint constraint : column.constraints()) {
      if (constraint instanceof ColumnConstraint.Collate collate) {
        collation = collation(collate.collation());
      } else if (constraint instanceof ColumnConstraint.Default value) {
        defaultValue = expr(value.value());
      } else if (constraint instanceof ColumnConstraint.Generated) {
        generated = true;
      }
    }
    boolean strict = definition.isStrict();
    Affinity affinity = strict ? strictAffinity(type) : Affinity.ofDeclaredType(type);
    boolean integersOnly = strict && affinity == Affinity.INTEGER;
    columns.add(
        new ColumnSchema(
            column.name().text(), affinity, collation, defaultValue, generated, integersOnly));
  }

  /** A type that STRICT does not allow is refused by the nodes, in SQLite's words. */
  private static Affinity strictAffinity(String type) {
    Name written = Name.of(type);
    for (String known : List.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY")) {
      if (written.sameAs(known)) {
        return Affinity.ofStrictType(type);
      }
    }
    return Affinity.BLOB;
  }

  private void addColumnKeys(int position, ColumnDefinition column) {
    List<Collation> collations = List.of(columns.get(position).collation());
    for (ColumnConstraint constraint : column.constraints()) {
      if (constraint instanceof ColumnConstraint.PrimaryKey key) {
        uniqueKeys.add(new UniqueKey(List.of(position), collations, true));
        autoincrement |= key.autoincrement();
        // SQLite's quirk: INTEGER PRIMARY KEY DESC on a column is no rowid.
        if (key.direction() != SortDirection.DESCENDING) {
          markRowId(position);
        }
      } else if (constraint instanceof ColumnConstraint.Unique) {
        uniqueKeys.add(new UniqueKey(List.of(position), collations, false));
      }
    }
  }

  private void addKey(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      UniqueKey unique = uniqueKey(key.columns(), true);
      uniqueKeys.add(unique);
      autoincrement |= key.autoincrement();
      if (unique.columns().size() == 1) {
        markRowId(unique.columns().get(0));
      }
    } else if (constraint instanceof TableConstraint.Unique key) {
      uniqueKeys.add(uniqueKey(key.columns(), false));
    }
  }

  private UniqueKey uniqueKey(List<OrderingTerm> terms, boolean primary) {
    List<Integer> positions = new ArrayList<>();
    List<Collation> collations = new ArrayList<>();
    for (OrderingTerm term : terms) {
      Expr expr = term.expr();
      Name collation = null;
      if (expr instanceof Expr.Collate collate) {
        collation = collate.collation();
        expr = collate.operand();
      }
      int position = position(column(expr));
      positions.add(position);
      collations.add(collation == null ? columns.get(position).collation() : collation(collation));
    }
    return new UniqueKey(positions, collations, primary);
  }

  private static Name column(Expr expr) {
    if (expr instanceof Expr.ColumnRef column && column.table() == null) {
      return column.column();
    }
    if (expr instanceof Expr.StringLiteral text) {
      return Name.of(text.value());
    }
    throw new SqlException(
        ErrorCode.SQL, "expressions prohibited in PRIMARY KEY and UNIQUE constraints", expr.span());
  }

  private void markRowId(int position) {
    ColumnDefinition column = definition.columns().get(position);
    boolean integer = column.type() != null && Name.of(column.type().text()).sameAs("INTEGER");
    if (integer && !definition.isWithoutRowid()) {
      rowIdColumn = position;
    }
  }

  private void markIntegers(int position) {
    ColumnSchema column = columns.get(position);
    columns.set(
        position,
        new ColumnSchema(
            column.name(),
            column.affinity(),
            column.collation(),
            column.defaultValue(),
            column.generated(),
            true));
  }

  private int position(Name column) {
    for (int i = 0; i < columns.size(); i++) {
      if (column.sameAs(columns.get(i).name())) {
        return i;
      }
    }
    throw new SqlException(
        ErrorCode.SQL,
        "table " + definition.name().name().text() + " has no column named " + column.text(),
        column.span());
  }

  private static Collation collation(Name name) {
    return Collation.ofName(name.text())
        .orElseThrow(
            () ->
                new SqlException(
                    ErrorCode.SQL, "no such collation sequence: " + name.text(), name.span()));
  }

  private static @Nullable Expr expr(DefaultValue value) {
    return switch (value) {
      case DefaultValue.Parenthesized parenthesized -> parenthesized.expr();
      case DefaultValue.Literal literal -> literal.literal();
      case DefaultValue.Word word -> wordValue(word.word());
    };
  }

  private static Expr wordValue(Name word) {
    Expr.ColumnRef reference = new Expr.ColumnRef(null, null, word, word.span());
    return reference.asBoolean().isPresent()
        ? reference
        : new Expr.StringLiteral(word.text(), word.span());
  }
}
