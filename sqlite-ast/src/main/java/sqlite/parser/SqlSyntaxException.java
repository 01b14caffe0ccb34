package sqlite.parser;

import sqlite.token.SourcePosition;
import sqlite.token.SourceSpan;

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

  SqlSyntaxException(Reason reason, String message, SourceSpan span, SourcePosition position) {
    super(message);
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
}
