package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CaseBranch;
import sqlite.ast.CurrentTime;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.RaiseAction;
import sqlite.token.TokenType;

/** The expressions that no operator holds together: literals, names, calls and parentheses. */
final class PrimaryParser {

  private final Grammar grammar;
  private final TokenCursor cursor;
  private final ExprParser expressions;

  PrimaryParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.expressions = grammar.expressions;
  }

  Expr parse() {
    expressions.setHeight(1);
    return switch (cursor.type()) {
      case STRING -> cursor.peek() == TokenType.DOT ? parseColumn() : parseLiteral();
      case NULL, INTEGER, FLOAT, BLOB, CURRENT_TIME, CURRENT_DATE, CURRENT_TIMESTAMP ->
          parseLiteral();
      case VARIABLE -> parseParameter();
      case LEFT_PARENTHESIS -> parseParenthesized();
      case CAST -> parseCast();
      case CASE -> parseCase();
      case EXISTS -> parseExists();
      case RAISE -> parseRaise();
      default -> parseNamed();
    };
  }

  /** What {@code term} is in SQLite's grammar; only this may follow DEFAULT bare. */
  Expr parseLiteral() {
    var span = cursor.span();
    Expr literal =
        switch (cursor.type()) {
          case NULL -> new Expr.NullLiteral(span);
          case STRING -> new Expr.StringLiteral(cursor.stringValue(), span);
          case INTEGER -> new Expr.IntegerLiteral(cursor.text(), span);
          case FLOAT -> new Expr.RealLiteral(cursor.text(), span);
          case BLOB -> new Expr.BlobLiteral(cursor.text(span.start() + 2, span.end() - 1), span);
          case CURRENT_TIME -> new Expr.CurrentTimeLiteral(CurrentTime.CURRENT_TIME, span);
          case CURRENT_DATE -> new Expr.CurrentTimeLiteral(CurrentTime.CURRENT_DATE, span);
          case CURRENT_TIMESTAMP ->
              new Expr.CurrentTimeLiteral(CurrentTime.CURRENT_TIMESTAMP, span);
          default -> throw cursor.syntaxError();
        };
    cursor.advance();
    return literal;
  }

  private Expr parseParameter() {
    String text = cursor.text();
    // In SQLite #1 names a register of the virtual machine, which users cannot.
    if (text.charAt(0) == '#' && text.charAt(1) >= '0' && text.charAt(1) <= '9') {
      throw cursor.syntaxError();
    }
    var span = cursor.span();
    Expr parameter = new Expr.Parameter(text, grammar.variableIndex(text), span);
    cursor.advance();
    return parameter;
  }

  private Expr parseNamed() {
    if (!cursor.type().isColumnName()) {
      throw cursor.syntaxError();
    }
    if (cursor.peek() == TokenType.LEFT_PARENTHESIS) {
      return grammar.functions.parseCall();
    }
    return parseColumn();
  }

  private Expr parseColumn() {
    Name column = cursor.name();
    if (!cursor.at(TokenType.DOT)) {
      return new Expr.ColumnRef(null, null, column, column.span());
    }
    int start = column.span().start();
    cursor.advance();
    Name table = column;
    column = cursor.name();
    @Nullable Name schema = null;
    if (cursor.accept(TokenType.DOT)) {
      schema = table;
      table = column;
      column = cursor.name();
    }
    return new Expr.ColumnRef(schema, table, column, cursor.spanFrom(start));
  }

  private Expr parseParenthesized() {
    int start = cursor.start();
    cursor.advance();
    if (grammar.atSelect()) {
      var query = grammar.selects.parseNested();
      expressions.grow(0);
      return new Expr.ScalarSubquery(query, cursor.spanFrom(start));
    }
    Expr first = expressions.parse();
    if (cursor.accept(TokenType.RIGHT_PARENTHESIS)) {
      return first;
    }
    cursor.expect(TokenType.COMMA);
    List<Expr> items = new ArrayList<>();
    items.add(first);
    int firstHeight = expressions.height();
    items.addAll(expressions.parseList());
    expressions.grow(firstHeight);
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return new Expr.RowValue(items, cursor.spanFrom(start));
  }

  private Expr parseCast() {
    int start = cursor.start();
    cursor.advance();
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    Expr operand = expressions.parse();
    cursor.expect(TokenType.AS);
    var type = grammar.columns.parseType();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    expressions.grow(0);
    return new Expr.Cast(operand, type, cursor.spanFrom(start));
  }

  private Expr parseCase() {
    int start = cursor.start();
    cursor.advance();
    int tallest = 0;
    @Nullable Expr operand = null;
    if (!cursor.at(TokenType.WHEN)) {
      operand = expressions.parse();
      tallest = expressions.height();
    }
    List<CaseBranch> branches = new ArrayList<>();
    do {
      int branchStart = cursor.start();
      cursor.expect(TokenType.WHEN);
      Expr condition = expressions.parse();
      tallest = Math.max(tallest, expressions.height());
      cursor.expect(TokenType.THEN);
      Expr result = expressions.parse();
      tallest = Math.max(tallest, expressions.height());
      branches.add(new CaseBranch(condition, result, cursor.spanFrom(branchStart)));
    } while (cursor.at(TokenType.WHEN));
    @Nullable Expr otherwise = cursor.accept(TokenType.ELSE) ? expressions.parse() : null;
    cursor.expect(TokenType.END);
    expressions.grow(tallest);
    return new Expr.Case(operand, branches, otherwise, cursor.spanFrom(start));
  }

  private Expr parseExists() {
    int start = cursor.start();
    cursor.advance();
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    if (!grammar.atSelect()) {
      throw cursor.syntaxError();
    }
    var query = grammar.selects.parseNested();
    expressions.grow(0);
    return new Expr.Exists(query, cursor.spanFrom(start));
  }

  private Expr parseRaise() {
    int start = cursor.start();
    cursor.advance();
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    RaiseAction action =
        switch (cursor.type()) {
          case IGNORE -> RaiseAction.IGNORE;
          case ROLLBACK -> RaiseAction.ROLLBACK;
          case ABORT -> RaiseAction.ABORT;
          case FAIL -> RaiseAction.FAIL;
          default -> throw cursor.syntaxError();
        };
    cursor.advance();
    @Nullable Expr message = null;
    if (action != RaiseAction.IGNORE) {
      cursor.expect(TokenType.COMMA);
      message = expressions.parse();
      expressions.grow(0);
    }
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return new Expr.Raise(action, message, cursor.spanFrom(start));
  }
}
