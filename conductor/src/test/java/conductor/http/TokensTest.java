package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cluster.Cluster;
import cluster.HttpFace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what. */
final class TokensTest {
  private static final String SELECT = "{\"sql\":\"SELECT * FROM t\"}";
  private static final String INSERT = "{\"sql\":\"INSERT INTO t VALUES (1)\"}";

  private final Cluster cluster = new Cluster(1);
  private final HttpFace http = cluster.http();

  private record Made(String id, String token) {}

  @BeforeEach
  void createDatabase() {
    http.send("PUT", "/databases/a", "{\"nodes\":2}");
    http.send("POST", "/databases/a/query", "{\"sql\":\"CREATE TABLE t(x)\"}");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private Made make(String access) {
    HttpFace.Response made =
        http.send("POST", "/databases/a/tokens", "{\"access\":\"" + access + "\"}");
    assertEquals(201, made.status());
    return new Made(field(made.body(), "id"), field(made.body(), "token"));
  }

  private static String field(String json, String name) {
    String before = "\"" + name + "\":\"";
    int start = json.indexOf(before) + before.length();
    return json.substring(start, json.indexOf('"', start));
  }

  private static int query(HttpFace face, @Nullable String token, String body) {
    return face.send("POST", "/databases/a/query", token, body).status();
  }

  private static HttpFace.Response unauthorized(String message) {
    return new HttpFace.Response(
        401,
        List.of("WWW-Authenticate: Bearer"),
        "{\"success\":false,\"errors\":[{\"code\":7401,\"message\":\""
            + message
            + "\"}],\"messages\":[],\"result\":[]}");
  }

  @Test
  void aTokenIsShownOnceAndItsHashNever() {
    HttpFace.Response made = http.send("POST", "/databases/a/tokens", "{\"access\":\"read\"}");
    String id = field(made.body(), "id");
    String token = field(made.body(), "token");
    assertEquals(
        "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"id\":\""
            + id
            + "\",\"access\":\"read\",\"token\":\""
            + token
            + "\"}}",
        made.body());
    assertTrue(token.matches("ens_[0-9a-f]{64}"), token);
    assertTrue(id.matches("[0-9a-f]{16}"), id);
    Made second = make("write");
    assertFalse(second.token().equals(token));
    assertEquals(
        "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[{\"id\":\""
            + id
            + "\",\"access\":\"read\"},{\"id\":\""
            + second.id()
            + "\",\"access\":\"write\"}]}",
        http.send("GET", "/databases/a/tokens", "").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"access\":\"admin\"}",
        "{\"access\":\"READ\"}",
        "{\"access\":null}",
        "{\"access\":\"read\",\"name\":\"x\"}",
        "[]"
      })
  void aTokenIsForReadingOrWriting(String body) {
    assertEquals(400, http.send("POST", "/databases/a/tokens", body).status());
    assertTrue(http.send("GET", "/databases/a/tokens", "").body().endsWith("\"result\":[]}"));
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    HttpFace.Response refused =
        unauthorized("no token: send the header Authorization: Bearer TOKEN");
    assertEquals(refused, http.send("GET", "/databases", null, ""));
    assertEquals(refused, http.send("PUT", "/databases/a", null, ""));
    assertEquals(refused, http.send("GET", "/databases/a", null, ""));
    assertEquals(refused, http.send("DELETE", "/databases/a", null, ""));
    assertEquals(refused, http.send("GET", "/databases/a/tokens", null, ""));
    assertEquals(refused, http.send("POST", "/databases/a/tokens", null, ""));
    assertEquals(refused, http.send("DELETE", "/databases/a/tokens/x", null, ""));
    assertEquals(refused, http.send("POST", "/databases/a/query", null, SELECT));
    assertEquals(refused, http.send("POST", "/databases/a/raw", null, "no JSON"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer  ",
        "Basic YTpi",
        HttpFace.ADMIN,
        "Bearer" + HttpFace.ADMIN,
        "Bearer " + HttpFace.ADMIN + " x",
        "Token " + HttpFace.ADMIN
      })
  void anotherHeaderIsNoToken(String authorization) {
    HttpRequest request =
        new HttpRequest("POST", "/databases/a/query", authorization, null, SELECT);
    assertEquals(
        unauthorized("the Authorization header must be: Bearer TOKEN"), http.send(request));
  }

  @Test
  void theSchemeIsReadWithoutRegardToCase() {
    HttpRequest request =
        new HttpRequest(
            "POST", "/databases/a/query", "bearer  " + HttpFace.ADMIN + " ", null, SELECT);
    assertEquals(200, http.send(request).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "admin",
        "Admin-secret",
        "admin-secre",
        "admin-secret1",
        "ens_0000000000000000000000000000000000000000000000000000000000000000"
      })
  void anUnknownTokenIsToldNothing(String token) {
    HttpFace.Response refused = unauthorized("unknown token");
    for (String database : List.of("a", "nowhere")) {
      String path = "/databases/" + database;
      assertEquals(refused, http.send("PUT", path, token, ""));
      assertEquals(refused, http.send("GET", path, token, ""));
      assertEquals(refused, http.send("DELETE", path, token, ""));
      assertEquals(refused, http.send("GET", path + "/tokens", token, ""));
      assertEquals(refused, http.send("POST", path + "/tokens", token, "no JSON"));
      assertEquals(refused, http.send("DELETE", path + "/tokens/x", token, ""));
      assertEquals(refused, http.send("POST", path + "/query", token, SELECT));
      assertEquals(refused, http.send("POST", path + "/raw", token, "no JSON"));
      assertEquals(refused, http.send("POST", path + "/raw", token, "{\"sql\":\"no SQL\"}"));
    }
    assertEquals(refused, http.send("GET", "/databases", token, ""));
  }

  @Test
  void theHashOfATokenIsNoToken() {
    Made made = make("write");
    String hash = cluster.await(cluster.gateways().entropy().sha256(made.token()));
    assertEquals(200, query(http, made.token(), SELECT));
    assertEquals(401, query(http, hash, SELECT));
  }

  @Test
  void aWritingTokenMayDoEveryStatementAndNothingElse() {
    String token = make("write").token();
    assertEquals(200, query(http, token, INSERT));
    assertEquals(200, query(http, token, "{\"sql\":\"CREATE TABLE u(x)\"}"));
    assertEquals(200, query(http, token, "{\"sql\":\"DROP TABLE u\"}"));
    assertEquals(200, http.send("GET", "/databases/a", token, "").status());
    assertEquals(403, http.send("PUT", "/databases/a", token, "").status());
    assertEquals(403, http.send("DELETE", "/databases/a", token, "").status());
    assertEquals(403, http.send("GET", "/databases/a/tokens", token, "").status());
    assertEquals(
        403, http.send("POST", "/databases/a/tokens", token, "{\"access\":\"read\"}").status());
    assertEquals(403, http.send("DELETE", "/databases/a/tokens/x", token, "").status());
    assertEquals(
        "{\"success\":false,\"errors\":[{\"code\":7403,"
            + "\"message\":\"only the admin token may do this\"}],\"messages\":[],\"result\":[]}",
        http.send("PUT", "/databases/a", token, "").body());
  }

  @Test
  void aTokenOpensOneDatabase() {
    String token = make("write").token();
    http.send("PUT", "/databases/b", "{\"nodes\":1}");
    assertEquals(
        401, http.send("POST", "/databases/b/query", token, "{\"sql\":\"SELECT 1\"}").status());
    assertEquals(401, http.send("GET", "/databases/b", token, "").status());
    assertEquals(401, http.send("PUT", "/databases/c", token, "").status());
    assertEquals(401, http.send("GET", "/databases", token, "").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "INSERT INTO nowhere VALUES (1)",
        "REPLACE INTO t VALUES (1)",
        "WITH c AS (SELECT 1) INSERT INTO t SELECT * FROM c",
        "UPDATE t SET x = 1",
        "DELETE FROM t",
        "SELECT 1; DELETE FROM t",
        "DELETE FROM t; SELECT 1",
        "CREATE TABLE u(x)",
        "CREATE TABLE IF NOT EXISTS t(x)",
        "SELECT 1; CREATE TABLE u(x)",
        "DROP TABLE t",
        "ALTER TABLE t ADD COLUMN y",
        "CREATE INDEX i ON t(x)",
        "CREATE VIEW v AS SELECT 1",
        "PRAGMA foreign_keys = ON",
        "BEGIN",
        "VACUUM",
        "ANALYZE",
        "EXPLAIN DELETE FROM t"
      })
  void aReadingTokenMayOnlySelect(String sql) {
    String token = make("read").token();
    assertEquals(200, query(http, token, SELECT));
    int before = cluster.storageRequests();
    String body = "{\"sql\":\"" + sql + "\"}";
    assertEquals(403, query(http, token, body), sql);
    String batch = "[" + SELECT + "," + body + "]";
    assertEquals(403, query(http, token, batch), sql);
    assertEquals(before, cluster.storageRequests());
  }

  @Test
  void aPlanThatAnotherMadeIsNotForAReadingToken() {
    String token = make("read").token();
    assertEquals(200, query(http, HttpFace.ADMIN, INSERT));
    int before = cluster.storageRequests();
    assertEquals(403, query(http, token, INSERT));
    assertEquals(before, cluster.storageRequests());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'DROP TABLE t'",
        "PRAGMA foreign_keys",
        "PRAGMA table_info(t)",
        "EXPLAIN QUERY PLAN SELECT * FROM t",
        "VALUES (1)",
        "WITH c AS (SELECT 1 AS x) SELECT * FROM c",
        "SELECT 1; SELECT 2"
      })
  void aReadingTokenMayAskEverything(String sql) {
    assertEquals(200, query(http, make("read").token(), "{\"sql\":\"" + sql + "\"}"), sql);
  }

  @Test
  void aTokenThatACachedConductorDoesNotKnowWorksAtOnce() {
    HttpFace other = cluster.http();
    assertEquals(200, query(other, HttpFace.ADMIN, SELECT));
    String token = make("read").token();
    int before = cluster.topologyRequests();
    assertEquals(200, query(other, token, SELECT));
    assertEquals(before + 1, cluster.topologyRequests());
    assertEquals(200, query(other, token, SELECT));
    assertEquals(before + 1, cluster.topologyRequests());
  }

  @Test
  void aRevokedTokenOpensNothingAlsoWhereItIsStillRemembered() {
    Made made = make("write");
    HttpFace other = cluster.http();
    assertEquals(200, query(other, made.token(), SELECT));
    HttpFace.Response revoked = http.send("DELETE", "/databases/a/tokens/" + made.id(), "");
    assertEquals(
        new HttpFace.Response(
            200,
            List.of(),
            "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"id\":\""
                + made.id()
                + "\"}}"),
        revoked);
    for (HttpFace face : List.of(other, http, cluster.http())) {
      assertEquals(401, query(face, made.token(), SELECT));
      assertEquals(401, query(face, made.token(), INSERT));
      assertEquals(401, query(face, made.token(), "{\"sql\":\"CREATE TABLE IF NOT EXISTS t(x)\"}"));
      assertEquals(401, face.send("GET", "/databases/a", made.token(), "").status());
    }
    assertTrue(http.send("GET", "/databases/a/tokens", "").body().endsWith("\"result\":[]}"));
    assertTrue(http.send("POST", "/databases/a/raw", SELECT).body().contains("\"rows\":[]"));
  }

  @Test
  void aChangeThatHasNothingToDoIsNotAnsweredFromMemoryToARevokedToken() {
    Made made = make("write");
    HttpFace other = cluster.http();
    assertEquals(200, query(other, made.token(), SELECT));
    http.send("DELETE", "/databases/a/tokens/" + made.id(), "");
    assertEquals(401, query(other, made.token(), "{\"sql\":\"CREATE TABLE IF NOT EXISTS t(x)\"}"));
  }

  @Test
  void revokingWhatIsNotThereSaysSo() {
    assertTrue(
        http.send("DELETE", "/databases/a/tokens/x", "").body().contains("no such token: x"));
    assertEquals(404, http.send("DELETE", "/databases/a/tokens/x", "").status());
    assertEquals(404, http.send("DELETE", "/databases/b/tokens/x", "").status());
    assertEquals(404, http.send("GET", "/databases/b/tokens", "").status());
    assertEquals(404, http.send("POST", "/databases/b/tokens", "{\"access\":\"read\"}").status());
  }

  @Test
  void withoutAnAdminTokenNobodyIsAdmin() {
    String token = make("write").token();
    for (String none : new String[] {null, ""}) {
      HttpFace closed = cluster.http(Settings.of(none, null));
      HttpFace.Response refused =
          unauthorized("no admin token is configured: set the secret ENSEMBLE_TOKEN");
      for (String sent : new String[] {null, "", "undefined", "null", token, HttpFace.ADMIN}) {
        assertEquals(refused, closed.send("GET", "/databases", sent, ""));
        assertEquals(refused, closed.send("PUT", "/databases/b", sent, ""));
        assertEquals(refused, closed.send("DELETE", "/databases/a", sent, ""));
        assertEquals(refused, closed.send("GET", "/databases/a/tokens", sent, ""));
      }
      assertEquals(401, query(closed, HttpFace.ADMIN, SELECT));
      assertEquals(200, query(closed, token, SELECT));
      assertEquals(200, closed.send("GET", "/health", null, "").status());
    }
  }
}
