package conductor.analysis;

import conductor.semantics.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.walk.AggregateFunctions;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;

/** What a query in FROM shows of the rows of its own FROM. */
final class OutputColumns {
  private final boolean showsRows;
  private final FromSources from;
  private final QueryScope scope;

  private OutputColumns(boolean showsRows, FromSources from, QueryScope scope) {
    this.showsRows = showsRows;
    this.from = from;
    this.scope = scope;
  }

  /**
   * The columns; empty when their names are not known.
   *
   * @param names the names that a view gives them, or empty
   */
  static Optional<List<Source.OutputColumn>> of(
      Select select, SelectCore.Query core, FromSources from, QueryScope scope, List<Name> names) {
    Optional<List<Source.OutputColumn>> columns =
        new OutputColumns(showsRows(select), from, scope).columns(core);
    if (names.isEmpty() || columns.isEmpty()) {
      return columns;
    }
    if (names.size() != columns.get().size()) {
      return Optional.empty();
    }
    List<Source.OutputColumn> renamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      renamed.add(new Source.OutputColumn(names.get(i), columns.get().get(i).inner()));
    }
    return Optional.of(renamed);
  }

  /**
   * Whether each row of a query comes from one row of its FROM, so that a condition on what it
   * shows may as well be one in its WHERE.
   */
  static boolean showsRows(Select select) {
    if (select.isCompound()
        || select.limit() != null
        || !(select.first() instanceof SelectCore.Query query)
        || !query.groupBy().isEmpty()
        || query.having() != null
        || !query.windows().isEmpty()) {
      return false;
    }
    boolean[] alone = {true};
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr expr) {
                alone[0] &= !isOfSeveralRows(expr);
                return alone[0];
              }

              @Override
              public boolean enter(TableRef table) {
                return !(table instanceof TableRef.Subquery);
              }
            })
        .walk(select);
    return alone[0];
  }

  private static boolean isOfSeveralRows(Expr expr) {
    return expr instanceof Expr.FunctionCall call
        && (call.over() != null || AggregateFunctions.isAggregateCall(call));
  }

  private Optional<List<Source.OutputColumn>> columns(SelectCore.Query core) {
    List<Source.OutputColumn> columns = new ArrayList<>();
    for (ResultColumn column : core.columns()) {
      Optional<List<Source.OutputColumn>> more =
          switch (column) {
            case ResultColumn.Star ignored -> all();
            case ResultColumn.TableStar star -> allOf(star.table());
            case ResultColumn.Expression expression -> Optional.of(List.of(of(expression)));
          };
      if (more.isEmpty()) {
        return Optional.empty();
      }
      columns.addAll(more.get());
    }
    return Optional.of(columns);
  }

  private Optional<List<Source.OutputColumn>> all() {
    return from.all().map(all -> all.stream().map(this::shown).toList());
  }

  private Optional<List<Source.OutputColumn>> allOf(Name table) {
    List<Source> named = from.sources().stream().filter(source -> source.isNamed(table)).toList();
    return named.size() == 1
        ? named.get(0).all().map(all -> all.stream().map(this::shown).toList())
        : Optional.empty();
  }

  private Source.OutputColumn shown(Source.OutputColumn column) {
    return new Source.OutputColumn(column.name(), showsRows ? column.inner() : null);
  }

  private Source.OutputColumn of(ResultColumn.Expression expression) {
    if (!(expression.expr() instanceof Expr.ColumnRef reference)) {
      return new Source.OutputColumn(expression.alias(), null);
    }
    Optional<SourceColumn> column = scope.resolve(reference);
    Name name = expression.alias();
    if (name == null) {
      name = column.map(OutputColumns::nameOf).orElse(reference.column());
    }
    return new Source.OutputColumn(name, showsRows ? column.orElse(null) : null);
  }

  private static @Nullable Name nameOf(SourceColumn column) {
    TableSchema table = column.source().table();
    if (table == null) {
      return null;
    }
    return column.position() == TableSchema.ROW_ID
        ? Name.of("rowid")
        : Name.of(table.columns().get(column.position()).name());
  }
}
