package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cluster.Cluster;
import cluster.HttpFace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Routes, methods and the envelope. */
final class HttpTest {
  private final Cluster cluster = new Cluster(1);
  private final HttpFace http = cluster.http();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void healthNeedsNoToken() {
    HttpFace.Response response = http.send("GET", "/health", null, "");
    assertEquals(200, response.status());
    assertEquals("{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[]}", response.body());
  }

  @Test
  void aDatabaseFromItsCreationToItsEnd() {
    assertEquals(201, http.send("PUT", "/databases/a", "").status());
    assertEquals(
        200,
        http.send(
                "POST",
                "/databases/a/query",
                "{\"sql\":\"CREATE TABLE t(id INTEGER PRIMARY KEY, n)\"}")
            .status());
    assertEquals(
        200,
        http.send(
                "POST",
                "/databases/a/query",
                "{\"sql\":\"INSERT INTO t(n) VALUES (?), (?)\",\"params\":[\"x\",2.0]}")
            .status());
    HttpFace.Response rows =
        http.send("POST", "/databases/a/query", "{\"sql\":\"SELECT * FROM t\"}");
    assertEquals(200, rows.status());
    assertEquals(List.of(), rows.headers());
    assertEquals(
        "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[{\"success\":true,"
            + "\"results\":[{\"id\":1,\"n\":\"x\"},{\"id\":2,\"n\":2.0}],"
            + "\"meta\":{\"changes\":0,\"changed_db\":false,\"last_row_id\":0,\"duration\":0,"
            + "\"rows_read\":2,\"rows_written\":0,\"size_after\":49152,"
            + "\"subrequests\":4,\"nodes\":4,\"plan\":\"MergeSort(Scatter)\"}}]}",
        rows.body());
    assertEquals(200, http.send("DELETE", "/databases/a", "").status());
    assertEquals(404, http.send("DELETE", "/databases/a", "").status());
  }
}
