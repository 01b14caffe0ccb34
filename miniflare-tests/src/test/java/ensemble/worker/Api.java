package ensemble.worker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP contract from a client's side, with one token; answers as texts, to be compared whole.
 */
final class Api {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
  private static final Pattern ROWS =
      Pattern.compile("\"rows\":(\\[.*?\\])\\},\"meta\"", Pattern.DOTALL);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI origin;
  private final @Nullable String token;

  /** Speaks to {@code origin}, without a token when it is null. */
  Api(URI origin, @Nullable String token) {
    this.origin = origin;
    this.token = token;
  }

  /** The same with another token. */
  Api with(@Nullable String otherToken) {
    return new Api(origin, otherToken);
  }

  /** An answer. */
  record Reply(int status, String body, HttpResponse<String> response) {
    /** The number that stands under a name in the first {@code meta}. */
    long meta(String name) {
      Matcher number = Pattern.compile("\"" + name + "\":(-?\\d+)").matcher(body);
      if (!number.find()) {
        throw new AssertionError("no " + name + " in " + body);
      }
      return Long.parseLong(number.group(1));
    }

    /** The text that stands under a name first. */
    String text(String name) {
      Matcher text = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
      if (!text.find()) {
        throw new AssertionError("no " + name + " in " + body);
      }
      return text.group(1);
    }

    /** The rows of the first result of a raw answer, as JSON. */
    String rows() {
      Matcher rows = ROWS.matcher(body);
      if (!rows.find()) {
        throw new AssertionError(status + " " + body);
      }
      return rows.group(1);
    }

    /** The body with all figures of cost left out, which differ from one time to the next. */
    String withoutMeta() {
      return body.replaceAll("\"meta\":\\{[^}]*\\}", "\"meta\":{}");
    }
  }

  Reply get(String target) {
    return send("GET", target, "");
  }

  Reply post(String target, String body) {
    return send("POST", target, body);
  }

  Reply put(String target, String body) {
    return send("PUT", target, body);
  }

  Reply delete(String target) {
    return send("DELETE", target, "");
  }

  /** A database of that many nodes. */
  void create(String database, int nodes) {
    Reply reply = put("/databases/" + database, "{\"nodes\":" + nodes + "}");
    if (reply.status() != 201) {
      throw new AssertionError(reply.status() + " " + reply.body());
    }
  }

  /** Runs SQL, its parameters as JSON; the rows as arrays. */
  Reply raw(String database, String sql, String... parameters) {
    return post("/databases/" + database + "/raw", body(sql, parameters));
  }

  /** Runs SQL, its parameters as JSON; the rows as objects. */
  Reply query(String database, String sql, String... parameters) {
    return post("/databases/" + database + "/query", body(sql, parameters));
  }

  /** Runs SQL that must go well. */
  Reply run(String database, String sql, String... parameters) {
    Reply reply = raw(database, sql, parameters);
    if (reply.status() != 200) {
      throw new AssertionError(sql + ": " + reply.status() + " " + reply.body());
    }
    return reply;
  }

  private static String body(String sql, String... parameters) {
    return "{\"sql\":" + quoted(sql) + ",\"params\":[" + String.join(",", parameters) + "]}";
  }

  /** A text as JSON. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  Reply send(String method, String target, String body) {
    return send(method, target, BodyPublishers.ofString(body));
  }

  Reply send(String method, String target, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + target))
            .timeout(REQUEST_TIMEOUT)
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException broken) {
      throw new NoAnswer(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** The connection broke: nobody knows what became of the request. */
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(IOException why) {
      super(why);
    }
  }
}
