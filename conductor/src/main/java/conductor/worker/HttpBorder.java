package conductor.worker;

import async.Future;
import conductor.http.BodyPart;
import conductor.http.BodyStream;
import conductor.http.HttpReply;
import conductor.http.HttpRequest;
import java.util.List;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import storage.worker.PlatformRows;
import topology.worker.Promises;
import workers.BodyFunction;
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
    BodyStream rest = reply.rest();
    return WorkerReply.of(
        reply.status(), headers, parts(reply.parts()), rest == null ? null : function(rest));
  }

  private static BodyFunction function(BodyStream rest) {
    return wanted -> Promises.promise(wanted ? rest.next().map(HttpBorder::parts) : ended(rest));
  }

  private static Future<JSArray<JSString>> ended(BodyStream rest) {
    return rest.cancel()
        .map(
            cancelled -> {
              FaultRoutes.streamCancelled();
              return new JSArray<>();
            });
  }

  private static JSArray<JSString> parts(List<BodyPart> parts) {
    JSArray<JSString> onPlatform = new JSArray<>();
    for (BodyPart part : parts) {
      onPlatform.push(
          switch (part) {
            case BodyPart.Text text -> JSString.valueOf(text.text());
            case BodyPart.Rows rows -> PlatformRows.onPlatform(rows.rows());
          });
    }
    return onPlatform;
  }
}
