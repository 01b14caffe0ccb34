package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.InsertPlan;
import conductor.engine.Plan;
import conductor.engine.Targets;
import conductor.engine.WritePlan;
import conductor.eval.Computation;
import conductor.eval.Evaluator;
import conductor.eval.Scope;
import conductor.semantics.Catalog;
import conductor.semantics.ColumnSchema;
import conductor.semantics.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sqlite.ast.ConflictAction;
import sqlite.ast.Expr;
import sqlite.ast.Insert;
import sqlite.ast.InsertSource;
import sqlite.ast.Name;
import sqlite.ast.SelectCore;
import sqlite.ast.walk.TreeRewriter;
import sqlite.generator.SqlGenerator;
import sqlite.token.SourceSpan;

/**
 * Plans INSERT: on one node as it is; over several, each row to the node of its shard key.
 *
 * <p>A column that is left out and whose default is not a constant is written out, so that the
 * clock is read once for all nodes, and so is a row id that SQLite would make up.
 */
final class InsertPlanner {
  private final Catalog catalog;
  private final OwnParameters own;

  InsertPlanner(Catalog catalog, OwnParameters own) {
    this.catalog = catalog;
    this.own = own;
  }

  Plan plan(Insert insert) {
    ChangePlanner.refuseRows(insert.returning().isEmpty(), insert.span());
    TableSchema table = catalog.table(insert.table());
    TableReads reads = TableReads.of(insert, catalog);
    if (catalog.nodeCount() == 1) {
      ChangePlanner.refuseConflict(insert.orAction(), insert.span());
      Targets any = new Targets.Any("Unsharded");
      String folded = Name.of(table.name()).folded();
      return new WritePlan(any, Templates.of(insert), folded, null, table.hasRowId());
    }
    boolean replaces = insert.orAction() == ConflictAction.REPLACE;
    if (insert.orAction() != null && !replaces && insert.orAction() != ConflictAction.ABORT) {
      throw SqlException.unsupported(
          "INSERT OR " + insert.orAction() + " over several nodes", insert.span());
    }
    if (!insert.upserts().isEmpty()) {
      throw SqlException.unsupported("ON CONFLICT over several nodes", insert.span());
    }
    if (insert.with() != null || reads.tables() > 0) {
      throw SqlException.unsupported(
          "an INSERT that reads tables over several nodes", insert.span());
    }
    return overNodes(insert, table, replaces);
  }

  /** Rows that conflict with each other are on one node, since every unique key places its row. */
  private InsertPlan overNodes(Insert insert, TableSchema table, boolean replaces) {
    List<Integer> columns = columns(insert, table);
    List<List<Expr>> rows = rows(insert, columns.size(), table);
    List<Expr> added = addLeftOut(table, columns);
    int rowIdCell = table.hasRowId() ? columns.indexOf(table.rowIdColumn()) : -1;
    List<Integer> placement = new ArrayList<>();
    for (int position : table.placement()) {
      placement.add(columns.indexOf(position));
    }
    List<List<InsertPlan.Cell>> cells = new ArrayList<>();
    for (List<Expr> row : rows) {
      List<Expr> whole = new ArrayList<>(row);
      whole.addAll(added);
      cells.add(cells(whole, placement, rowIdCell));
    }
    return new InsertPlan(
        name(table),
        head(table, columns, replaces),
        replaces,
        cells,
        placement,
        table.placement().stream().map(table::affinity).toList(),
        table.placementCollations(),
        rowIdCell,
        rowIdCell < 0 ? InsertPlan.RowIdSource.NONE : rowIds(table));
  }

  /** The positions of the columns that the statement gives. */
  private static List<Integer> columns(Insert insert, TableSchema table) {
    List<Integer> positions = new ArrayList<>();
    if (insert.source() instanceof InsertSource.DefaultValues) {
      return positions;
    }
    for (Name column : insert.columns()) {
      int position = position(column, table);
      if (positions.contains(position)) {
        throw SqlException.unsupported(
            "naming a column twice in an INSERT over several nodes", column.span());
      }
      positions.add(position);
    }
    if (insert.columns().isEmpty()) {
      for (int i = 0; i < table.columns().size(); i++) {
        if (!table.columns().get(i).generated()) {
          positions.add(i);
        }
      }
    }
    return positions;
  }

  private static int position(Name column, TableSchema table) {
    Optional<Integer> position = table.position(column.text());
    if (position.isPresent()) {
      if (table.columns().get(position.get()).generated()) {
        throw new SqlException(
            ErrorCode.SQL,
            "cannot INSERT into generated column \"" + column.text() + "\"",
            column.span());
      }
      return position.get();
    }
    if (!table.isRowIdName(column.text())) {
      throw new SqlException(
          ErrorCode.SQL,
          "table " + table.name() + " has no column named " + column.text(),
          column.span());
    }
    if (!table.isShardedByRowId()) {
      throw SqlException.unsupported(
          "giving the rowid of a table that is not sharded by it, over several nodes",
          column.span());
    }
    return table.rowIdColumn();
  }

