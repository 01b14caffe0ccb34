package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.BinaryOperator;
import sqlite.ast.Expr;
import sqlite.ast.LikeOperator;
import sqlite.ast.NullsOrder;
import sqlite.ast.OrderingTerm;
import sqlite.ast.SortDirection;
import sqlite.ast.UnaryOperator;
import sqlite.parser.SqlSyntaxException.Reason;
import sqlite.token.TokenType;

/**
 * Expressions by precedence climbing. Chains of operators that associate to the left are read in a
 * loop, so only nesting recurses; the height of the tree is counted along the way.
 *
 * @see <a href="https://sqlite.org/lang_expr.html">SQL language expressions</a>
 */
final class ExprParser {

  private static final int LOOSEST = 1;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int EQUALITY = 4;
  private static final int COMPARISON = 5;
  private static final int BITS = 6;
  private static final int SUM = 7;
  private static final int PRODUCT = 8;
  private static final int CONCAT = 9;
  private static final int COLLATE = 10;
  private static final int SIGN = 11;
  private static final int NO_OPERATOR = 0;

  private final Grammar grammar;
  private final TokenCursor cursor;
  private int nesting;

  /** The height of the tree that was read last. */
  private int height;

  ExprParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  void beginStatement() {
    nesting = 0;
    height = 0;
  }

  Expr parse() {
    return parse(LOOSEST);
  }

  /** One expression or more, with commas between them. */
  List<Expr> parseList() {
    int tallest = 0;
    List<Expr> list = new ArrayList<>();
    do {
      list.add(parse());
      tallest = Math.max(tallest, height);
    } while (cursor.accept(TokenType.COMMA));
    height = tallest;
    return list;
  }

  /** A list that may be empty, up to a closing parenthesis, which is read too. */
  List<Expr> parseListToParenthesis() {
    height = 0;
    List<Expr> list = cursor.at(TokenType.RIGHT_PARENTHESIS) ? List.of() : parseList();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return list;
  }

  /** {@code expr [ASC|DESC] [NULLS FIRST|LAST], ...}. */
  List<OrderingTerm> parseOrderingTerms() {
    int tallest = 0;
    List<OrderingTerm> terms = new ArrayList<>();
    do {
      int start = cursor.start();
      Expr expr = parse();
      SortDirection direction = parseDirection();
      NullsOrder nulls = parseNullsOrder();
      terms.add(new OrderingTerm(expr, direction, nulls, cursor.spanFrom(start)));
      tallest = Math.max(tallest, height);
    } while (cursor.accept(TokenType.COMMA));
    height = tallest;
    return terms;
  }

  SortDirection parseDirection() {
    if (cursor.accept(TokenType.ASC)) {
      return SortDirection.ASCENDING;
    }
    return cursor.accept(TokenType.DESC) ? SortDirection.DESCENDING : SortDirection.UNSPECIFIED;
  }

  private NullsOrder parseNullsOrder() {
    if (!cursor.accept(TokenType.NULLS)) {
      return NullsOrder.UNSPECIFIED;
    }
    if (cursor.accept(TokenType.FIRST)) {
      return NullsOrder.FIRST;
    }
    cursor.expect(TokenType.LAST);
    return NullsOrder.LAST;
  }

  int height() {
    return height;
  }

  void setHeight(int height) {
    this.height = height;
  }

  /** Counts a node above the tree read last and one of the given height. */
  void grow(int otherHeight) {
    height = Math.max(height, otherHeight) + 1;
    if (height > grammar.limits.expressionDepth()) {
      throw tooDeep(grammar.limits.expressionDepth());
    }
  }

  private SqlSyntaxException tooDeep(int maximum) {
    return cursor.error(
        Reason.TOO_DEEP, "Expression tree is too large (maximum depth " + maximum + ")");
  }

