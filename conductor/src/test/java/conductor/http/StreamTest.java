package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cluster.Cluster;
import cluster.HttpFace;
import conductor.api.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /stream}. */
final class StreamTest {
  private static final int NODES = 4;

  /** Together some 40 pages of the largest size. */
  private static final int ROWS = 10_000;

  private static final String ALL = "{\"sql\":\"SELECT id, x FROM t\"}";

  private final Cluster cluster = new Cluster(1);
  private final HttpFace http = cluster.http();

  @BeforeEach
  void createDatabase() {
    http.send("PUT", "/databases/a", "{\"nodes\":" + NODES + "}");
    query("CREATE TABLE t(id INTEGER PRIMARY KEY, x)");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private void query(String sql) {
    HttpFace.Response response =
        http.send("POST", "/databases/a/query", "{\"sql\":\"" + sql + "\"}");
    assertEquals(200, response.status(), response.body());
  }

  /** Rows of a thousand characters each. */
  private void fill() {
    for (int from = 1; from <= ROWS; from += 500) {
      query("INSERT INTO t " + values(from));
    }
  }

  private static String values(int from) {
    StringBuilder values = new StringBuilder("VALUES ");
    for (int id = from; id < from + 500; id++) {
      values.append(id == from ? "" : ",").append('(').append(id).append(",hex(zeroblob(500)))");
    }
    return values.toString();
  }

  private HttpReply begin(String target, String body) {
    return http.reply(
        new HttpRequest(
            "POST", "/databases/a/stream" + target, "Bearer " + HttpFace.ADMIN, null, body));
  }

  private String next(HttpReply reply) {
    BodyStream rest = reply.rest();
    assertNotNull(rest);
    return HttpFace.text(cluster.await(rest.next()));
  }

  private static List<Long> ids(String lines) {
    List<Long> ids = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      if (line.startsWith("[")) {
        ids.add(Long.parseLong(line.substring(1, line.indexOf(','))));
      }
    }
    return ids;
  }

  private static List<Long> idsTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void everyRowIsALine() {
    query("INSERT INTO t VALUES (3, 'a,\\\\n'), (1, 1.0), (2, x'0001'), (4, NULL)");
    HttpFace.Response response = http.send("POST", "/databases/a/stream", ALL);
    assertEquals(List.of("Content-Type: application/x-ndjson"), response.headers());
    assertEquals(
        "{\"columns\":[\"id\",\"x\"]}\n[1,1.0]\n[2,[0,1]]\n[3,\"a,\\\\n\"]\n[4,null]\n",
        response.body().substring(0, response.body().indexOf("{\"success\"")));
    assertTrue(
        response.body().contains("{\"success\":true,\"meta\":{\"changes\":0"), response.body());
    assertTrue(
        response.body().endsWith("\"nodes\":4,\"plan\":\"MergeSort(Scatter)\"}}\n"),
        response.body());
  }

  @Test
  void asOneValueTheSuccessComesLast() {
    query("INSERT INTO t VALUES (1, 1), (2, 2)");
    HttpFace.Response response = http.send("POST", "/databases/a/stream?format=json", ALL);
    assertEquals(List.of("Content-Type: application/json"), response.headers());
    assertTrue(
        response
            .body()
            .startsWith(
                "{\"result\":[{\"results\":{\"columns\":[\"id\",\"x\"],\"rows\":[[1,1],[2,2]]},"
                    + "\"success\":true,\"meta\":{"),
        response.body());
    assertTrue(
        response.body().endsWith("}}],\"success\":true,\"errors\":[],\"messages\":[]}"),
        response.body());
  }

  @Test
  void whatCannotComePageByPageComesAtOnce() {
    query("INSERT INTO t VALUES (1, 'a,b'), (2, '],['), (3, 'a,b')");
    for (String sql :
        List.of(
            "SELECT x, count(*) FROM t GROUP BY x",
            "SELECT DISTINCT x, 1 FROM t ORDER BY x",
            "SELECT * FROM (SELECT x, 1 FROM t UNION SELECT x, 1 FROM t)")) {
      String body = http.send("POST", "/databases/a/stream", "{\"sql\":\"" + sql + "\"}").body();
      assertEquals(4, (int) body.lines().count(), body);
      assertTrue(body.contains("\n[\"],[\",1]\n"), body);
    }
  }

