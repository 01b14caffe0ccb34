package conductor.http;

import async.Future;
import conductor.gateway.Gateways;
import java.util.List;

/**
 * Answers HTTP requests.
 *
 * <p>One of these lives as long as its isolate and holds what is remembered between requests; it
 * holds nothing of a request.
 */
public final class Service {
  private final Settings settings;

  /** A service that remembers nothing yet. */
  public Service(Settings settings) {
    this.settings = settings;
  }

  /** The answer to a request. It never fails: what goes wrong is an answer too. */
  public Future<HttpReply> handle(Gateways gateways, HttpRequest request) {
    String text = "no such route: " + request.path() + settings.defaultNodes();
    return Future.of(new HttpReply(404, List.of(), List.of(new BodyPart.Text(text))));
  }
}
