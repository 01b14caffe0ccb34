package cluster;

import async.Future;
import conductor.gateway.Gateways;
import conductor.http.BodyPart;
import conductor.http.BodyStream;
import conductor.http.HttpReply;
import conductor.http.HttpRequest;
import conductor.http.Service;
import conductor.http.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One isolate of the conductor, spoken to by HTTP. */
public final class HttpFace {
  /** The admin token of every cluster. */
  public static final String ADMIN = "admin-secret";

  private final Cluster cluster;
  private final Gateways gateways;
  private final Service service;

  HttpFace(Cluster cluster, Gateways gateways, Settings settings) {
    this.cluster = cluster;
    this.gateways = gateways;
    this.service = new Service(settings);
  }

  /**
   * An answer.
   *
   * @param headers each as {@code Name: value}
   */
  public record Response(int status, List<String> headers, String body) {}

  /** Sends a request of the admin. */
  public Response send(String method, String target, String body) {
    return send(method, target, ADMIN, body);
  }

  /** Sends a request with a token, or without any. */
  public Response send(String method, String target, @Nullable String token, String body) {
    String authorization = token == null ? null : "Bearer " + token;
    return send(new HttpRequest(method, target, authorization, null, body));
  }

  /** Sends a request. */
  public Response send(HttpRequest request) {
    HttpReply reply = reply(request);
    StringBuilder body = new StringBuilder(text(reply.parts()));
    BodyStream rest = reply.rest();
    while (rest != null) {
      String more = text(cluster.await(rest.next()));
      rest = more.isEmpty() ? null : rest;
      body.append(more);
    }
    List<String> headers =
        reply.headers().stream().map(header -> header.name() + ": " + header.value()).toList();
    return new Response(reply.status(), headers, body.toString());
  }

  /** The text of parts of a body. */
  public static String text(List<BodyPart> parts) {
    StringBuilder text = new StringBuilder();
    for (BodyPart part : parts) {
      text.append(
          switch (part) {
            case BodyPart.Text made -> made.text();
            case BodyPart.Rows rows -> rows.rows().text();
          });
    }
    return text.toString();
  }

  /** Sends requests at once and waits for all of their answers. */
  public List<HttpReply> sendTogether(List<HttpRequest> requests) {
    List<Future<HttpReply>> replies =
        requests.stream().map(request -> service.handle(gateways, request)).toList();
    return cluster.await(Future.all(replies));
  }

  /** Sends a request and gives the answer in its parts. */
  public HttpReply reply(HttpRequest request) {
    return cluster.await(service.handle(gateways, request));
  }
}
