package conductor.plan;

import conductor.api.SqlException;
import conductor.semantics.Catalog;
import conductor.semantics.TableSchema;
import conductor.semantics.TableScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CompoundOperator;
import sqlite.ast.CompoundTerm;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.UnaryOperator;
import sqlite.ast.With;
import sqlite.parser.SqlParser;
import sqlite.value.Affinity;

/**
 * Keeps the types of a compound SELECT. A node reads a query as a subquery, and SQLite reads every
 * value of a subquery's column as a REAL when the column of its first core is one.
 *
 * <pre>
 *   SELECT r FROM t UNION SELECT i FROM t   →   SELECT +r AS r FROM t UNION SELECT i FROM t
 * </pre>
 *
 * The plus takes the affinity and leaves value and collation. Where it cannot be seen which columns
 * are REAL, a last part without rows says that any column may be text:
 *
 * <pre>
 *   SELECT * FROM (SELECT r FROM t) UNION SELECT i FROM t
 *   →   SELECT * FROM (SELECT r FROM t) UNION SELECT i FROM t UNION ALL SELECT '' WHERE 0
 * </pre>
 */
final class CompoundTypes {
  private final List<TableScope> tables = new ArrayList<>();
  private final @Nullable With with;
  private boolean onlyTables = true;

  private CompoundTypes(@Nullable With with, TableRef from, Catalog catalog) {
    this.with = with;
    addTables(from, catalog);
  }

  /** The query, none of whose columns is read as REAL throughout. */
  static Select kept(Select select, Catalog catalog) {
    if (!select.isCompound()
        || !(select.first() instanceof SelectCore.Query core)
        || core.from() == null) {
      return select;
    }
    CompoundTypes types = new CompoundTypes(select.with(), core.from(), catalog);
    if (core.columns().stream().anyMatch(types::isUnknown)) {
      return withTextPart(select, catalog);
    }
    List<ResultColumn> columns = core.columns().stream().map(types::kept).toList();
    SelectCore.Query kept =
        new SelectCore.Query(
            core.quantifier(),
            columns,
            core.from(),
            core.where(),
            core.groupBy(),
            core.having(),
            core.windows(),
            core.span());
    List<OrderingTerm> order =
        select.orderBy().stream().map(term -> byOrdinal(term, core.columns())).toList();
    return new Select(select.with(), kept, select.rest(), order, select.limit(), select.span());
  }

  private static Select withTextPart(Select select, Catalog catalog) {
    int width =
        ResultWidth.of(select, catalog)
            .orElseThrow(
                () ->
                    SqlException.unsupported(
                        "a compound SELECT that begins with * of a NATURAL join or of a function",
                        select.span()));
    String texts = String.join(",", Collections.nCopies(width, "''"));
    if (!(new SqlParser().parseStatement("SELECT " + texts + " WHERE 0") instanceof Select part)) {
      throw new IllegalStateException("no query of " + width + " columns");
    }
    List<CompoundTerm> rest = new ArrayList<>(select.rest());
    rest.add(new CompoundTerm(CompoundOperator.UNION_ALL, part.first(), select.span()));
    return new Select(
        select.with(), select.first(), rest, select.orderBy(), select.limit(), select.span());
  }

  private void addTables(TableRef from, Catalog catalog) {
    switch (from) {
      case TableRef.Named named -> {
        Name name = named.name().name();
        boolean isCommon =
            with != null && with.tables().stream().anyMatch(common -> common.name().sameAs(name));
        Optional<TableSchema> table = isCommon ? Optional.empty() : catalog.find(name);
        onlyTables &= table.isPresent();
        table.ifPresent(found -> tables.add(new TableScope(found, named.exposedName())));
      }
      case TableRef.Nested nested -> addTables(nested.inner(), catalog);
      case TableRef.Join join -> {
        addTables(join.left(), catalog);
        addTables(join.right(), catalog);
      }
      case TableRef.Subquery ignored -> onlyTables = false;
      case TableRef.TableFunction ignored -> {}
    }
  }

  /** Whether it cannot be seen here that a column is REAL. */
  private boolean isUnknown(ResultColumn column) {
    if (!(column instanceof ResultColumn.Expression expression)) {
      boolean noReals =
          tables.stream()
              .flatMap(scope -> scope.table().columns().stream())
              .noneMatch(of -> of.affinity() == Affinity.REAL);
      return !onlyTables || !noReals;
    }
    Expr inner = withoutCollation(expression.expr());
    if (inner instanceof Expr.ColumnRef reference) {
      return !onlyTables
          && tables.stream().noneMatch(scope -> scope.position(reference).isPresent());
    }
    return inner instanceof Expr.ScalarSubquery;
  }

  private ResultColumn kept(ResultColumn column) {
    if (column instanceof ResultColumn.Expression expression
        && withoutCollation(expression.expr()) instanceof Expr.ColumnRef reference) {
      for (TableScope scope : tables) {
        Optional<Integer> position = scope.position(reference);
        if (position.isPresent()) {
          return scope.table().affinity(position.get()) == Affinity.REAL
              ? withoutAffinity(expression, scope.table().columns().get(position.get()).name())
              : column;
        }
      }
    }
    return column;
  }

  private static Expr withoutCollation(Expr expr) {
    Expr inner = expr;
    while (inner instanceof Expr.Collate collate) {
      inner = collate.operand();
    }
    return inner;
  }

  private static ResultColumn withoutAffinity(ResultColumn.Expression column, String name) {
    Name alias = column.alias();
    if (alias == null && column.expr() instanceof Expr.ColumnRef) {
      alias = Name.of(name);
    }
    Expr plus = new Expr.Unary(UnaryOperator.PLUS, column.expr(), column.expr().span());
    return new ResultColumn.Expression(plus, alias, column.text(), column.span());
  }

  /** A term that is a column of the first core by its expression is that no longer by its text. */
  private static OrderingTerm byOrdinal(OrderingTerm term, List<ResultColumn> columns) {
    for (int i = 0; i < columns.size(); i++) {
      boolean same =
          columns.get(i) instanceof ResultColumn.Expression expression
              && expression.expr().equals(term.expr());
      if (same && columns.stream().allMatch(of -> of instanceof ResultColumn.Expression)) {
        return new OrderingTerm(
            RowQuery.ordinal(i + 1), term.direction(), term.nulls(), term.span());
      }
    }
    return term;
  }
}