  @Test
  void pagesAreOfTheirSizeAndNoMoreAreAskedForThanComeOut() {
    fill();
    int before = cluster.storageRequests();
    HttpReply reply = begin("", ALL);
    assertEquals(NODES, cluster.storageRequests() - before, "one page of each node");
    StringBuilder body = new StringBuilder();
    int largest = 0;
    for (String page = next(reply); !page.isEmpty(); page = next(reply)) {
      largest = Math.max(largest, page.length());
      body.append(page);
    }
    assertEquals(idsTo(ROWS), ids(body.toString()));
    assertTrue(largest <= NODES * (Limits.PAGE_CHARACTERS + 1100), "held at once: " + largest);
    int pages = cluster.storageRequests() - before;
    int fewest = body.length() / (Limits.PAGE_CHARACTERS + 1100);
    assertTrue(pages >= fewest && pages <= fewest + 2 * NODES, pages + " pages");
    assertTrue(body.toString().contains("\"subrequests\":" + pages + ","), "all are counted");
  }

  @Test
  void aWriteMeanwhileIsNotSeen() {
    fill();
    HttpReply reply = begin("", "{\"sql\":\"SELECT id, x FROM t WHERE id <= 5000\"}");
    StringBuilder body = new StringBuilder(next(reply));
    query("DELETE FROM t WHERE id > 100");
    query("UPDATE t SET x = 'other'");
    query("INSERT INTO t VALUES (4999, 'new')");
    for (String page = next(reply); !page.isEmpty(); page = next(reply)) {
      body.append(page);
    }
    assertEquals(idsTo(5000), ids(body.toString()));
    assertEquals(-1, body.indexOf("other"));
    assertEquals(-1, body.indexOf("new"));
    assertTrue(body.toString().contains("{\"success\":true"));
  }

  @Test
  void aChangeOfTheSchemaMeanwhileIsNotSeen() {
    fill();
    HttpReply reply = begin("", "{\"sql\":\"SELECT id, x FROM t WHERE id <= 5000\"}");
    query("ALTER TABLE t ADD COLUMN y");
    query("DROP TABLE t");
    StringBuilder body = new StringBuilder();
    for (String page = next(reply); !page.isEmpty(); page = next(reply)) {
      body.append(page);
    }
    assertEquals(idsTo(5000), ids(body.toString()));
  }

  @Test
  void whatANodeCannotKeepIsAnErrorAndNotAnotherMoment() {
    HttpFace one = cluster.http();
    one.send("PUT", "/databases/one", "{\"nodes\":1}");
    for (String statement :
        List.of(
            "CREATE TABLE t(id INTEGER PRIMARY KEY, x)",
            "INSERT INTO t SELECT value, hex(zeroblob(950000)) FROM json_each('"
                + "[1,2,3,4,5,6,7,8,9,10,11,12]')")) {
      HttpFace.Response done =
          one.send("POST", "/databases/one/query", "{\"sql\":\"" + statement + "\"}");
      assertEquals(200, done.status(), done.body());
    }
    HttpReply reply =
        one.reply(
            new HttpRequest(
                "POST", "/databases/one/stream", "Bearer " + HttpFace.ADMIN, null, ALL));
    assertTrue(next(reply).startsWith("[1,"));
    one.send("POST", "/databases/one/query", "{\"sql\":\"DELETE FROM t\"}");
    String end = next(reply);
    assertTrue(end.startsWith("{\"success\":false,\"errors\":[{\"code\":7510,"), end);
    assertEquals("", next(reply));
  }

  @Test
  void anAnswerThatIsTooLargeAtOnceCanBeStreamed() {
    fill();
    for (int id = 20_000; id < 20_010; id++) {
      query("INSERT INTO t VALUES (" + id + ", hex(zeroblob(490000)))");
    }
    HttpFace.Response response = http.send("POST", "/databases/a/query", ALL);
    assertEquals(422, response.status());
    assertTrue(response.body().contains("send it to /stream"), response.body());
    assertEquals(ROWS + 10, ids(http.send("POST", "/databases/a/stream", ALL).body()).size());
  }

