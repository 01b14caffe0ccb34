package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cluster.Cluster;
import cluster.HttpFace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods and the names of databases. */
final class RoutingTest {
  private final Cluster cluster = new Cluster(1);
  private final HttpFace http = cluster.http();

  @AfterEach
  void close() {
    cluster.close();
  }

  private static String error(int code, String message) {
    return "{\"success\":false,\"errors\":[{\"code\":"
        + code
        + ",\"message\":\""
        + message
        + "\"}],\"messages\":[],\"result\":[]}";
  }

  @Test
  void healthNeedsNoToken() {
    assertEquals(
        new HttpFace.Response(
            200, List.of(), "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[]}"),
        http.send("GET", "/health", null, ""));
    assertEquals(200, http.send("GET", "/health?probe=1", null, "").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nowhere",
        "/health/",
        "/Health",
        "/database",
        "/databases/a/",
        "/databases/a/queries",
        "/databases/a/query/",
        "/databases/a/tokens/b/c",
        "/databases/a/keys/b",
        "/databases/a/transactions",
        "//databases",
        ""
      })
  void everyOtherPathIsNoRoute(String path) {
    for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
      assertEquals(
          new HttpFace.Response(404, List.of(), error(7404, "no such route: " + path)),
          http.send(method, path + "?x=/health", null, ""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/health|GET",
        "HEAD|/health|GET",
        "POST|/databases|GET",
        "POST|/databases/a|GET, PUT, DELETE",
        "PATCH|/databases/a|GET, PUT, DELETE",
        "PUT|/databases/a/tokens|GET, POST",
        "GET|/databases/a/tokens/b|DELETE",
        "DELETE|/databases/a/transactions/b|GET",
        "GET|/databases/a/query|POST",
        "OPTIONS|/databases/a/raw|POST"
      })
  void aRouteSaysWhichMethodsItTakes(String method, String path, String allowed) {
    assertEquals(
        new HttpFace.Response(
            405,
            List.of("Allow: " + allowed),
            error(7405, "method not allowed: " + method + "; use " + allowed)),
        http.send(method, path, null, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "aB",
        "-a",
        "_a",
        "a.b",
        "..",
        "a%2fb",
        "%61",
        "a b",
        "é",
        "a'",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void aNameThatBreaksTheRuleReachesNoObject(String name) {
    String rule =
        "not the name of a database: "
            + name
            + " (1 to 64 of a-z, 0-9, - and _, beginning with a letter or digit)";
    String path = "/databases/" + name;
    String sql = "{\"sql\":\"SELECT 1\"}";
    for (HttpFace.Response response :
        List.of(
            http.send("PUT", path, ""),
            http.send("GET", path, ""),
            http.send("DELETE", path, ""),
            http.send("GET", path + "/tokens", ""),
            http.send("POST", path + "/tokens", "{\"access\":\"read\"}"),
            http.send("DELETE", path + "/tokens/b", ""),
            http.send("POST", path + "/raw", sql),
            http.send("POST", path + "/query", sql))) {
      assertEquals(new HttpFace.Response(400, List.of(), error(7400, rule)), response);
    }
    assertEquals(401, http.send("POST", path + "/query", "unknown", sql).status());
    assertEquals(401, http.send("PUT", path, "unknown", "").status());
    assertEquals(0, cluster.topologyRequests());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        "a-b_c",
        "query",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void everyNameOfTheRuleIsADatabase(String name) {
    assertEquals(201, http.send("PUT", "/databases/" + name, "{\"nodes\":1}").status());
    assertEquals(
        200, http.send("POST", "/databases/" + name + "/query", "{\"sql\":\"SELECT 1\"}").status());
  }
}
