package conductor.http;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body has been read.
 *
 * @param method in upper case
 * @param target the path and the query, as sent: {@code /databases/a/query?x=1}
 * @param authorization the {@code Authorization} header
 * @param idempotencyKey the {@code Idempotency-Key} header
 * @param body empty when there is none
 */
public record HttpRequest(
    String method,
    String target,
    @Nullable String authorization,
    @Nullable String idempotencyKey,
    String body) {

  /** The path without the query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** What stands behind the question mark, empty for nothing. */
  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** Whether {@code option} is among what stands there, joined by ampersands. */
  boolean hasOption(String option) {
    return ("&" + query() + "&").contains("&" + option + "&");
  }

  /** Refuses a promise that is not kept yet: to apply a repeated request once. */
  void refuseIdempotencyKey() {
    if (idempotencyKey != null && !method.equals("GET")) {
      throw new SqlException(
          ErrorCode.UNSUPPORTED,
          "the header Idempotency-Key is not supported yet: send the request without it");
    }
  }
}
