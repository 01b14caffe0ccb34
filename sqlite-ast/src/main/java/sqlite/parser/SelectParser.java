package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CommonTable;
import sqlite.ast.CompoundOperator;
import sqlite.ast.CompoundTerm;
import sqlite.ast.Expr;
import sqlite.ast.Limit;
import sqlite.ast.Materialization;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.Quantifier;
import sqlite.ast.ResultColumn;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.TableRef;
import sqlite.ast.WindowDefinition;
import sqlite.ast.With;
import sqlite.parser.SqlSyntaxException.Reason;
import sqlite.token.SourceSpan;
import sqlite.token.TokenType;

/**
 * SELECT, VALUES, compounds of them and WITH.
 *
 * @see <a href="https://sqlite.org/lang_select.html">SELECT</a>
 */
final class SelectParser {

  private final Grammar grammar;
  private final TokenCursor cursor;
  private final ExprParser expressions;

  /** The height of the tallest expression of the query being read. */
  private int tallest;

  SelectParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.expressions = grammar.expressions;
  }

  /** A query up to its closing parenthesis, which is read too. */
  Select parseNested() {
    Select query = parse();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return query;
  }

  /** A query with its own WITH clause, if there is one. */
  Select parse() {
    int start = cursor.start();
    @Nullable With with = cursor.at(TokenType.WITH) ? parseWith() : null;
    return parse(with, start);
  }

  /** A query after a WITH clause. Leaves its height with the expression parser. */
  Select parse(@Nullable With with, int start) {
    grammar.enterSelect();
    int outerTallest = tallest;
    tallest = 0;
    SelectCore first = parseCore();
    List<CompoundTerm> rest = new ArrayList<>();
    List<OrderingTerm> orderBy = List.of();
    @Nullable Limit limit = null;
    while (true) {
      SelectCore last = rest.isEmpty() ? first : rest.getLast().core();
      if (last instanceof SelectCore.Query) {
        orderBy = parseOrderBy();
        limit = parseLimit();
      }
      if (!atCompoundOperator()) {
        break;
      }
      rest.add(parseCompoundTerm(orderBy, limit));
      if (rest.size() >= grammar.limits.compoundTerms()) {
        throw cursor.error(Reason.TOO_MANY, "too many terms in compound SELECT");
      }
    }
    expressions.setHeight(tallest);
    tallest = outerTallest;
    grammar.leaveSelect();
    return new Select(with, first, rest, orderBy, limit, cursor.spanFrom(start));
  }

  private boolean atCompoundOperator() {
    return switch (cursor.type()) {
      case UNION, INTERSECT, EXCEPT -> true;
      default -> false;
    };
  }

  private CompoundTerm parseCompoundTerm(List<OrderingTerm> orderBy, @Nullable Limit limit) {
    int start = cursor.start();
    CompoundOperator operator = parseCompoundOperator();
    SelectCore core = parseCore();
    if (!orderBy.isEmpty() || limit != null) {
      throw cursor.error(
          (orderBy.isEmpty() ? "LIMIT" : "ORDER BY")
              + " clause should come after "
              + nameOf(operator)
              + " not before");
    }
    return new CompoundTerm(operator, core, cursor.spanFrom(start));
  }

  private CompoundOperator parseCompoundOperator() {
    if (cursor.accept(TokenType.INTERSECT)) {
      return CompoundOperator.INTERSECT;
    }
    if (cursor.accept(TokenType.EXCEPT)) {
      return CompoundOperator.EXCEPT;
    }
    cursor.expect(TokenType.UNION);
    return cursor.accept(TokenType.ALL) ? CompoundOperator.UNION_ALL : CompoundOperator.UNION;
  }

  private static String nameOf(CompoundOperator operator) {
    return operator == CompoundOperator.UNION_ALL ? "UNION ALL" : operator.name();
  }

  private SelectCore parseCore() {
    int start = cursor.start();
    if (cursor.accept(TokenType.VALUES)) {
      return parseValues(start);
    }
    cursor.expect(TokenType.SELECT);
    Quantifier quantifier = grammar.functions.parseQuantifier();
    List<ResultColumn> columns = parseResultColumns();
    @Nullable TableRef from = cursor.accept(TokenType.FROM) ? grammar.tables.parseFrom() : null;
    @Nullable Expr where = parseWhere();
    note();
    List<Expr> groupBy = List.of();
    if (cursor.accept(TokenType.GROUP)) {
      cursor.expect(TokenType.BY);
      groupBy = expressions.parseList();
      note();
      grammar.checkColumns(groupBy, "terms in GROUP BY clause");
    }
    @Nullable Expr having = cursor.accept(TokenType.HAVING) ? expressions.parse() : null;
    note();
    List<WindowDefinition> windows =
        cursor.accept(TokenType.WINDOW) ? grammar.functions.parseDefinitions() : List.of();
    SourceSpan span = cursor.spanFrom(start);
    return new SelectCore.Query(quantifier, columns, from, where, groupBy, having, windows, span);
  }

  private SelectCore parseValues(int start) {
    List<List<Expr>> rows = new ArrayList<>();
    do {
      cursor.expect(TokenType.LEFT_PARENTHESIS);
      List<Expr> row = expressions.parseList();
      note();
      cursor.expect(TokenType.RIGHT_PARENTHESIS);
      grammar.checkColumns(row, "columns in result set");
      rows.add(row);
    } while (cursor.accept(TokenType.COMMA));
    return new SelectCore.Values(rows, cursor.spanFrom(start));
  }

  private void note() {
    tallest = Math.max(tallest, expressions.height());
  }

  /** The list after SELECT or RETURNING. */
  List<ResultColumn> parseResultColumns() {
    List<ResultColumn> columns = new ArrayList<>();
    do {
      columns.add(parseResultColumn());
    } while (cursor.accept(TokenType.COMMA));
    grammar.checkColumns(columns, "columns in result set");
    return columns;
  }

  private ResultColumn parseResultColumn() {
    int start = cursor.start();
    if (cursor.accept(TokenType.STAR)) {
      return new ResultColumn.Star(cursor.spanFrom(start));
    }
    if (cursor.peekSecond() == TokenType.STAR
        && cursor.peek() == TokenType.DOT
        && beginsTableStar()) {
      Name table = cursor.takeName();
      cursor.advance();
      cursor.advance();
      return new ResultColumn.TableStar(table, cursor.spanFrom(start));
    }
    Expr expr = expressions.parse();
    note();
    SourceSpan text = cursor.trimmedSpanTo(start, cursor.start());
    @Nullable Name alias = parseAlias();
    SourceSpan span = cursor.previousEnd() == text.end() ? text : cursor.spanFrom(start);
    return new ResultColumn.Expression(expr, alias, text, span);
  }

  /** A name, but not a word that begins an expression of its own kind. */
  private boolean beginsTableStar() {
    return switch (cursor.type()) {
      case CAST, RAISE, CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP -> false;
      default -> cursor.type().isName();
    };
  }

  /** {@code [AS] name}; without AS fewer words will do. */
  @Nullable Name parseAlias() {
    if (cursor.accept(TokenType.AS)) {
      return cursor.name();
    }
    return cursor.type().isIdentifierOrString() ? cursor.takeName() : null;
  }

  @Nullable Expr parseWhere() {
    return cursor.accept(TokenType.WHERE) ? expressions.parse() : null;
  }

  List<OrderingTerm> parseOrderBy() {
    if (!cursor.accept(TokenType.ORDER)) {
      return List.of();
    }
    cursor.expect(TokenType.BY);
    List<OrderingTerm> terms = expressions.parseOrderingTerms();
    note();
    grammar.checkColumns(terms, "terms in ORDER BY clause");
    return terms;
  }

  @Nullable Limit parseLimit() {
    int start = cursor.start();
    if (!cursor.accept(TokenType.LIMIT)) {
      return null;
    }
    Expr first = expressions.parse();
    note();
    if (cursor.accept(TokenType.OFFSET)) {
      Expr offset = expressions.parse();
      note();
      return new Limit(first, offset, false, cursor.spanFrom(start));
    }
    if (cursor.accept(TokenType.COMMA)) {
      Expr limit = expressions.parse();
      note();
      return new Limit(limit, first, true, cursor.spanFrom(start));
    }
    return new Limit(first, null, false, cursor.spanFrom(start));
  }

  With parseWith() {
    int start = cursor.start();
    cursor.expect(TokenType.WITH);
    boolean recursive = cursor.accept(TokenType.RECURSIVE);
    List<CommonTable> tables = new ArrayList<>();
    do {
      tables.add(parseCommonTable());
    } while (cursor.accept(TokenType.COMMA));
    return new With(recursive, tables, cursor.spanFrom(start));
  }

  private CommonTable parseCommonTable() {
    int start = cursor.start();
    Name name = cursor.name();
    List<Name> columns = grammar.columns.parseOptionalColumnNames();
    cursor.expect(TokenType.AS);
    Materialization materialization = Materialization.UNSPECIFIED;
    if (cursor.accept(TokenType.MATERIALIZED)) {
      materialization = Materialization.MATERIALIZED;
    } else if (cursor.accept(TokenType.NOT)) {
      cursor.expect(TokenType.MATERIALIZED);
      materialization = Materialization.NOT_MATERIALIZED;
    }
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    Select query = parseNested();
    return new CommonTable(name, columns, materialization, query, cursor.spanFrom(start));
  }
}
