package conductor.plan;

import conductor.api.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CommonTable;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.QuoteStyle;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.With;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeRewriter;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;
import sqlite.generator.SqlGenerator;
import sqlite.token.SourceSpan;

/**
 * Keeps the names of result columns: SQLite names a column without alias after the text of its
 * expression, and what a node is sent is printed anew. So an expression whose print differs from
 * its text gets that text as its alias.
 *
 * @see <a href="https://sqlite.org/c3ref/column_name.html">Column names in a result set</a>
 */
final class ResultNames {
  private static final SqlGenerator GENERATOR = new SqlGenerator();

  private final String sql;

  private ResultNames(String sql) {
    this.sql = sql;
  }

  /** The query with aliases wherever a name would change that can be seen. */
  static Select kept(Select select, String sql) {
    ResultNames names = new ResultNames(sql);
    TreeRewriter inFrom =
        new TreeRewriter() {
          @Override
          protected TableRef after(TableRef table) {
            return table instanceof TableRef.Subquery subquery
                ? new TableRef.Subquery(
                    names.named(subquery.query()), subquery.alias(), subquery.span())
                : table;
          }
        };
    return names.named(names.withCommonTables(inFrom.rewrite(select)));
  }

  /** The name of a result column of a core that is not printed as it was written. */
  static String of(ResultColumn.Expression column, String sql) {
    Name alias = column.alias();
    return alias == null ? column.text().textIn(sql) : alias.text();
  }

  private Select withCommonTables(Select select) {
    if (select.with() == null) {
      return select;
    }
    List<CommonTable> tables = new ArrayList<>();
    for (CommonTable table : select.with().tables()) {
      tables.add(
          table.columns().isEmpty()
              ? new CommonTable(
                  table.name(),
                  table.columns(),
                  table.materialization(),
                  named(table.query()),
                  table.span())
              : table);
    }
    return new Select(
        new With(select.with().recursive(), tables, select.with().span()),
        select.first(),
        select.rest(),
        select.orderBy(),
        select.limit(),
        select.span());
  }

  /** The query with aliases in its first core, which names the columns of all cores. */
  private Select named(Select select) {
    if (!(select.first() instanceof SelectCore.Query core)) {
      return select;
    }
    List<ResultColumn> columns = new ArrayList<>();
    for (ResultColumn column : core.columns()) {
      columns.add(
          column instanceof ResultColumn.Expression expression
              ? named(expression, select)
              : column);
    }
    SelectCore.Query named =
        new SelectCore.Query(
            core.quantifier(),
            columns,
            core.from(),
            core.where(),
            core.groupBy(),
            core.having(),
            core.windows(),
            core.span());
    return new Select(
        select.with(), named, select.rest(), select.orderBy(), select.limit(), select.span());
  }

  private ResultColumn named(ResultColumn.Expression column, Select select) {
    if (column.alias() != null
        || column.expr() instanceof Expr.ColumnRef
        || column.text().end() == 0) {
      return column;
    }
    String text = column.text().textIn(sql);
    boolean same = !hasParameter(column.expr()) && GENERATOR.print(column.expr()).equals(text);
    if (same) {
      return column;
    }
    Expr.@Nullable ColumnRef captured = columnNamed(text, select);
    if (captured != null) {
      throw SqlException.unsupported("a name that is the text of a result column", captured.span());
    }
    Name alias = new Name(text, QuoteStyle.DOUBLE, SourceSpan.NONE);
    return new ResultColumn.Expression(column.expr(), alias, column.text(), column.span());
  }

  /** Also in a subquery: parameters are printed by their numbers. */
  private static boolean hasParameter(Expr expr) {
    boolean[] found = {false};
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(Expr node) {
                found[0] |= node instanceof Expr.Parameter;
                return !found[0];
              }
            })
        .walk(expr);
    return found[0];
  }

  private static Expr.@Nullable ColumnRef columnNamed(String text, Select select) {
    for (Expr expr : TreeQuestions.expressionsOf(select, true)) {
      if (expr instanceof Expr.ColumnRef column && column.column().sameAs(text)) {
        return column;
      }
    }
    return null;
  }
}