  /** An expression of operators that bind at least as tightly as {@code loosest}. */
  private Expr parse(int loosest) {
    if (++nesting > grammar.limits.nestingDepth()) {
      throw tooDeep(grammar.limits.nestingDepth());
    }
    int start = cursor.start();
    Expr left = parsePrefix(start);
    int precedence = precedenceOf(cursor.type());
    while (precedence >= loosest) {
      left = parseInfix(left, start, precedence);
      precedence = precedenceOf(cursor.type());
    }
    nesting--;
    return left;
  }

  private Expr parsePrefix(int start) {
    return switch (cursor.type()) {
      case NOT -> parseUnary(UnaryOperator.NOT, NOT, start);
      case MINUS -> parseUnary(UnaryOperator.NEGATE, SIGN, start);
      case PLUS -> parseUnary(UnaryOperator.PLUS, SIGN, start);
      case TILDE -> parseUnary(UnaryOperator.BIT_NOT, SIGN, start);
      default -> grammar.primaries.parse();
    };
  }

  private Expr parseUnary(UnaryOperator operator, int precedence, int start) {
    cursor.advance();
    Expr operand = parse(precedence);
    grow(0);
    return new Expr.Unary(operator, operand, cursor.spanFrom(start));
  }

  private static int precedenceOf(TokenType type) {
    return switch (type) {
      case OR -> OR;
      case AND -> AND;
      case NOT -> NOT;
      case IS, ISNULL, NOTNULL, IN, BETWEEN, EQUAL, NOT_EQUAL -> EQUALITY;
      case LIKE, GLOB, REGEXP, MATCH -> EQUALITY;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> COMPARISON;
      case AMPERSAND, PIPE, SHIFT_LEFT, SHIFT_RIGHT -> BITS;
      case PLUS, MINUS -> SUM;
      case STAR, SLASH, PERCENT -> PRODUCT;
      case CONCAT, ARROW, LONG_ARROW -> CONCAT;
      case TokenType.COLLATE -> COLLATE;
      default -> NO_OPERATOR;
    };
  }

  private Expr parseInfix(Expr left, int start, int precedence) {
    TokenType operator = cursor.type();
    cursor.advance();
    return switch (operator) {
      case NOT -> parseNegated(left, start);
      case IS -> parseIs(left, start);
      case ISNULL -> nullTest(left, false, start);
      case NOTNULL -> nullTest(left, true, start);
      case IN -> parseIn(left, false, start);
      case BETWEEN -> parseBetween(left, false, start);
      case LIKE, GLOB, REGEXP, MATCH -> parseLike(operator, left, false, start);
      case TokenType.COLLATE -> parseCollate(left, start);
      default -> parseBinary(binaryOperator(operator), left, precedence, start);
    };
  }

  private static BinaryOperator binaryOperator(TokenType type) {
    return switch (type) {
      case OR -> BinaryOperator.OR;
      case AND -> BinaryOperator.AND;
      case EQUAL -> BinaryOperator.EQUAL;
      case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case LESS -> BinaryOperator.LESS;
      case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER -> BinaryOperator.GREATER;
      case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case AMPERSAND -> BinaryOperator.BIT_AND;
      case PIPE -> BinaryOperator.BIT_OR;
      case SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
      case SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
      case PLUS -> BinaryOperator.ADD;
      case MINUS -> BinaryOperator.SUBTRACT;
      case STAR -> BinaryOperator.MULTIPLY;
      case SLASH -> BinaryOperator.DIVIDE;
      case PERCENT -> BinaryOperator.REMAINDER;
      case CONCAT -> BinaryOperator.CONCAT;
      case ARROW -> BinaryOperator.ARROW;
      case LONG_ARROW -> BinaryOperator.LONG_ARROW;
      default -> throw new IllegalStateException("no operator: " + type);
    };
  }

  private Expr parseBinary(BinaryOperator operator, Expr left, int precedence, int start) {
    int leftHeight = height;
    Expr right = parse(precedence + 1);
    grow(leftHeight);
    return new Expr.Binary(operator, left, right, cursor.spanFrom(start));
  }

