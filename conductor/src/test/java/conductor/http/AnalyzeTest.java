package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cluster.Cluster;
import cluster.HttpFace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ?analyze=1}. */
final class AnalyzeTest {
  private final Cluster cluster = new Cluster(1);
  private final HttpFace http = cluster.http();

  @BeforeEach
  void createDatabase() {
    http.send("PUT", "/databases/a", "{\"nodes\":4}");
    send("", "CREATE TABLE t(id INTEGER PRIMARY KEY, x INT)");
    send("", "CREATE TABLE u(id INTEGER PRIMARY KEY, y INT)");
    send("", "INSERT INTO t VALUES (1, 1), (2, 1), (3, 2), (4, 2), (5, 2), (6, 3)");
    send("", "INSERT INTO u VALUES (1, 1), (2, 2)");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private String send(String options, String sql) {
    HttpFace.Response response =
        http.send("POST", "/databases/a/query" + options, "{\"sql\":\"" + sql + "\"}");
    assertEquals(200, response.status(), response.body());
    return response.body();
  }

  /** The lines as {@code parent|detail|rows|requests}. */
  private List<String> analyzed(String sql) {
    String body = send("?analyze=1", sql);
    String lines = body.substring(body.indexOf("\"analyze\":[{") + 12);
    lines = lines.substring(0, lines.lastIndexOf("}]}}]}"));
    return lines
        .replace("\"milliseconds\":0", "")
        .lines()
        .flatMap(line -> List.of(line.split("\\},\\{", -1)).stream())
        .map(
            line ->
                line.replaceAll("^\\{?\"id\":\\d+,\"parent\":", "")
                    .replace(",\"detail\":\"", "|")
                    .replace("\",\"rows\":", "|")
                    .replace(",\"requests\":", "|")
                    .replaceAll("[\",]$", ""))
        .toList();
  }

  /** The same lines by EXPLAIN QUERY PLAN. */
  private List<String> explained(String sql) {
    String rows =
        http.send("POST", "/databases/a/raw", "{\"sql\":\"EXPLAIN QUERY PLAN " + sql + "\"}")
            .body();
    rows = rows.substring(rows.indexOf("\"rows\":[[") + 9, rows.indexOf("]]},\"meta\""));
    return List.of(rows.split("\\],\\[", -1)).stream()
        .map(row -> row.replaceAll("^\\d+,", "").replace(",0,\"", "|").replaceAll("\"$", ""))
        .toList();
  }

  private void assertAnalyzed(String sql, String... lines) {
    assertEquals(List.of(lines), analyzed(sql), sql);
    assertEquals(
        explained(sql),
        analyzed(sql).stream().map(line -> line.replaceAll("\\|\\d+\\|\\d+$", "")).toList());
  }

  @Test
  void nobodyIsToldWhoDoesNotAsk() {
    assertFalse(send("", "SELECT * FROM t").contains("analyze"));
    assertFalse(send("?analyze=0", "SELECT * FROM t").contains("analyze"));
  }

  @Test
  void rowsAreCountedWhereTheyComeOut() {
    assertAnalyzed(
        "SELECT x FROM t ORDER BY x, id LIMIT 2",
        "0|MergeSort(Scatter)|2|4",
        "1|node: SELECT x, id FROM t ORDER BY 1, 2 LIMIT ?1|5|4",
        "1|merge: order by 1, 2",
        "1|limit: 2",
        "1|columns: x|2|0");
  }

  @Test
  void ofTwoWaysTheOneThatWasTakenHasFigures() {
    assertAnalyzed(
        "SELECT x FROM t WHERE id IN (1, 2, 3, 4, 5, 6)",
        "0|Route(IN)",
        "1|key: 1 | 2 | 3 | 4 | 5 | 6",
        "1|node: SELECT x FROM t WHERE id IN (1, 2, 3, 4, 5, 6)",
        "0|or MergeSort(IN)|6|3",
        "4|node: SELECT x, id FROM t WHERE id IN (1, 2, 3, 4, 5, 6) ORDER BY 2 LIMIT ?1|6|3",
        "4|merge: order by 2",
        "4|columns: x|6|0");
    assertEquals("0|Route(EqualUnique)|1|1", analyzed("SELECT x FROM t WHERE id = 1").get(0));
  }

  @Test
  void everyTableOfAGatherHasItsOwn() {
    List<String> lines = analyzed("SELECT t.id FROM t JOIN u ON t.x = u.y WHERE t.id > 1");
    assertEquals("0|Gather(Scatter)|4|4", lines.get(0));
    assertEquals(
        List.of(
            "1|node: SELECT id, x FROM t WHERE id > 1|5|4",
            "1|node: SELECT id, y FROM u|2|4",
            "1|scratch: SELECT t.id FROM t JOIN u ON t.x = u.y WHERE t.id > 1|4|0"),
        lines.stream().filter(line -> line.endsWith("|4") || line.endsWith("|0")).skip(1).toList());
  }

  @Test
  void theCheaperWayHasThemWhenItSufficed() {
    List<String> lines = analyzed("SELECT sum(x) FROM t");
    assertEquals("0|Aggregate(Scatter)|1|4", lines.get(0));
    assertEquals("1|first: SELECT sum(x), count(x) FROM t|4|4", lines.get(1));
    assertFalse(lines.get(2).endsWith("|4"), lines.get(2));
  }
}