  @Test
  void aGatheredAnswerIsEndedWhenItIsTooLarge() {
    fill();
    String sql = "SELECT a.id, b.x FROM t AS a, t AS b WHERE a.id < 100 AND b.id < 1000";
    HttpFace.Response response =
        http.send("POST", "/databases/a/query", "{\"sql\":\"" + sql + "\"}");
    assertEquals(422, response.status(), response.body());
    assertTrue(response.body().contains("too many rows for one answer"), response.body());
  }

  @Test
  void anErrorInTheMidstIsTheLastLine() {
    fill();
    query("INSERT INTO t VALUES (20000, -9223372036854775807 - 1)");
    HttpReply reply = begin("", "{\"sql\":\"SELECT id, x, abs(x) FROM t ORDER BY id\"}");
    assertEquals(200, reply.status());
    StringBuilder body = new StringBuilder();
    for (String page = next(reply); !page.isEmpty(); page = next(reply)) {
      body.append(page);
    }
    assertTrue(ids(body.toString()).size() > 1000, body.substring(body.length() - 200));
    assertTrue(
        body.toString()
            .endsWith(
                "{\"success\":false,\"errors\":"
                    + "[{\"code\":7500,\"message\":\"integer overflow\"}]}\n"),
        body.substring(body.length() - 200));
  }

  @Test
  void anErrorAtTheBeginningIsAnAnswerOfItsOwn() {
    for (String sql : List.of("SELECT abs(-9223372036854775807 - 1)", "SELECT nothing FROM t")) {
      assertEquals(
          400, http.send("POST", "/databases/a/stream", "{\"sql\":\"" + sql + "\"}").status());
    }
  }

  @Test
  void aLimitEndsTheReadOnTheNodes() {
    fill();
    int before = cluster.storageRequests();
    HttpFace.Response response =
        http.send("POST", "/databases/a/stream", "{\"sql\":\"SELECT id, x FROM t LIMIT 3\"}");
    assertEquals(idsTo(3), ids(response.body()));
    assertEquals(NODES, cluster.storageRequests() - before);
  }

  @Test
  void aCancelledStreamLeavesNothingOpen() {
    fill();
    HttpReply reply = begin("", ALL);
    next(reply);
    BodyStream rest = assertInstanceOf(BodyStream.class, reply.rest());
    int before = cluster.storageRequests();
    assertTrue(cluster.await(rest.cancel()));
    assertEquals("", next(reply));
    assertEquals(before, cluster.storageRequests(), "no page is asked for any more");
    assertEquals(NODES, cluster.closedReads());
  }

  @Test
  void onlyOneQueryCanBeStreamed() {
    for (String body :
        List.of(
            "{\"sql\":\"SELECT 1; SELECT 2\"}",
            "{\"sql\":\"INSERT INTO t VALUES (1, 1)\"}",
            "{\"sql\":\"DROP TABLE t\"}",
            "{\"batch\":[{\"sql\":\"SELECT 1\"},{\"sql\":\"SELECT 1\"}]}")) {
      HttpFace.Response response = http.send("POST", "/databases/a/stream", body);
      assertEquals(400, response.status(), response.body());
      assertTrue(response.body().contains("\"code\":7400"), response.body());
    }
    assertEquals(400, http.send("POST", "/databases/a/stream?format=xml", ALL).status());
    assertEquals(405, http.send("GET", "/databases/a/stream", "").status());
    assertEquals(401, http.send("POST", "/databases/a/stream", "nobody", ALL).status());
  }

  @Test
  void aLostPageEndsTheStream() {
    fill();
    HttpReply reply = begin("", ALL);
    cluster.loseCalls(1);
    StringBuilder body = new StringBuilder();
    for (String page = next(reply); !page.isEmpty(); page = next(reply)) {
      body.append(page);
    }
    assertTrue(body.toString().contains("{\"success\":false,\"errors\":[{\"code\":7504,"));
    List<Long> ids = ids(body.toString());
    assertEquals(idsTo(ids.size()), ids);
  }

  @Test
  void doubledCallsSkipAndRepeatNothing() {
    fill();
    cluster.doubleCalls(2);
    assertEquals(idsTo(ROWS), ids(http.send("POST", "/databases/a/stream", ALL).body()));
  }
}
