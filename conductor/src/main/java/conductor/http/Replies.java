package conductor.http;

import com.fasterxml.jackson.core.JsonGenerator;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.gateway.Unreachable;
import java.io.IOException;
import java.util.List;
import json.JsonText;
import sqlite.token.SourcePosition;

/**
 * Answers in the envelope that all of them share. An error:
 *
 * <pre>
 *   {"success": false, "errors": [{"code": 7500, "message": "no such table: users",
 *      "position": {"line": 1, "column": 15}, "statement": 2}], "messages": [], "result": []}
 * </pre>
 *
 * The position is there when the error has a place in the SQL. {@code statement} is there when the
 * request has several SQL texts and the error is of one of them: its number, from 1, and then the
 * position is in that text. {@code transaction} is there when it is not known whether a request
 * that writes on several nodes was applied: {@link Transactions} tells.
 */
final class Replies {
  /** What stands around the result of a success. */
  static final String BEFORE_RESULT = "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":";

  static final String AFTER_RESULT = "}";

  /** The answer of a Worker that runs. */
  static final HttpReply HEALTHY = text(200, List.of(), BEFORE_RESULT + "[]" + AFTER_RESULT);

  private Replies() {}

  /** A success whose result is the JSON value that {@code result} writes. */
  static HttpReply success(int status, JsonText.Writer result) {
    return text(status, List.of(), BEFORE_RESULT + JsonText.write(result) + AFTER_RESULT);
  }

  /** The answer for a method that a route does not take. */
  static HttpReply otherMethod(String method, List<String> allowed) {
    String allow = String.join(", ", allowed);
    SqlException refusal =
        new SqlException(
            ErrorCode.METHOD_NOT_ALLOWED, "method not allowed: " + method + "; use " + allow);
    return error(refusal, List.of(new HttpReply.Header("Allow", allow)));
  }

  /** The answer for what went wrong. */
  static HttpReply failure(Throwable failure) {
    SqlException refusal = refusal(failure);
    return error(
        refusal,
        refusal.code() == ErrorCode.UNAUTHORIZED
            ? List.of(new HttpReply.Header("WWW-Authenticate", "Bearer"))
            : List.of());
  }

  /** What went wrong as the value of {@code errors}. */
  static String errors(Throwable failure) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          writeError(refusal(failure), json);
          json.writeEndArray();
        });
  }

  private static SqlException refusal(Throwable failure) {
    return switch (failure) {
      case SqlException known -> known;
      case Unreachable lost ->
          new SqlException(ErrorCode.UNREACHABLE, String.valueOf(lost.getMessage()));
      default -> new SqlException(ErrorCode.INTERNAL, "internal error: " + failure);
    };
  }

  private static HttpReply error(SqlException refusal, List<HttpReply.Header> headers) {
    return text(refusal.code().httpStatus(), headers, JsonText.write(json -> write(refusal, json)));
  }

  private static void write(SqlException refusal, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("success", false);
    json.writeArrayFieldStart("errors");
    writeError(refusal, json);
    json.writeEndArray();
    json.writeArrayFieldStart("messages");
    json.writeEndArray();
    json.writeArrayFieldStart("result");
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeError(SqlException refusal, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("code", refusal.code().number());
    json.writeStringField("message", refusal.message());
    SourcePosition position = refusal.position();
    if (position != null) {
      json.writeObjectFieldStart("position");
      json.writeNumberField("line", position.line());
      json.writeNumberField("column", position.column());
      json.writeEndObject();
    }
    if (refusal.statement() > 0) {
      json.writeNumberField("statement", refusal.statement());
    }
    if (!refusal.transactionId().isEmpty()) {
      json.writeStringField("transaction", refusal.transactionId());
    }
    json.writeEndObject();
  }

  private static HttpReply text(int status, List<HttpReply.Header> headers, String text) {
    return new HttpReply(status, headers, List.of(new BodyPart.Text(text)));
  }
}
