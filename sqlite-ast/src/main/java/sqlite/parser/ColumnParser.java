package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.ColumnConstraint;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.ConflictAction;
import sqlite.ast.DefaultValue;
import sqlite.ast.Deferral;
import sqlite.ast.Expr;
import sqlite.ast.ForeignKeyClause;
import sqlite.ast.GeneratedStorage;
import sqlite.ast.Name;
import sqlite.ast.ReferenceAction;
import sqlite.ast.ReferenceEvent;
import sqlite.ast.ReferenceRule;
import sqlite.ast.SortDirection;
import sqlite.ast.TypeName;
import sqlite.ast.UnaryOperator;
import sqlite.token.SourceSpan;
import sqlite.token.TokenType;

/**
 * Column definitions, types and lists of column names.
 *
 * @see <a href="https://sqlite.org/syntax/column-def.html">column-def</a>
 */
final class ColumnParser {

  private final Grammar grammar;
  private final TokenCursor cursor;

  ColumnParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Names up to a closing parenthesis, which is read too. */
  List<Name> parseNamesToParenthesis() {
    List<Name> names = new ArrayList<>();
    do {
      names.add(cursor.name());
    } while (cursor.accept(TokenType.COMMA));
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return names;
  }

  /** {@code [(name, ...)]}, where old schemas had collations and directions too. */
  List<Name> parseOptionalColumnNames() {
    return cursor.accept(TokenType.LEFT_PARENTHESIS) ? parseColumnNames() : List.of();
  }

  /** As {@link #parseOptionalColumnNames} after the opening parenthesis. */
  List<Name> parseColumnNames() {
    List<Name> names = new ArrayList<>();
    do {
      Name name = cursor.name();
      names.add(name);
      if (cursor.at(TokenType.COLLATE) || cursor.at(TokenType.ASC) || cursor.at(TokenType.DESC)) {
        throw cursor.error(
            "syntax error after column name \""
                + cursor.text(name.span().start(), name.span().end())
                + "\"");
      }
    } while (cursor.accept(TokenType.COMMA));
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return names;
  }

  /** A type name, which may be empty, as it is in CAST. */
  TypeName parseType() {
    int start = cursor.start();
    while (cursor.type().isIdentifierOrString()) {
      cursor.advance();
    }
    if (cursor.previousEnd() > start && cursor.accept(TokenType.LEFT_PARENTHESIS)) {
      parseSignedNumber();
      if (cursor.accept(TokenType.COMMA)) {
        parseSignedNumber();
      }
      cursor.expect(TokenType.RIGHT_PARENTHESIS);
    }
    SourceSpan span = cursor.spanFrom(start);
    return new TypeName(cursor.text(span.start(), span.end()), span);
  }

  private void parseSignedNumber() {
    if (cursor.at(TokenType.PLUS) || cursor.at(TokenType.MINUS)) {
      cursor.advance();
    }
    if (!cursor.atPlainNumber()) {
      throw cursor.syntaxError();
    }
    cursor.advance();
  }

  ColumnDefinition parseColumn() {
    int start = cursor.start();
    Name name = cursor.name();
    TypeName type = parseType();
    boolean generated = endsWithGeneratedAlways(type);
    if (generated) {
      type = withoutGeneratedAlways(type);
    }
    List<ColumnConstraint> constraints = new ArrayList<>();
    if (generated && cursor.at(TokenType.AS)) {
      int generatedStart = type.span().end();
      cursor.advance();
      constraints.add(parseGenerated(name, null, true, generatedStart));
    }
    while (true) {
      ColumnConstraint constraint = parseConstraint(name);
      if (constraint == null) {
        break;
      }
      constraints.add(constraint);
    }
    return new ColumnDefinition(
        name, type.text().isEmpty() ? null : type, constraints, cursor.spanFrom(start));
  }

  /** Both words are names too, so the type swallows them, in SQLite as here. */
  private static boolean endsWithGeneratedAlways(TypeName type) {
    String text = type.text();
    int always = text.length() - "always".length();
    if (always < "generated".length() || !endsWith(text, text.length(), "always")) {
      return false;
    }
    return endsWith(text, trimmedLength(text, always), "generated");
  }

  private static TypeName withoutGeneratedAlways(TypeName type) {
    String text = type.text();
    int length = trimmedLength(text, text.length() - "always".length());
    length = trimmedLength(text, length - "generated".length());
    int start = type.span().start();
    return new TypeName(text.substring(0, length), new SourceSpan(start, start + length));
  }

