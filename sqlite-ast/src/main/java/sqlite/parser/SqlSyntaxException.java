package sqlite.parser;

import java.util.List;
import sqlite.token.SourcePosition;
import sqlite.token.SourceSpan;
import sqlite.token.TokenType;

/** The text is not SQL, or is more of it than the limits allow. The message is SQLite's. */
public final class SqlSyntaxException extends RuntimeException {

  /** Why the text was refused. */
  public enum Reason {
    /** SQLite would refuse it too. */
    SYNTAX,
    /** An expression or a nesting deeper than the limits. */
    TOO_DEEP,
    /** A statement longer than the limits. */
    TOO_LONG,
    /** More columns, terms, tables or parameters than the limits. */
    TOO_MANY
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient SourceSpan span;
  private final transient SourcePosition position;
  private final transient ExpectedTokens expected;

  SqlSyntaxException(
      Reason reason,
      String message,
      SourceSpan span,
      SourcePosition position,
      ExpectedTokens expected) {
    super(message);
    this.expected = expected;
    this.reason = reason;
    this.span = span;
    this.position = position;
  }

  /** Why the text was refused. */
  public Reason reason() {
    return reason;
  }

  /** The token at fault; empty at the end of the text. */
  public SourceSpan span() {
    return span;
  }

  /** Line and column of the token at fault. */
  public SourcePosition position() {
    return position;
  }

  /**
   * The kinds of token that would have fitted in place of the one at fault; {@link
   * TokenType#END_OF_INPUT} is one where the text could have ended. A word that could only be a
   * name there is not listed beside {@link TokenType#IDENTIFIER}. Empty for errors that are not
   * about the syntax, and for texts so long that trying would take too long.
   *
   * <p>Found when it is asked for, at the cost of some hundred parses of the text before the error.
   */
  public List<TokenType> expected() {
    return reason == Reason.SYNTAX ? expected.find() : List.of();
  }
}
