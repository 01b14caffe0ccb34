package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are sent while their rows come, as the platform has them. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class StreamTest {
  private static final String DATABASE = "stream";

  /** Some 40 pages of each node. */
  private static final int ROWS = 40_000;

  private static final int STATEMENT_ROWS = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RunningWorker worker;
  private final Api api;
  private final HttpClient client = HttpClient.newHttpClient();

  StreamTest(Backend backend) {
    this.worker = RunningWorker.shared(backend);
    this.api = worker.api();
  }

  @BeforeEach
  void createTable() {
    api.delete("/databases/" + DATABASE);
    api.create(DATABASE, 4);
    api.run(DATABASE, "CREATE TABLE t(id INTEGER PRIMARY KEY, x)");
  }

  /** Rows of some 900 characters. */
  private void fill() {
    for (int from = 1; from <= ROWS; from += STATEMENT_ROWS) {
      StringBuilder values = new StringBuilder();
      for (int id = from; id < from + STATEMENT_ROWS; id++) {
        values.append(id == from ? "" : ",").append('(').append(id).append(",hex(zeroblob(440)))");
      }
      api.run(DATABASE, "INSERT INTO t VALUES " + values);
    }
  }

  private HttpResponse<InputStream> begin(String sql) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(worker.origin() + "/databases/" + DATABASE + "/stream"))
            .header("Authorization", "Bearer " + RunningWorker.TOKEN)
            .POST(BodyPublishers.ofString("{\"sql\":" + Api.quoted(sql) + "}"))
            .build();
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void keepsEveryValueExactly() {
    api.run(
        DATABASE,
        "INSERT INTO t VALUES (1, 9007199254740993), (2, 2.0), (3, x'0001ff'),"
            + " (4, 'a' || char(0) || char(10) || ',' || char(10) || 'b'), (5, 9e999), (6, NULL)");
    String sql = "SELECT id, x FROM t ORDER BY id DESC";
    Api.Reply lines =
        api.post("/databases/" + DATABASE + "/stream", "{\"sql\":" + Api.quoted(sql) + "}");
    assertEquals(
        """
        {"columns":["id","x"]}
        [6,null]
        [5,9e999]
        [4,"a\\u0000\\n,\\nb"]
        [3,[0,1,255]]
        [2,2.0]
        [1,9007199254740993]
        {"success":true,"meta":{}}
        """,
        lines.withoutMeta());
    assertEquals(
        "application/x-ndjson", lines.response().headers().firstValue("Content-Type").orElse(""));
    Api.Reply one =
        api.post(
            "/databases/" + DATABASE + "/stream?format=json",
            "{\"sql\":\"SELECT x FROM t WHERE id < 3\"}");
    assertEquals(
        "{\"result\":[{\"results\":{\"columns\":[\"x\"],\"rows\":[[9007199254740993],[2.0]]},"
            + "\"success\":true,\"meta\":{}}],\"success\":true,\"errors\":[],\"messages\":[]}",
        one.withoutMeta());
  }

  @Test
  void rowsOfOneMomentComeWhileOthersWrite() throws IOException {
    fill();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                begin("SELECT id, x FROM t WHERE id <= 16000").body(), StandardCharsets.UTF_8))) {
      assertEquals("{\"columns\":[\"id\",\"x\"]}", lines.readLine());
      assertTrue(lines.readLine().startsWith("[1,\"00"));
      api.run(DATABASE, "UPDATE t SET x = 'other'");
      api.run(DATABASE, "DELETE FROM t WHERE id > 10");
      api.run(DATABASE, "DROP TABLE t");
      for (int id = 2; id <= 16_000; id++) {
        String line = lines.readLine();
        assertTrue(line.startsWith("[" + id + ",\"00"), line);
      }
      assertTrue(lines.readLine().startsWith("{\"success\":true,\"meta\":{"));
    }
  }

  @Test
  void anErrorInTheMidstIsTheLastLine() throws IOException {
    fill();
    api.run(DATABASE, "INSERT INTO t VALUES (100000, -9223372036854775807 - 1)");
    String last = "";
    int rows = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                begin("SELECT id, x, abs(x) FROM t").body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows++;
        last = line;
      }
    }
    assertTrue(rows > ROWS / 2, "rows before the error: " + rows);
    assertEquals(
        "{\"success\":false,\"errors\":[{\"code\":7500,\"message\":\"integer overflow\"}]}", last);
  }

  @Test
  void aClientThatGoesAwayEndsTheWork() throws IOException, InterruptedException {
    fill();
    int before = cancelled();
    try (InputStream body = begin("SELECT id, x FROM t").body()) {
      assertEquals('{', body.read());
    }
    Instant end = Instant.now().plus(PATIENCE);
    while (cancelled() == before && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    assertEquals(before + 1, cancelled());
    api.run(DATABASE, "DROP TABLE t");
  }

  private int cancelled() {
    return Integer.parseInt(api.get("/_fault/cancelled").body());
  }
}