  private static int trimmedLength(String text, int length) {
    int trimmed = length;
    while (trimmed > 0 && text.charAt(trimmed - 1) <= ' ') {
      trimmed--;
    }
    return trimmed;
  }

  private static boolean endsWith(String text, int length, String word) {
    int start = length - word.length();
    return start >= 0 && Name.of(text.substring(start, length)).sameAs(word);
  }

  private @Nullable ColumnConstraint parseConstraint(Name column) {
    int start = cursor.start();
    @Nullable Name name = cursor.accept(TokenType.CONSTRAINT) ? cursor.name() : null;
    ColumnConstraint constraint = parseUnnamed(column, name, start);
    if (constraint == null && name != null) {
      return new ColumnConstraint.NameOnly(name, cursor.spanFrom(start));
    }
    return constraint;
  }

  private @Nullable ColumnConstraint parseUnnamed(Name column, @Nullable Name name, int start) {
    switch (cursor.type()) {
      case DEFAULT, NULL, PRIMARY, UNIQUE, CHECK, REFERENCES, COLLATE, AS, GENERATED -> {}
      case NOT, DEFERRABLE -> {
        return parseNotOrDeferrable(name, start);
      }
      default -> {
        return null;
      }
    }
    TokenType keyword = cursor.type();
    cursor.advance();
    return switch (keyword) {
      case DEFAULT -> {
        DefaultValue value = parseDefault();
        yield new ColumnConstraint.Default(name, value, cursor.spanFrom(start));
      }
      case NULL -> {
        @Nullable ConflictAction action = grammar.dml.parseOnConflict();
        yield new ColumnConstraint.Null(name, action, cursor.spanFrom(start));
      }
      case PRIMARY -> parsePrimaryKey(name, start);
      case UNIQUE -> {
        @Nullable ConflictAction action = grammar.dml.parseOnConflict();
        yield new ColumnConstraint.Unique(name, action, cursor.spanFrom(start));
      }
      case CHECK -> {
        Expr condition = parseParenthesizedExpr();
        yield new ColumnConstraint.Check(name, condition, cursor.spanFrom(start));
      }
      case REFERENCES -> {
        ForeignKeyClause clause = parseForeignKey(start);
        yield new ColumnConstraint.References(name, clause, cursor.spanFrom(start));
      }
      case COLLATE -> parseCollate(name, start);
      case AS -> parseGenerated(column, name, false, start);
      default -> {
        cursor.expect(TokenType.ALWAYS);
        cursor.expect(TokenType.AS);
        yield parseGenerated(column, name, true, start);
      }
    };
  }

  private ColumnConstraint parseNotOrDeferrable(@Nullable Name name, int start) {
    if (cursor.at(TokenType.NOT) && cursor.peek() == TokenType.NULL) {
      cursor.advance();
      cursor.advance();
      @Nullable ConflictAction action = grammar.dml.parseOnConflict();
      return new ColumnConstraint.NotNull(name, action, cursor.spanFrom(start));
    }
    Deferral deferral = parseDeferral();
    return new ColumnConstraint.Deferrable(name, deferral, cursor.spanFrom(start));
  }

  private ColumnConstraint parsePrimaryKey(@Nullable Name name, int start) {
    cursor.expect(TokenType.KEY);
    SortDirection direction = grammar.expressions.parseDirection();
    @Nullable ConflictAction action = grammar.dml.parseOnConflict();
    boolean autoincrement = cursor.accept(TokenType.AUTOINCREMENT);
    return new ColumnConstraint.PrimaryKey(
        name, direction, action, autoincrement, cursor.spanFrom(start));
  }

  private ColumnConstraint parseCollate(@Nullable Name name, int start) {
    if (!cursor.type().isIdentifierOrString()) {
      throw cursor.syntaxError();
    }
    Name collation = cursor.takeName();
    return new ColumnConstraint.Collate(name, collation, cursor.spanFrom(start));
  }

  private ColumnConstraint parseGenerated(
      Name column, @Nullable Name name, boolean always, int start) {
    Expr expr = parseParenthesizedExpr();
    GeneratedStorage storage = GeneratedStorage.UNSPECIFIED;
    if (cursor.type().isIdentifier()) {
      Name word = cursor.takeName();
      if (word.sameAs("stored")) {
        storage = GeneratedStorage.STORED;
      } else if (word.sameAs("virtual")) {
        storage = GeneratedStorage.VIRTUAL;
      } else {
        throw cursor.error("error in generated column \"" + column.text() + "\"");
      }
    }
    return new ColumnConstraint.Generated(name, always, expr, storage, cursor.spanFrom(start));
  }

