package conductor.api;

/** Why a request failed. Numbers never change; {@code docs/errors.md} is made from this list. */
public enum ErrorCode {
  /** The request is not what the contract describes. */
  BAD_REQUEST(
      7400, 400, "The body is not JSON or not of the shape that the HTTP contract describes."),
  /** No token, or one that nobody knows. */
  UNAUTHORIZED(7401, 401, "Send a token that is known: `Authorization: Bearer TOKEN`."),
  /** The token may not do this. */
  FORBIDDEN(
      7403, 403, "The token is valid and may not do this: it is read-only or for another use."),
  /** No such route, database or token. */
  NOT_FOUND(7404, 404, "The route, the database or the token does not exist."),
  /** Another method is needed. */
  METHOD_NOT_ALLOWED(7405, 405, "The route exists and takes other methods."),
  /** A database of that name has other numbers of nodes or slots. */
  CONFLICT(7409, 409, "The database exists with other numbers of nodes or slots."),
  /** The body is too large. */
  BODY_TOO_LARGE(7413, 413, "The body is larger than 16 MiB; send it in several requests."),
  /** Beyond a limit of the engine. */
  LIMIT(
      7422, 422, "The statement or its result is beyond a limit; docs/compat.md lists the limits."),
  /** SQLite refuses the statement. */
  SQL(7500, 400, "SQLite's own error, in its own words. Nothing of the request was applied."),
  /** SQLite would do it; this database does not do it yet. */
  UNSUPPORTED(
      7501, 400, "SQLite does this and Ensemble does not yet; docs/compat.md says what works."),
  /** The parameters do not fit the statement. */
  PARAMETERS(7502, 400, "The parameters do not fit those in the statement."),
  /** Others were in the way for too long. */
  BUSY(
      7503,
      503,
      "Changes of the schema, or requests that write on several nodes, were in the way for too"
          + " long. Nothing was applied; retry."),
  /** An object did not answer, and nothing was applied. */
  UNREACHABLE(7504, 503, "A node could not be reached. Nothing was applied; retry."),
  /** An object did not answer, and it is not known what was applied. */
  OUTCOME_UNKNOWN(
      7505,
      500,
      "A node's answer to a write was lost. The whole request was applied or nothing of it; over"
          + " several nodes that is so within seconds. Read back what is there before repeating."),
  /** A long read cannot go on. */
  MOMENT_LOST(
      7510,
      503,
      "A node could not keep the rows of one moment until the end of a stream. The rows that came"
          + " are right and not all; send the statement again."),
  /** A mistake of ours. */
  INTERNAL(7599, 500, "A bug in Ensemble. Nothing is known of what was applied; please report it.");

  private final int number;
  private final int httpStatus;
  private final String help;

  ErrorCode(int number, int httpStatus, String help) {
    this.number = number;
    this.httpStatus = httpStatus;
    this.help = help;
  }

  /** The number that stands in an answer as {@code code}. */
  public int number() {
    return number;
  }

  /** The HTTP status of the answer. */
  public int httpStatus() {
    return httpStatus;
  }

  /** What it means and what to do, in a sentence or two of Markdown. */
  public String help() {
    return help;
  }
}
