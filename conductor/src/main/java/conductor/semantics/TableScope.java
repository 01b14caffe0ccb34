package conductor.semantics;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sqlite.ast.Expr;
import sqlite.ast.Name;

/**
 * The names that an expression over one table may use.
 *
 * @param table the table
 * @param exposed the name by which columns refer to it
 */
public record TableScope(TableSchema table, Name exposed) implements RowScope {

  /** The column that a name means, or {@link TableSchema#ROW_ID}; empty when it means none. */
  public Optional<Integer> position(Expr.ColumnRef reference) {
    if (reference.schema() != null && !reference.schema().sameAs("main")) {
      return Optional.empty();
    }
    if (reference.table() != null && !reference.table().sameAs(exposed)) {
      return Optional.empty();
    }
    String column = reference.column().text();
    Optional<Integer> position = table.position(column);
    if (position.isEmpty() && table.isRowIdName(column)) {
      return Optional.of(table.rowIdColumn());
    }
    return position;
  }

  /** The column at a position as an expression. */
  public Expr column(int position) {
    return found(position).expr();
  }

  @Override
  public Optional<Found> find(Expr.ColumnRef reference) {
    return position(reference).map(this::found);
  }

  @Override
  public List<Found> all() {
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      all.add(found(i));
    }
    return all;
  }

  @Override
  public List<Found> allOf(Name name) {
    if (!name.sameAs(exposed)) {
      throw new SqlException(ErrorCode.SQL, "no such table: " + name.text(), name.span());
    }
    return all();
  }

  @Override
  public List<Found> storageOrder() {
    if (table.rowIdName().isPresent()) {
      return List.of(found(table.rowIdColumn()));
    }
    for (UniqueKey key : table.uniqueKeys()) {
      if (key.primary()) {
        return key.columns().stream().map(this::found).toList();
      }
    }
    return List.of();
  }

  private Found found(int position) {
    return new Found(table, position, null);
  }

  @Override
  public SqlException unknown(Expr.ColumnRef reference) {
    StringBuilder name = new StringBuilder();
    if (reference.schema() != null) {
      name.append(reference.schema().text()).append('.');
    }
    if (reference.table() != null) {
      name.append(reference.table().text()).append('.');
    }
    name.append(reference.column().text());
    return new SqlException(ErrorCode.SQL, "no such column: " + name, reference.span());
  }
}
