package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import sqlite.token.TokenType;

/**
 * Finds the tokens that would have fitted where a text went wrong, by trying each of them in that
 * place. So the parser need not note what it looks for while it reads, and the answer cannot differ
 * from what it takes.
 */
final class ExpectedTokens {

  /** Each token costs a parse of the text before the error, so long texts are not tried. */
  private static final int LONGEST = 20_000;

  /** What is put after a word to see if it is only a name like any other. */
  private static final List<String> PROBES = List.of("", " (", " x", " 1");

  private final String before;
  private final boolean expression;

  /**
   * @param before the statement up to the token at fault
   * @param expression true if the text is an expression alone
   */
  ExpectedTokens(String before, boolean expression) {
    this.before = before;
    this.expression = expression;
  }

  /** The tokens in the order of their constants; none if the text before them is long. */
  List<TokenType> find() {
    List<TokenType> fitting = new ArrayList<>();
    if (before.length() > LONGEST) {
      return fitting;
    }
    boolean nameFits = fits(TokenType.IDENTIFIER);
    for (TokenType type : TokenType.values()) {
      if (type == TokenType.ILLEGAL || type == TokenType.SPACE || !fits(type)) {
        continue;
      }
      if (!nameFits || !type.isColumnName() || !type.isKeyword() || isMoreThanName(type)) {
        fitting.add(type);
      }
    }
    return fitting;
  }

  private boolean fits(TokenType type) {
    return consequence(sampleOf(type)) != Consequence.REFUSED_AT_ONCE;
  }

  /** True if a word leads elsewhere than a name that is no keyword. */
  private boolean isMoreThanName(TokenType keyword) {
    for (String probe : PROBES) {
      if (consequence(keyword.name() + probe) != consequence("x" + probe)) {
        return true;
      }
    }
    return false;
  }

  private enum Consequence {
    TAKEN,
    INCOMPLETE,
    REFUSED_LATER,
    REFUSED_AT_ONCE
  }

  private Consequence consequence(String next) {
    String text = before + " " + next;
    StatementReader reader = new StatementReader(text);
    try {
      if (expression) {
        reader.onlyExpression();
      } else if (reader.next().isEmpty()) {
        return next.equals(";") ? Consequence.TAKEN : Consequence.REFUSED_AT_ONCE;
      }
      return Consequence.TAKEN;
    } catch (SqlSyntaxException e) {
      if (next.isEmpty() || e.span().start() <= before.length() + 1) {
        return Consequence.REFUSED_AT_ONCE;
      }
      return e.span().start() >= text.length() ? Consequence.INCOMPLETE : Consequence.REFUSED_LATER;
    }
  }

  /** A text that reads as the token; some words are keywords only before certain others. */
  private static String sampleOf(TokenType type) {
    return switch (type) {
      case END_OF_INPUT, ILLEGAL, SPACE -> "";
      case IDENTIFIER -> "x";
      case STRING -> "'x'";
      case BLOB -> "x'00'";
      case INTEGER -> "1";
      case FLOAT -> "1.5";
      case VARIABLE -> "?";
      case SEMICOLON -> ";";
      case LEFT_PARENTHESIS -> "(";
      case RIGHT_PARENTHESIS -> ")";
      case COMMA -> ",";
      case DOT -> ".";
      case PLUS -> "+";
      case MINUS -> "-";
      case STAR -> "*";
      case SLASH -> "/";
      case PERCENT -> "%";
      case AMPERSAND -> "&";
      case PIPE -> "|";
      case TILDE -> "~";
      case SHIFT_LEFT -> "<<";
      case SHIFT_RIGHT -> ">>";
      case CONCAT -> "||";
      case ARROW -> "->";
      case LONG_ARROW -> "->>";
      case EQUAL -> "=";
      case NOT_EQUAL -> "<>";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
      case OVER, FILTER -> type.name() + " (";
      case WINDOW -> "WINDOW x AS (";
      default -> type.name();
    };
  }
}