  private Expr parseNegated(Expr left, int start) {
    TokenType operator = cursor.type();
    switch (operator) {
      case NULL, IN, BETWEEN, LIKE, GLOB, REGEXP, MATCH -> cursor.advance();
      default -> throw cursor.syntaxError();
    }
    return switch (operator) {
      case NULL -> nullTest(left, true, start);
      case IN -> parseIn(left, true, start);
      case BETWEEN -> parseBetween(left, true, start);
      default -> parseLike(operator, left, true, start);
    };
  }

  private Expr nullTest(Expr operand, boolean negated, int start) {
    grow(0);
    return new Expr.NullTest(operand, negated, cursor.spanFrom(start));
  }

  private Expr parseIs(Expr left, int start) {
    boolean negated = cursor.accept(TokenType.NOT);
    boolean distinct = cursor.accept(TokenType.DISTINCT);
    if (distinct) {
      cursor.expect(TokenType.FROM);
    }
    int leftHeight = height;
    Expr right = parse(EQUALITY + 1);
    grow(leftHeight);
    if (right instanceof Expr.NullLiteral) {
      return new Expr.NullTest(left, negated != distinct, cursor.spanFrom(start));
    }
    BinaryOperator operator;
    if (distinct) {
      operator = negated ? BinaryOperator.IS_NOT_DISTINCT_FROM : BinaryOperator.IS_DISTINCT_FROM;
    } else {
      operator = negated ? BinaryOperator.IS_NOT : BinaryOperator.IS;
    }
    return new Expr.Binary(operator, left, right, cursor.spanFrom(start));
  }

  private Expr parseIn(Expr left, boolean negated, int start) {
    int leftHeight = height;
    if (!cursor.accept(TokenType.LEFT_PARENTHESIS)) {
      return parseInTable(left, negated, start);
    }
    if (grammar.atSelect()) {
      var query = grammar.selects.parseNested();
      grow(leftHeight);
      return new Expr.InSubquery(left, query, negated, cursor.spanFrom(start));
    }
    List<Expr> items = parseListToParenthesis();
    grow(leftHeight);
    return new Expr.InList(left, items, negated, cursor.spanFrom(start));
  }

  private Expr parseInTable(Expr left, boolean negated, int start) {
    int leftHeight = height;
    var table = grammar.tables.parseQualifiedName();
    height = 0;
    List<Expr> arguments =
        cursor.accept(TokenType.LEFT_PARENTHESIS) ? parseListToParenthesis() : List.of();
    grow(leftHeight);
    return new Expr.InTable(left, table, arguments, negated, cursor.spanFrom(start));
  }

  /** The AND belongs to BETWEEN, so the lower bound has only what binds more tightly. */
  private Expr parseBetween(Expr left, boolean negated, int start) {
    int tallest = height;
    Expr low = parse(NOT);
    tallest = Math.max(tallest, height);
    cursor.expect(TokenType.AND);
    Expr high = parse(EQUALITY + 1);
    grow(tallest);
    return new Expr.Between(left, low, high, negated, cursor.spanFrom(start));
  }

  private Expr parseLike(TokenType type, Expr left, boolean negated, int start) {
    LikeOperator operator =
        switch (type) {
          case LIKE -> LikeOperator.LIKE;
          case GLOB -> LikeOperator.GLOB;
          case REGEXP -> LikeOperator.REGEXP;
          default -> LikeOperator.MATCH;
        };
    int tallest = height;
    Expr pattern = parse(EQUALITY + 1);
    @Nullable Expr escape = null;
    if (cursor.accept(TokenType.ESCAPE)) {
      tallest = Math.max(tallest, height);
      escape = parse(EQUALITY + 1);
    }
    grow(tallest);
    return new Expr.Like(operator, left, pattern, escape, negated, cursor.spanFrom(start));
  }

  private Expr parseCollate(Expr left, int start) {
    if (!cursor.type().isIdentifierOrString()) {
      throw cursor.syntaxError();
    }
    var collation = cursor.takeName();
    grow(0);
    return new Expr.Collate(left, collation, cursor.spanFrom(start));
  }
}
