package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.IndexHint;
import sqlite.ast.JoinConstraint;
import sqlite.ast.JoinKind;
import sqlite.ast.JoinOperator;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.TableRef;
import sqlite.parser.SqlSyntaxException.Reason;
import sqlite.token.TokenType;

/**
 * FROM clauses.
 *
 * @see <a href="https://sqlite.org/syntax/join-clause.html">join-clause</a>
 */
final class TableRefParser {

  private static final int NATURAL = 1;
  private static final int INNER = 2;
  private static final int CROSS = 4;
  private static final int LEFT = 8;
  private static final int RIGHT = 16;
  private static final int OUTER = 32;

  private final Grammar grammar;
  private final TokenCursor cursor;

  TableRefParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** {@code [schema.]name}. */
  QualifiedName parseQualifiedName() {
    int start = cursor.start();
    Name first = cursor.name();
    if (!cursor.accept(TokenType.DOT)) {
      return new QualifiedName(null, first, first.span());
    }
    Name second = cursor.name();
    return new QualifiedName(first, second, cursor.spanFrom(start));
  }

  /** The tables after the word FROM. */
  TableRef parseFrom() {
    int start = cursor.start();
    TableRef tables = parseOne();
    refuseConstraintWithoutJoin();
    int count = 1;
    while (true) {
      @Nullable JoinOperator operator = parseJoinOperator();
      if (operator == null) {
        return tables;
      }
      TableRef right = parseOne();
      @Nullable JoinConstraint constraint = parseConstraint();
      tables = new TableRef.Join(tables, operator, right, constraint, cursor.spanFrom(start));
      if (++count > grammar.limits.fromTerms()) {
        throw cursor.error(
            Reason.TOO_MANY, "too many FROM clause terms, max: " + grammar.limits.fromTerms());
      }
    }
  }

  private void refuseConstraintWithoutJoin() {
    TokenType type = cursor.type();
    if (type == TokenType.ON || type == TokenType.USING) {
      parseConstraint();
      if (cursor.type().isIdentifierOrString()) {
        throw cursor.syntaxError();
      }
      throw cursor.error("a JOIN clause is required before " + type.name());
    }
  }

  private TableRef parseOne() {
    int start = cursor.start();
    if (cursor.accept(TokenType.LEFT_PARENTHESIS)) {
      return parseParenthesized(start);
    }
    QualifiedName name = parseQualifiedName();
    if (cursor.accept(TokenType.LEFT_PARENTHESIS)) {
      List<Expr> arguments = grammar.expressions.parseListToParenthesis();
      @Nullable Name alias = grammar.selects.parseAlias();
      return new TableRef.TableFunction(name, arguments, alias, cursor.spanFrom(start));
    }
    @Nullable Name alias = grammar.selects.parseAlias();
    @Nullable IndexHint hint = parseIndexHint();
    return new TableRef.Named(name, alias, hint, cursor.spanFrom(start));
  }

  private TableRef parseParenthesized(int start) {
    if (grammar.atSelect()) {
      Select query = grammar.selects.parseNested();
      @Nullable Name alias = grammar.selects.parseAlias();
      return new TableRef.Subquery(query, alias, cursor.spanFrom(start));
    }
    grammar.enterSelect();
    TableRef inner = parseFrom();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    grammar.leaveSelect();
    @Nullable Name alias = grammar.selects.parseAlias();
    return new TableRef.Nested(inner, alias, cursor.spanFrom(start));
  }

  @Nullable IndexHint parseIndexHint() {
    int start = cursor.start();
    if (cursor.accept(TokenType.INDEXED)) {
      cursor.expect(TokenType.BY);
      Name index = cursor.name();
      return new IndexHint.IndexedBy(index, cursor.spanFrom(start));
    }
    if (cursor.accept(TokenType.NOT)) {
      cursor.expect(TokenType.INDEXED);
      return new IndexHint.NotIndexed(cursor.spanFrom(start));
    }
    return null;
  }

  private @Nullable JoinConstraint parseConstraint() {
    int start = cursor.start();
    if (cursor.accept(TokenType.ON)) {
      Expr condition = grammar.expressions.parse();
      return new JoinConstraint.On(condition, cursor.spanFrom(start));
    }
    if (cursor.accept(TokenType.USING)) {
      cursor.expect(TokenType.LEFT_PARENTHESIS);
      List<Name> columns = grammar.columns.parseNamesToParenthesis();
      return new JoinConstraint.Using(columns, cursor.spanFrom(start));
    }
    return null;
  }

  private @Nullable JoinOperator parseJoinOperator() {
    return switch (cursor.type()) {
      case COMMA -> {
        cursor.advance();
        yield new JoinOperator(JoinKind.COMMA, false);
      }
      case JOIN -> {
        cursor.advance();
        yield new JoinOperator(JoinKind.INNER, false);
      }
      case CROSS, FULL, INNER, LEFT, NATURAL, OUTER, RIGHT -> parseJoinWords();
      default -> null;
    };
  }

  /** SQLite takes the words before JOIN, three at most, in any order. */
  private JoinOperator parseJoinWords() {
    List<Name> words = new ArrayList<>(3);
    words.add(cursor.takeName());
    while (words.size() < 3 && !cursor.at(TokenType.JOIN)) {
      words.add(cursor.name());
    }
    cursor.expect(TokenType.JOIN);
    int bits = 0;
    boolean known = true;
    for (Name word : words) {
      int bit = bitsOf(word);
      known &= bit != 0;
      bits |= bit;
    }
    boolean contradictory = (bits & INNER) != 0 && (bits & OUTER) != 0;
    boolean onlyOuter = (bits & (OUTER | LEFT | RIGHT)) == OUTER;
    if (!known || contradictory || onlyOuter) {
      throw unknownJoin(words);
    }
    return new JoinOperator(kindOf(bits), (bits & NATURAL) != 0);
  }

  private static int bitsOf(Name word) {
    if (word.sameAs("natural")) {
      return NATURAL;
    }
    if (word.sameAs("left")) {
      return LEFT | OUTER;
    }
    if (word.sameAs("outer")) {
      return OUTER;
    }
    if (word.sameAs("right")) {
      return RIGHT | OUTER;
    }
    if (word.sameAs("full")) {
      return LEFT | RIGHT | OUTER;
    }
    if (word.sameAs("inner")) {
      return INNER;
    }
    return word.sameAs("cross") ? INNER | CROSS : 0;
  }

  private static JoinKind kindOf(int bits) {
    if ((bits & LEFT) != 0) {
      return (bits & RIGHT) != 0 ? JoinKind.FULL : JoinKind.LEFT;
    }
    if ((bits & RIGHT) != 0) {
      return JoinKind.RIGHT;
    }
    return (bits & CROSS) != 0 ? JoinKind.CROSS : JoinKind.INNER;
  }

  private SqlSyntaxException unknownJoin(List<Name> words) {
    StringBuilder message = new StringBuilder("unknown join type:");
    for (Name word : words) {
      message.append(' ').append(cursor.text(word.span().start(), word.span().end()));
    }
    return cursor.error(message.toString());
  }
}