  private static List<List<Expr>> rows(Insert insert, int width, TableSchema table) {
    if (insert.source() instanceof InsertSource.DefaultValues) {
      return List.of(List.of());
    }
    if (!(insert.source() instanceof InsertSource.Rows source)
        || source.query().isCompound()
        || !source.query().orderBy().isEmpty()
        || source.query().limit() != null
        || !(source.query().first() instanceof SelectCore.Values values)) {
      throw SqlException.unsupported("INSERT ... SELECT over several nodes", insert.span());
    }
    for (List<Expr> row : values.rows()) {
      checkWidth(row, values, width, insert, table);
    }
    return values.rows();
  }

  private static void checkWidth(
      List<Expr> row, SelectCore.Values values, int width, Insert insert, TableSchema table) {
    if (row.size() != values.rows().get(0).size()) {
      throw new SqlException(
          ErrorCode.SQL, "all VALUES must have the same number of terms", values.span());
    }
    if (row.size() == width) {
      return;
    }
    String message =
        insert.columns().isEmpty()
            ? "table "
                + table.name()
                + " has "
                + width
                + " columns but "
                + row.size()
                + " values were supplied"
            : row.size() + " values for " + width + " columns";
    throw new SqlException(ErrorCode.SQL, message, values.span());
  }

  /** Adds the columns whose value must be known here, and gives the expressions of their values. */
  private List<Expr> addLeftOut(TableSchema table, List<Integer> columns) {
    List<Expr> added = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnSchema column = table.columns().get(i);
      if (columns.contains(i) || column.generated()) {
        continue;
      }
      Expr value = leftOut(table, i);
      boolean needed = table.placement().contains(i) || i == table.rowIdColumn();
      if (needed || !isConstant(value)) {
        columns.add(i);
        added.add(value);
      }
    }
    boolean rowIdMissing =
        table.rowIdColumn() == TableSchema.ROW_ID
            && table.rowIdName().isPresent()
            && !columns.contains(TableSchema.ROW_ID);
    if (rowIdMissing) {
      columns.add(TableSchema.ROW_ID);
      added.add(new Expr.NullLiteral(SourceSpan.NONE));
    }
    return added;
  }

  /** SQLite makes up the value of an INTEGER PRIMARY KEY, whatever its DEFAULT. */
  private static Expr leftOut(TableSchema table, int position) {
    Optional<Expr> value =
        position == table.rowIdColumn()
            ? Optional.empty()
            : table.columns().get(position).defaultExpr();
    return value.orElse(new Expr.NullLiteral(SourceSpan.NONE));
  }

  private static boolean isConstant(Expr expr) {
    return Evaluator.compile(expr, Scope.CONSTANT).isPresent();
  }

  private List<InsertPlan.Cell> cells(List<Expr> row, List<Integer> placement, int rowIdCell) {
    List<InsertPlan.Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Expr expr = own.replaceIn(value(row.get(i)));
      if (!placement.contains(i) && i != rowIdCell) {
        cells.add(new InsertPlan.Sent(Templates.of(expr)));
        continue;
      }
      Optional<Computation> computation = Evaluator.compile(expr, Scope.CONSTANT);
      cells.add(
          computation.isPresent()
              ? new InsertPlan.Computed(computation.get())
              : new InsertPlan.Asked(Templates.of(expr)));
    }
    return cells;
  }

  /** VALUES has no columns: a double-quoted word is a string, and any other name an error. */
  private static Expr value(Expr expr) {
    return TreeRewriter.ofExpressions(InsertPlanner::withoutColumn).rewrite(expr);
  }

  private static Expr withoutColumn(Expr expr) {
    if (!(expr instanceof Expr.ColumnRef column) || column.asBoolean().isPresent()) {
      return expr;
    }
    if (column.table() == null && column.column().mayBeString()) {
      return new Expr.StringLiteral(column.column().text(), column.span());
    }
    throw new SqlException(
        ErrorCode.SQL, "no such column: " + new SqlGenerator().print(column), column.span());
  }

  private static InsertPlan.RowIdSource rowIds(TableSchema table) {
    String largest = "SELECT max(" + rowIdName(table) + ") FROM " + name(table);
    if (table.autoincrement()) {
      String name = SqlGenerator.stringLiteral(table.name());
      largest =
          "SELECT max(coalesce(("
              + largest
              + "), 0), coalesce((SELECT seq FROM sqlite_sequence"
              + " WHERE name = "
              + name
              + "), 0))";
    }
    return new InsertPlan.RowIdSource(Name.of(table.name()).folded(), largest);
  }

  private static String rowIdName(TableSchema table) {
    return SqlGenerator.print(Name.of(table.rowIdName().orElseThrow()));
  }

  private static String name(TableSchema table) {
    return SqlGenerator.print(Name.of(table.name()));
  }

  private static String head(TableSchema table, List<Integer> columns, boolean replaces) {
    StringBuilder head =
        new StringBuilder(replaces ? "REPLACE INTO " : "INSERT INTO ")
            .append(name(table))
            .append('(');
    for (int i = 0; i < columns.size(); i++) {
      int position = columns.get(i);
      String column =
          position == TableSchema.ROW_ID
              ? rowIdName(table)
              : SqlGenerator.print(Name.of(table.columns().get(position).name()));
      head.append(i == 0 ? "" : ",").append(column);
    }
    return head.append(") VALUES ").toString();
  }
}