  Expr parseParenthesizedExpr() {
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    Expr expr = grammar.expressions.parse();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return expr;
  }

  private DefaultValue parseDefault() {
    int start = cursor.start();
    return switch (cursor.type()) {
      case LEFT_PARENTHESIS -> {
        Expr expr = parseParenthesizedExpr();
        yield new DefaultValue.Parenthesized(expr, cursor.spanFrom(start));
      }
      case PLUS -> parseSignedDefault(UnaryOperator.PLUS);
      case MINUS -> parseSignedDefault(UnaryOperator.NEGATE);
      case NULL, STRING, INTEGER, FLOAT, BLOB, CURRENT_TIME, CURRENT_DATE, CURRENT_TIMESTAMP -> {
        Expr literal = grammar.primaries.parseLiteral();
        yield new DefaultValue.Literal(literal, literal.span());
      }
      default -> {
        if (!cursor.type().isIdentifier() && !cursor.at(TokenType.INDEXED)) {
          throw cursor.syntaxError();
        }
        yield new DefaultValue.Word(cursor.takeName());
      }
    };
  }

  private DefaultValue parseSignedDefault(UnaryOperator sign) {
    int start = cursor.start();
    cursor.advance();
    Expr number = grammar.primaries.parseLiteral();
    SourceSpan span = cursor.spanFrom(start);
    return new DefaultValue.Literal(new Expr.Unary(sign, number, span), span);
  }

  /** What follows the word REFERENCES. */
  ForeignKeyClause parseForeignKey(int start) {
    Name table = cursor.name();
    List<Name> columns = parseOptionalColumnNames();
    List<ReferenceRule> rules = new ArrayList<>();
    while (cursor.at(TokenType.ON) || cursor.at(TokenType.MATCH)) {
      rules.add(parseReferenceRule());
    }
    boolean deferral =
        cursor.at(TokenType.DEFERRABLE)
            || (cursor.at(TokenType.NOT) && cursor.peek() == TokenType.DEFERRABLE);
    @Nullable Deferral deferred = deferral ? parseDeferral() : null;
    return new ForeignKeyClause(table, columns, rules, deferred, cursor.spanFrom(start));
  }

  private ReferenceRule parseReferenceRule() {
    int start = cursor.start();
    if (cursor.accept(TokenType.MATCH)) {
      Name match = cursor.name();
      return new ReferenceRule.Match(match, cursor.spanFrom(start));
    }
    cursor.expect(TokenType.ON);
    ReferenceEvent event =
        switch (cursor.type()) {
          case INSERT -> ReferenceEvent.INSERT;
          case DELETE -> ReferenceEvent.DELETE;
          case UPDATE -> ReferenceEvent.UPDATE;
          default -> throw cursor.syntaxError();
        };
    cursor.advance();
    ReferenceAction action = parseReferenceAction();
    return new ReferenceRule.On(event, action, cursor.spanFrom(start));
  }

  private ReferenceAction parseReferenceAction() {
    if (cursor.accept(TokenType.SET)) {
      if (cursor.accept(TokenType.NULL)) {
        return ReferenceAction.SET_NULL;
      }
      cursor.expect(TokenType.DEFAULT);
      return ReferenceAction.SET_DEFAULT;
    }
    if (cursor.accept(TokenType.CASCADE)) {
      return ReferenceAction.CASCADE;
    }
    if (cursor.accept(TokenType.RESTRICT)) {
      return ReferenceAction.RESTRICT;
    }
    cursor.expect(TokenType.NO);
    cursor.expect(TokenType.ACTION);
    return ReferenceAction.NO_ACTION;
  }

  private Deferral parseDeferral() {
    int start = cursor.start();
    boolean deferrable = !cursor.accept(TokenType.NOT);
    cursor.expect(TokenType.DEFERRABLE);
    Deferral.Timing timing = Deferral.Timing.UNSPECIFIED;
    if (cursor.accept(TokenType.INITIALLY)) {
      if (cursor.accept(TokenType.DEFERRED)) {
        timing = Deferral.Timing.DEFERRED;
      } else {
        cursor.expect(TokenType.IMMEDIATE);
        timing = Deferral.Timing.IMMEDIATE;
      }
    }
    return new Deferral(deferrable, timing, cursor.spanFrom(start));
  }
}
