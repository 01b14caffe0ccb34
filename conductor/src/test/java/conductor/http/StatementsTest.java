package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cluster.Cluster;
import cluster.HttpFace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /query} and {@code /raw}. */
final class StatementsTest {
  private final Cluster cluster = new Cluster(1);
  private final HttpFace http = cluster.http();

  @BeforeEach
  void createDatabase() {
    http.send("PUT", "/databases/a", "{\"nodes\":4}");
    query("{\"sql\":\"CREATE TABLE t(id INTEGER PRIMARY KEY, x)\"}");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private HttpFace.Response query(String body) {
    return http.send("POST", "/databases/a/query", body);
  }

  /** The rows of the only statement, as arrays. */
  private String rows(String body) {
    HttpFace.Response response = http.send("POST", "/databases/a/raw", body);
    assertEquals(200, response.status(), response.body());
    int start = response.body().indexOf("\"rows\":") + 7;
    return response.body().substring(start, response.body().indexOf("},\"meta\""));
  }

  private static String success(String results) {
    return "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[" + results + "]}";
  }

  private static String error(int code, String rest) {
    return "{\"success\":false,\"errors\":[{\"code\":"
        + code
        + ",\"message\":"
        + rest
        + "}],\"messages\":[],\"result\":[]}";
  }

  @Test
  void anAnswerHasTheShapeOfTheContract() {
    query("{\"sql\":\"INSERT INTO t VALUES (?, ?)\",\"params\":[7,\"Ann\"]}");
    assertEquals(
        new HttpFace.Response(
            200,
            List.of(),
            success(
                "{\"success\":true,\"results\":[{\"id\":7,\"x\":\"Ann\"}],"
                    + "\"meta\":{\"changes\":0,\"changed_db\":false,\"last_row_id\":0,"
                    + "\"duration\":0,\"rows_read\":1,\"rows_written\":0,\"size_after\":12288,"
                    + "\"subrequests\":1,\"nodes\":1,\"plan\":\"Route(EqualUnique)\"}}")),
        query("{\"sql\":\"SELECT * FROM t WHERE id = ?\",\"params\":[7]}"));
  }

  @Test
  void rawKeepsTheOrderOfColumnsAndEqualNames() {
    query("{\"sql\":\"INSERT INTO t VALUES (7, 'Ann')\"}");
    String sql = "{\"sql\":\"SELECT x, id, x || '!' AS x FROM t WHERE id = 7\"}";
    assertTrue(
        http.send("POST", "/databases/a/raw", sql)
            .body()
            .contains(
                "\"results\":{\"columns\":[\"x\",\"id\",\"x\"],\"rows\":[[\"Ann\",7,\"Ann!\"]]}"));
    assertTrue(query(sql).body().contains("\"results\":[{\"x\":\"Ann!\",\"id\":7}]"));
  }

  @Test
  void noRowsAreAnEmptyArrayAndColumnsAreNamedAllTheSame() {
    String sql = "{\"sql\":\"SELECT id AS \\\"a\\\"\\\"b\\\" FROM t WHERE id = 1\"}";
    assertTrue(query(sql).body().contains("\"results\":[],"));
    assertTrue(
        http.send("POST", "/databases/a/raw", sql)
            .body()
            .contains("\"results\":{\"columns\":[\"a\\\"b\"],\"rows\":[]}"));
    assertTrue(
        http.send("POST", "/databases/a/raw", "{\"sql\":\"DELETE FROM t\"}")
            .body()
            .contains("\"results\":{\"columns\":[],\"rows\":[]}"));
  }

  @Test
  void valuesComeBackAsTheyWent() {
    String values =
        "null,1,1.0,9223372036854775807,-9223372036854775808,0.1,9e999,-9e999,"
            + "\"a\\u0000\\\"é日😀\",\"\",[],[0,255]";
    query("{\"sql\":\"CREATE TABLE v(k INTEGER PRIMARY KEY, v)\"}");
    String params = values + ",{\"int64\":\"9007199254740993\"},true,false";
    StringBuilder places = new StringBuilder("(1,?)");
    for (int i = 2; i <= 15; i++) {
      places.append(",(").append(i).append(",?)");
    }
    assertEquals(
        200,
        query("{\"sql\":\"INSERT INTO v VALUES " + places + "\",\"params\":[" + params + "]}")
            .status());
    StringBuilder expected = new StringBuilder();
    for (String value :
        List.of(
            "null",
            "1",
            "1.0",
            "9223372036854775807",
            "-9223372036854775808",
            "0.1",
            "9e999",
            "-9e999",
            "\"a\\u0000\\\"é日😀\"",
            "\"\"",
            "[]",
            "[0,255]",
            "9007199254740993",
            "1",
            "0")) {
      expected.append(expected.length() == 0 ? "[" : ",").append('[').append(value).append(']');
    }
    expected.append(']');
    assertEquals(expected.toString(), rows("{\"sql\":\"SELECT v FROM v ORDER BY k\"}"));
  }

  @Test
  void theMetaOfAWriteCountsItsRows() {
    assertTrue(
        query("{\"sql\":\"INSERT INTO t(x) VALUES (1), (2), (3)\"}")
            .body()
            .contains("\"meta\":{\"changes\":3,\"changed_db\":true,\"last_row_id\":3,"));
    assertTrue(
        query("{\"sql\":\"UPDATE t SET x = 5 WHERE id = 77\"}")
            .body()
            .contains("\"meta\":{\"changes\":0,\"changed_db\":false,\"last_row_id\":0,"));
    assertTrue(
        query("{\"sql\":\"DELETE FROM t WHERE id IN (1, 2)\"}")
            .body()
            .contains("\"changes\":2,\"changed_db\":true,\"last_row_id\":0,"));
    assertTrue(
        query("{\"sql\":\"CREATE TABLE u(x)\"}")
            .body()
            .contains("\"changes\":0,\"changed_db\":true,\"last_row_id\":0,"));
    assertTrue(
        query("{\"sql\":\"CREATE TABLE IF NOT EXISTS u(x)\"}")
            .body()
            .contains("\"changes\":0,\"changed_db\":false,\"last_row_id\":0,"));
  }

  @Test
  void statementsOfOneTextAnswerOneByOne() {
    HttpFace.Response response =
        query(
            "{\"sql\":\"INSERT INTO t VALUES (1, ?); SELECT x FROM t WHERE id = ?;\","
                + "\"params\":[\"y\",1]}");
    assertTrue(
        response.body().contains("\"plan\":\"Insert(EqualUnique)\"}},{\"success\":true,"),
        response.body());
    assertTrue(response.body().contains("\"results\":[{\"x\":\"y\"}]"), response.body());
  }

  @Test
  void namedParametersAreGivenByName() {
    assertEquals(
        "[[1,2,1]]", rows("{\"sql\":\"SELECT :a, @b, :a\",\"params\":{\"a\":1,\"@b\":2}}"));
    assertEquals(
        new HttpFace.Response(400, List.of(), error(7502, "\"no value for the parameter :a\"")),
        query("{\"sql\":\"SELECT :a\",\"params\":{\"b\":2}}"));
    assertEquals(
        new HttpFace.Response(
            400,
            List.of(),
            error(7502, "\"wrong number of parameters: the SQL has 1, and 2 were given\"")),
        query("{\"sql\":\"SELECT ?\",\"params\":[1,2]}"));
  }

  @Test
  void anErrorSaysWhereItIs() {
    assertEquals(
        new HttpFace.Response(
            400,
            List.of(),
            error(7500, "\"no such table: users\",\"position\":{\"line\":1,\"column\":15}")),
        query("{\"sql\":\"SELECT * FROM users\"}"));
    assertEquals(
        new HttpFace.Response(
            400,
            List.of(),
            error(
                7500, "\"near \\\"FRM\\\": syntax error\",\"position\":{\"line\":2,\"column\":3}")),
        query("{\"sql\":\"SELECT *\\n  FRM t\"}"));
  }

  @Test
  void nulInSqlIsNoToken() {
    HttpFace.Response response = query("{\"sql\":\"SELECT 1 \\u0000 2\"}");
    assertEquals(400, response.status());
    assertTrue(response.body().contains("unrecognized token"), response.body());
  }

  @Test
  void sqlWithoutAStatementIsRefused() {
    for (String sql : List.of(";", "-- nothing", "/* x */ ; ;")) {
      HttpFace.Response response = query("{\"sql\":\"" + sql + "\"}");
      assertEquals(400, response.status());
      assertEquals(error(7500, "\"the SQL holds no statement\""), response.body());
    }
  }

  @Test
  void anErrorInABatchSaysWhichStatementItIs() {
    String insert = "{\"sql\":\"INSERT INTO t VALUES (1, 1)\"}";
    assertEquals(
        error(7500, "\"no such table: u\",\"position\":{\"line\":1,\"column\":15},\"statement\":2"),
        query("[" + insert + ",{\"sql\":\"SELECT * FROM u\"}]").body());
    assertEquals(
        error(7500, "\"incomplete input\",\"position\":{\"line\":1,\"column\":7},\"statement\":2"),
        query("[" + insert + ",{\"sql\":\"SELECT\"}]").body());
    assertEquals(
        error(7500, "\"UNIQUE constraint failed: t.id\",\"statement\":3"),
        query("[" + insert + ",{\"sql\":\"SELECT 1\"}," + insert + "]").body());
    assertEquals(
        error(
            7502,
            "\"wrong number of parameters: the SQL has 0, and 1 were given\",\"statement\":2"),
        query("[" + insert + ",{\"sql\":\"SELECT 1\",\"params\":[1]}]").body());
    assertEquals(
        error(7500, "\"table t already exists\",\"statement\":2"),
        query("[{\"sql\":\"CREATE TABLE v(x)\"},{\"sql\":\"CREATE TABLE t(x)\"}]")
            .body()
            .replace(",\"position\":{\"line\":1,\"column\":14}", ""));
    assertEquals("[]", rows("{\"sql\":\"SELECT * FROM t\"}"));
  }

  @Test
  void ofErrorsOnSeveralNodesTheEarliestStatementsIsTold() {
    StringBuilder setUp = new StringBuilder("{\"sql\":\"INSERT INTO t(id) VALUES (1)");
    for (int id = 2; id <= 16; id++) {
      setUp.append(",(").append(id).append(')');
    }
    query(setUp + "\"}");
    for (int id = 1; id <= 16; id++) {
      int next = id % 16 + 1;
      assertEquals(
          error(7500, "\"UNIQUE constraint failed: t.id\",\"statement\":2"),
          query(
                  "[{\"sql\":\"SELECT 1\"},{\"sql\":\"INSERT INTO t(id) VALUES ("
                      + id
                      + ")\"},{\"sql\":\"INSERT INTO t(id) VALUES ("
                      + next
                      + ")\"}]")
              .body());
    }
  }

  @Test
  void anErrorWhileAKeyIsComputedIsSqlites() {
    HttpFace.Response response =
        query("{\"sql\":\"INSERT INTO t(id) VALUES (abs(-9223372036854775808))\"}");
    assertEquals(error(7500, "\"integer overflow\""), response.body());
  }

  @Test
  void aBatchThatFailsLeavesNothing() {
    query(
        "[{\"sql\":\"INSERT INTO t VALUES (1, 1), (2, 2), (3, 3), (4, 4)\"},"
            + "{\"sql\":\"INSERT INTO t VALUES (1, 1)\"}]");
    assertEquals("[]", rows("{\"sql\":\"SELECT * FROM t\"}"));
  }

  @Test
  void aTableThatACachedConductorDoesNotKnowIsFound() {
    HttpFace other = cluster.http();
    other.send("POST", "/databases/a/query", "{\"sql\":\"SELECT * FROM t\"}");
    query("{\"sql\":\"CREATE TABLE u(x)\"}");
    assertEquals(
        200, other.send("POST", "/databases/a/query", "{\"sql\":\"SELECT * FROM u\"}").status());
    query("{\"sql\":\"DROP TABLE u\"}");
    assertTrue(
        other
            .send("POST", "/databases/a/query", "{\"sql\":\"CREATE TABLE IF NOT EXISTS u(x)\"}")
            .body()
            .contains("\"changed_db\":true"));
    query("{\"sql\":\"DROP TABLE u\"}");
    assertEquals(
        200, other.send("POST", "/databases/a/query", "{\"sql\":\"CREATE TABLE u(x)\"}").status());
  }

  @Test
  void anErrorAsksTopologyOnceWhenTheMetadataWasFromACache() {
    query("{\"sql\":\"SELECT * FROM t\"}");
    int before = cluster.topologyRequests();
    query("{\"sql\":\"SELECT * FROM nowhere\"}");
    assertEquals(before + 1, cluster.topologyRequests());
    query("{\"sql\":\"SELEC * FROM t\"}");
    assertEquals(before + 1, cluster.topologyRequests());
  }

  @Test
  void rowsOfOneNodePassThroughUnread() {
    query("{\"sql\":\"INSERT INTO t VALUES (7, 'Ann')\"}");
    HttpReply reply =
        http.reply(
            new HttpRequest(
                "POST",
                "/databases/a/query",
                "Bearer " + HttpFace.ADMIN,
                null,
                "{\"sql\":\"SELECT * FROM t WHERE id = 7\"}"));
    assertEquals(3, reply.parts().size());
    BodyPart.Rows rows = assertInstanceOf(BodyPart.Rows.class, reply.parts().get(1));
    assertEquals("{\"id\":7,\"x\":\"Ann\"}", rows.rows().text());
  }

  @Test
  void anIdempotencyKeyIsRefusedSinceItWouldNotBeKept() {
    HttpRequest request =
        new HttpRequest(
            "POST",
            "/databases/a/query",
            "Bearer " + HttpFace.ADMIN,
            "k1",
            "{\"sql\":\"INSERT INTO t VALUES (1, 1)\"}");
    assertEquals(
        new HttpFace.Response(
            400,
            List.of(),
            error(
                7501,
                "\"the header Idempotency-Key is not supported yet:"
                    + " send the request without it\"")),
        http.send(request));
    assertEquals("[]", rows("{\"sql\":\"SELECT * FROM t\"}"));
  }
}
