package conductor.worker;

import conductor.http.BodyPart;
import conductor.http.HttpReply;
import conductor.http.HttpRequest;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import storage.worker.PlatformRows;
import workers.WorkerReply;
import workers.WorkerRequest;

/** Requests and replies on their way over the border. */
final class HttpBorder {
  private HttpBorder() {}

  static HttpRequest request(WorkerRequest request) {
    return new HttpRequest(
        request.getMethod(),
        request.getTarget(),
        request.getAuthorization(),
        request.getIdempotencyKey(),
        request.getBody().stringValue());
  }

  static WorkerReply reply(HttpReply reply) {
    JSArray<JSString> headers = new JSArray<>();
    for (HttpReply.Header header : reply.headers()) {
      headers.push(JSString.valueOf(header.name()), JSString.valueOf(header.value()));
    }
    JSArray<JSString> parts = new JSArray<>();
    for (BodyPart part : reply.parts()) {
      parts.push(
          switch (part) {
            case BodyPart.Text text -> JSString.valueOf(text.text());
            case BodyPart.Rows rows -> PlatformRows.onPlatform(rows.rows());
          });
    }
    return WorkerReply.of(reply.status(), headers, parts);
  }
}
