package conductor.http;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.executor.AnswerStream;
import conductor.gateway.Clock;
import java.util.ArrayList;
import java.util.List;
import storage.api.EncodedRows;

/**
 * Writes an answer while its rows come. As lines, of which each is one JSON value:
 *
 * <pre>
 *   {"columns":["id","name"]}
 *   [7,"Ann"]
 *   [8,"Ben"]
 *   {"success":true,"meta":{...}}
 * </pre>
 *
 * or as one JSON value, whose end says whether it is whole:
 *
 * <pre>
 *   {"result":[{"results":{"columns":["id","name"],"rows":[[7,"Ann"],[8,"Ben"]]},
 *      "success":true,"meta":{...}}],"success":true,"errors":[],"messages":[]}
 * </pre>
 *
 * What goes wrong after the first row stands there in place of the success: {@code
 * "success":false,"errors":[...]}. A body that ends without either was cut off.
 */
final class StreamWriter implements BodyStream {
  private final AnswerStream answer;
  private final Format format;
  private final Clock clock;
  private final long startMillis;
  private boolean begun;
  private boolean ended;

  /** How an answer is written. */
  enum Format {
    /** A value in each line. */
    LINES,
    /** One value. */
    JSON;

    /**
     * What the query of a target asks for.
     *
     * @throws SqlException {@link ErrorCode#BAD_REQUEST} when it is something else
     */
    static Format of(String query) {
      return switch (query) {
        case "", "format=ndjson" -> LINES;
        case "format=json" -> JSON;
        default ->
            throw new SqlException(
                ErrorCode.BAD_REQUEST, "a stream takes ?format=ndjson or ?format=json");
      };
    }

    private HttpReply.Header contentType() {
      return new HttpReply.Header(
          "Content-Type", this == LINES ? "application/x-ndjson" : "application/json");
    }
  }

  private StreamWriter(AnswerStream answer, Format format, Clock clock, long startMillis) {
    this.answer = answer;
    this.format = format;
    this.clock = clock;
    this.startMillis = startMillis;
  }

  /** The reply, whose body goes on as long as rows come. */
  static HttpReply reply(AnswerStream answer, Format format, Clock clock, long startMillis) {
    String columns = AnswerWriter.columns(answer.columns());
    String head =
        switch (format) {
          case LINES -> "{\"columns\":" + columns + "}\n";
          case JSON -> "{\"result\":[{\"results\":{\"columns\":" + columns + ",\"rows\":[";
        };
    return new HttpReply(
        200,
        List.of(format.contentType()),
        List.of(new BodyPart.Text(head)),
        new StreamWriter(answer, format, clock, startMillis));
  }

  @Override
  public Future<List<BodyPart>> next() {
    if (ended) {
      return Future.of(List.of());
    }
    return answer
        .next(format == Format.LINES ? "\n" : ",")
        .map(rows -> rows.count() == 0 ? end() : page(rows))
        .recover(failure -> Future.of(failed(failure)));
  }

  @Override
  public Future<Boolean> cancel() {
    ended = true;
    return answer.close();
  }

  private List<BodyPart> page(EncodedRows rows) {
    List<BodyPart> parts = new ArrayList<>();
    if (format == Format.JSON && begun) {
      parts.add(new BodyPart.Text(","));
    }
    begun = true;
    parts.add(new BodyPart.Rows(rows));
    if (format == Format.LINES) {
      parts.add(new BodyPart.Text("\n"));
    }
    return parts;
  }

  private List<BodyPart> end() {
    ended = true;
    String meta = AnswerWriter.meta(answer.end(), clock.epochMillis() - startMillis);
    return List.of(
        new BodyPart.Text(
            switch (format) {
              case LINES -> "{\"success\":true,\"meta\":" + meta + "}\n";
              case JSON ->
                  "]},\"success\":true,\"meta\":"
                      + meta
                      + "}],\"success\":true,\"errors\":[],\"messages\":[]}";
            }));
  }

  private List<BodyPart> failed(Throwable failure) {
    ended = true;
    String errors = Replies.errors(failure);
    return List.of(
        new BodyPart.Text(
            switch (format) {
              case LINES -> "{\"success\":false,\"errors\":" + errors + "}\n";
              case JSON ->
                  "]},\"success\":false}],\"success\":false,\"errors\":"
                      + errors
                      + ",\"messages\":[]}";
            }));
  }
}
