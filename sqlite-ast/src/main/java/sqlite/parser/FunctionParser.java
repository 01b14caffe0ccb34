package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Frame;
import sqlite.ast.FrameBound;
import sqlite.ast.FrameExclusion;
import sqlite.ast.FrameUnit;
import sqlite.ast.Name;
import sqlite.ast.OrderingTerm;
import sqlite.ast.Over;
import sqlite.ast.Quantifier;
import sqlite.ast.WindowDefinition;
import sqlite.ast.WindowSpec;
import sqlite.parser.SqlSyntaxException.Reason;
import sqlite.token.TokenType;

/**
 * Function calls and windows.
 *
 * @see <a href="https://sqlite.org/windowfunctions.html">Window functions</a>
 */
final class FunctionParser {

  private final Grammar grammar;
  private final TokenCursor cursor;
  private final ExprParser expressions;

  /** The height of the tallest expression of the call being read. */
  private int tallest;

  FunctionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.expressions = grammar.expressions;
  }

  /** A call, from its name on. */
  Expr parseCall() {
    int outerTallest = tallest;
    tallest = 0;
    int start = cursor.start();
    Name name = cursor.takeName();
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    Expr call =
        cursor.accept(TokenType.STAR) ? parseStar(name, start) : parseArguments(name, start);
    expressions.setHeight(tallest);
    expressions.grow(0);
    tallest = outerTallest;
    return call;
  }

  private Expr parseStar(Name name, int start) {
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return finish(name, Quantifier.UNSPECIFIED, List.of(), true, List.of(), start);
  }

  private Expr parseArguments(Name name, int start) {
    Quantifier quantifier = parseQuantifier();
    List<Expr> arguments = List.of();
    if (!cursor.at(TokenType.RIGHT_PARENTHESIS) && !cursor.at(TokenType.ORDER)) {
      arguments = expressions.parseList();
      note();
    }
    if (arguments.size() > grammar.limits.functionArguments()) {
      throw cursor.error(Reason.TOO_MANY, "too many arguments on function " + name.text());
    }
    List<OrderingTerm> orderBy = parseOrderBy();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return finish(name, quantifier, arguments, false, orderBy, start);
  }

  private Expr finish(
      Name name,
      Quantifier quantifier,
      List<Expr> arguments,
      boolean star,
      List<OrderingTerm> orderBy,
      int start) {
    @Nullable Expr filter = parseFilter();
    @Nullable Over over = parseOver();
    return new Expr.FunctionCall(
        name, quantifier, arguments, star, orderBy, filter, over, cursor.spanFrom(start));
  }

  Quantifier parseQuantifier() {
    if (cursor.accept(TokenType.DISTINCT)) {
      return Quantifier.DISTINCT;
    }
    return cursor.accept(TokenType.ALL) ? Quantifier.ALL : Quantifier.UNSPECIFIED;
  }

  private void note() {
    tallest = Math.max(tallest, expressions.height());
  }

  private List<OrderingTerm> parseOrderBy() {
    if (!cursor.accept(TokenType.ORDER)) {
      return List.of();
    }
    cursor.expect(TokenType.BY);
    List<OrderingTerm> terms = expressions.parseOrderingTerms();
    note();
    return terms;
  }

  private @Nullable Expr parseFilter() {
    if (!cursor.accept(TokenType.FILTER)) {
      return null;
    }
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    cursor.expect(TokenType.WHERE);
    Expr filter = expressions.parse();
    note();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return filter;
  }

  private @Nullable Over parseOver() {
    if (!cursor.at(TokenType.OVER)) {
      return null;
    }
    int start = cursor.start();
    cursor.advance();
    if (!cursor.at(TokenType.LEFT_PARENTHESIS)) {
      Name window = cursor.name();
      return new Over.Named(window, cursor.spanFrom(start));
    }
    WindowSpec window = parseWindow();
    return new Over.Inline(window, cursor.spanFrom(start));
  }

  /** The definitions after the word WINDOW. */
  List<WindowDefinition> parseDefinitions() {
    List<WindowDefinition> definitions = new ArrayList<>();
    do {
      int start = cursor.start();
      Name name = cursor.name();
      cursor.expect(TokenType.AS);
      WindowSpec window = parseWindow();
      definitions.add(new WindowDefinition(name, window, cursor.spanFrom(start)));
    } while (cursor.accept(TokenType.COMMA));
    return definitions;
  }

  private WindowSpec parseWindow() {
    int start = cursor.start();
    cursor.expect(TokenType.LEFT_PARENTHESIS);
    @Nullable Name base = null;
    if (!atWindowClause() && !cursor.at(TokenType.RIGHT_PARENTHESIS)) {
      base = cursor.name();
    }
    List<Expr> partitionBy = List.of();
    if (cursor.accept(TokenType.PARTITION)) {
      cursor.expect(TokenType.BY);
      partitionBy = expressions.parseList();
      note();
    }
    List<OrderingTerm> orderBy = parseOrderBy();
    @Nullable Frame frame = parseFrame();
    cursor.expect(TokenType.RIGHT_PARENTHESIS);
    return new WindowSpec(base, partitionBy, orderBy, frame, cursor.spanFrom(start));
  }

  private boolean atWindowClause() {
    return switch (cursor.type()) {
      case PARTITION, ORDER, RANGE, ROWS, GROUPS -> true;
      default -> false;
    };
  }

  private @Nullable Frame parseFrame() {
    FrameUnit unit;
    switch (cursor.type()) {
      case RANGE -> unit = FrameUnit.RANGE;
      case ROWS -> unit = FrameUnit.ROWS;
      case GROUPS -> unit = FrameUnit.GROUPS;
      default -> {
        return null;
      }
    }
    int start = cursor.start();
    cursor.advance();
    FrameBound first;
    @Nullable FrameBound last = null;
    if (cursor.accept(TokenType.BETWEEN)) {
      first = parseBound(true);
      cursor.expect(TokenType.AND);
      last = parseBound(false);
    } else {
      first = parseBound(true);
    }
    FrameExclusion exclusion = parseExclusion();
    return new Frame(unit, first, last, exclusion, cursor.spanFrom(start));
  }

  private FrameBound parseBound(boolean isStart) {
    int start = cursor.start();
    if (cursor.accept(TokenType.CURRENT)) {
      cursor.expect(TokenType.ROW);
      return new FrameBound.CurrentRow(cursor.spanFrom(start));
    }
    if (cursor.accept(TokenType.UNBOUNDED)) {
      cursor.expect(isStart ? TokenType.PRECEDING : TokenType.FOLLOWING);
      return isStart
          ? new FrameBound.UnboundedPreceding(cursor.spanFrom(start))
          : new FrameBound.UnboundedFollowing(cursor.spanFrom(start));
    }
    Expr distance = expressions.parse();
    note();
    if (cursor.accept(TokenType.PRECEDING)) {
      return new FrameBound.Preceding(distance, cursor.spanFrom(start));
    }
    cursor.expect(TokenType.FOLLOWING);
    return new FrameBound.Following(distance, cursor.spanFrom(start));
  }

  private FrameExclusion parseExclusion() {
    if (!cursor.accept(TokenType.EXCLUDE)) {
      return FrameExclusion.UNSPECIFIED;
    }
    FrameExclusion exclusion =
        switch (cursor.type()) {
          case NO -> FrameExclusion.NO_OTHERS;
          case CURRENT -> FrameExclusion.CURRENT_ROW;
          case GROUP -> FrameExclusion.GROUP;
          case TIES -> FrameExclusion.TIES;
          default -> throw cursor.syntaxError();
        };
    cursor.advance();
    if (exclusion == FrameExclusion.NO_OTHERS) {
      cursor.expect(TokenType.OTHERS);
    } else if (exclusion == FrameExclusion.CURRENT_ROW) {
      cursor.expect(TokenType.ROW);
    }
    return exclusion;
  }
}
