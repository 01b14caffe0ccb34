package conductor.api;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourcePosition;
import sqlite.token.SourceSpan;

/** A request cannot be answered: the only exception that the conductor throws on purpose. */
public final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient @Nullable SourceSpan span;
  private final transient @Nullable SourcePosition position;
  private final int statement;
  private final String transactionId;

  private SqlException(
      ErrorCode code,
      String message,
      @Nullable SourceSpan span,
      @Nullable SourcePosition position,
      int statement,
      String transactionId) {
    super(message);
    this.code = code;
    this.span = span;
    this.position = position;
    this.statement = statement;
    this.transactionId = transactionId;
  }

  /** An error of no particular place. */
  public SqlException(ErrorCode code, String message) {
    this(code, message, null, null, 0, "");
  }

  /** An error at a stretch of the SQL text. */
  public SqlException(ErrorCode code, String message, SourceSpan span) {
    this(code, message, span, null, 0, "");
  }

  /** An error at a line and column of the SQL text. */
  public SqlException(ErrorCode code, String message, SourcePosition position) {
    this(code, message, null, position, 0, "");
  }

  /** It is not known whether a transaction was applied; its id is there to ask again. */
  public static SqlException unknownOutcome(String message, String transactionId) {
    return new SqlException(ErrorCode.OUTCOME_UNKNOWN, message, null, null, 0, transactionId);
  }

  /** What SQLite does and this database does not. */
  public static SqlException unsupported(String what, SourceSpan span) {
    return new SqlException(ErrorCode.UNSUPPORTED, what + " is not supported yet", span);
  }

  /** The same error with its line and column in {@code sql}, the text that its span is of. */
  public SqlException in(String sql) {
    if (span == null || position != null || span.end() == 0) {
      return this;
    }
    return copy(span.positionIn(sql), statement);
  }

  /**
   * The same error in a batch.
   *
   * @param number the position in the batch of the SQL text that it is of, from 1; 0 changes
   *     nothing
   */
  public SqlException inStatement(int number) {
    return statement != 0 || number == 0 ? this : copy(position, number);
  }

  private SqlException copy(@Nullable SourcePosition newPosition, int newStatement) {
    SqlException copy =
        new SqlException(code, message(), span, newPosition, newStatement, transactionId);
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  /** Why it failed. */
  public ErrorCode code() {
    return code;
  }

  /** What went wrong, in SQLite's words where it has some. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Where in the SQL text, or null. */
  public @Nullable SourcePosition position() {
    return position;
  }

  /** The id of the transaction whose outcome is not known, or the empty string. */
  public String transactionId() {
    return transactionId;
  }

  /** Which SQL text of a batch it is of, from 1; 0 when it is of none or there is no batch. */
  public int statement() {
    return statement;
  }
}
