package conductor.plan;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.semantics.RowScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.JoinConstraint;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.ResultColumn;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;

/**
 * The result columns of a query over one table or several that are joined, and what its other
 * clauses mean by them.
 *
 * @param scope what names mean
 * @param names the names of the columns, as SQLite gives them
 * @param exprs the columns in canonical form
 * @param aliases what the names given by AS stand for, by folded name
 */
record QueryColumns(
    RowScope scope, List<String> names, List<Expr> exprs, Map<String, Expr> aliases) {

  static QueryColumns of(SelectCore.Query core, RowScope scope, String sql) {
    QueryColumns columns =
        new QueryColumns(scope, new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (ResultColumn column : core.columns()) {
      columns.add(column, sql);
    }
    return columns;
  }

  private void add(ResultColumn column, String sql) {
    switch (column) {
      case ResultColumn.Star ignored -> addAll(scope.all());
      case ResultColumn.TableStar star -> addAll(scope.allOf(star.table()));
      case ResultColumn.Expression expression -> {
        Expr expr = scope.canonical(expression.expr(), Map.of());
        exprs.add(expr);
        Name alias = expression.alias();
        if (alias != null) {
          aliases.putIfAbsent(alias.folded(), expr);
        }
        names.add(
            alias == null && expr instanceof Expr.ColumnRef reference && isColumn(reference)
                ? reference.column().text()
                : ResultNames.of(expression, sql));
      }
    }
  }

  private boolean isColumn(Expr.ColumnRef reference) {
    return scope.find(reference).isPresent();
  }

  private void addAll(List<RowScope.Found> columns) {
    for (RowScope.Found column : columns) {
      exprs.add(column.expr());
      names.add(column.expr().column().text());
    }
  }

  /** An expression of WHERE or HAVING in canonical form. */
  Expr canonical(Expr expr) {
    return scope.canonical(expr, aliases);
  }

  /** The FROM with its conditions in canonical form, and one table without its alias. */
  @Nullable TableRef from(@Nullable TableRef from) {
    return from instanceof TableRef.Named table
        ? new TableRef.Named(table.name(), null, table.hint(), table.span())
        : from == null ? null : joined(from);
  }

  private TableRef joined(TableRef ref) {
    return switch (ref) {
      case TableRef.Join join ->
          new TableRef.Join(
              joined(join.left()),
              join.operator(),
              joined(join.right()),
              join.constraint() instanceof JoinConstraint.On on
                  ? new JoinConstraint.On(canonical(on.condition()), on.span())
                  : join.constraint(),
              join.span());
      case TableRef.Nested nested ->
          new TableRef.Nested(joined(nested.inner()), nested.alias(), nested.span());
      case TableRef.Named ignored -> ref;
      case TableRef.Subquery ignored -> ref;
      case TableRef.TableFunction ignored -> ref;
    };
  }

  /** A term of GROUP BY in canonical form: a number is a result column's. */
  Expr groupKey(Expr term, int position) {
    Integer ordinal = ordinal(term);
    return ordinal == null ? canonical(term) : byOrdinal(ordinal, "GROUP", position, term);
  }

  /** A term of ORDER BY in canonical form: a number or an alias is a result column's. */
  Expr orderKey(OrderingTerm term, int position) {
    Expr expr = term.expr();
    if (expr instanceof Expr.Collate collate) {
      Expr inner = orderKey(OrderingTerm.of(collate.operand()), position);
      return new Expr.Collate(inner, collate.collation(), collate.span());
    }
    Integer ordinal = ordinal(expr);
    if (ordinal != null) {
      return byOrdinal(ordinal, "ORDER", position, expr);
    }
    if (expr instanceof Expr.ColumnRef reference && reference.table() == null) {
      Expr aliased = aliases.get(reference.column().folded());
      if (aliased != null) {
        return aliased;
      }
    }
    return canonical(expr);
  }

  private Expr byOrdinal(int ordinal, String clause, int position, Expr term) {
    if (ordinal < 1 || ordinal > exprs.size()) {
      throw new SqlException(
          ErrorCode.SQL,
          ordinalText(position)
              + " "
              + clause
              + " BY term out of range - should be between 1 and "
              + exprs.size(),
          term.span());
    }
    return exprs.get(ordinal - 1);
  }

  private static String ordinalText(int number) {
    int lastTwo = number % 100;
    if (lastTwo >= 11 && lastTwo <= 13) {
      return number + "th";
    }
    return switch (number % 10) {
      case 1 -> number + "st";
      case 2 -> number + "nd";
      case 3 -> number + "rd";
      default -> number + "th";
    };
  }

  /** The number of a column that a term is, signs before it included. */
  private static @Nullable Integer ordinal(Expr expr) {
    if (expr instanceof Expr.Unary unary) {
      Integer inner = ordinal(unary.operand());
      if (inner == null) {
        return null;
      }
      return switch (unary.operator()) {
        case PLUS -> inner;
        case NEGATE -> -inner;
        case BIT_NOT, NOT -> null;
      };
    }
    if (!(expr instanceof Expr.IntegerLiteral literal)) {
      return null;
    }
    String digits = literal.text();
    if (digits.length() > 9 || digits.startsWith("0x") || digits.startsWith("0X")) {
      throw SqlException.unsupported("such a number of a result column", literal.span());
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != '_') {
        number = number * 10 + (digits.charAt(i) - '0');
      }
    }
    return number;
  }
}
