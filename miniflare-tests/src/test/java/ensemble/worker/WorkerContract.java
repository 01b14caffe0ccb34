package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Worker promises whatever it is compiled to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkerContract {
  private static final int LIMIT_BYTES = 16 * 1024 * 1024;

  private final Backend backend;
  private RunningWorker worker;

  // JUnit calls startWorker before every test.
  @SuppressWarnings("NullAway.Init")
  WorkerContract(Backend backend) {
    this.backend = backend;
  }

  @BeforeAll
  void startWorker(@TempDir(cleanup = CleanupMode.NEVER) Path data) throws IOException {
    worker = RunningWorker.start(backend, data);
  }

  @AfterAll
  void stopWorker() {
    worker.close();
  }

  @Test
  void answersHealthWithoutAToken() throws Exception {
    HttpResponse<String> response = worker.get("/health");
    assertEquals(200, response.statusCode());
    assertEquals("{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[]}", response.body());
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void answersUnknownRoutesInTheFormOfErrors() throws Exception {
    HttpResponse<String> response = worker.get("/nowhere?x=1");
    assertEquals(404, response.statusCode());
    assertEquals(error(7404, "no such route: /nowhere"), response.body());
  }

  @Test
  void refusesOtherMethods() throws Exception {
    assertEquals(405, worker.post("/health", "").statusCode());
  }

  @Test
  void refusesABodyOfFortyMegabytes() throws Exception {
    byte[] body = new byte[40_000_000];
    HttpResponse<String> response = worker.post("/_fault/echo", BodyPublishers.ofByteArray(body));
    assertTooLarge(response);
    assertHealthy();
  }

  @Test
  void refusesABodyOneByteBeyondTheLimitButNotAtIt() throws Exception {
    String atLimit = "\"" + "a".repeat(LIMIT_BYTES - 2) + "\"";
    assertEquals(404, worker.post("/nowhere", atLimit).statusCode());
    assertTooLarge(worker.post("/nowhere", atLimit + " "));
  }

  @Test
  void refusesABodyThatIsNotUtf8() throws Exception {
    byte[] body = {'"', (byte) 0xff, '"'};
    HttpResponse<String> response = worker.post("/_fault/echo", BodyPublishers.ofByteArray(body));
    assertEquals(400, response.statusCode());
    assertEquals(error(7400, "request body is not UTF-8"), response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"trap", "stack", "throw"})
  void survivesFaults(String fault) throws Exception {
    for (int repetition = 0; repetition < 3; repetition++) {
      HttpResponse<String> response = worker.post("/_fault/" + fault, "");
      assertEquals(500, response.statusCode());
      assertTrue(
          response
              .body()
              .startsWith(
                  "{\"success\":false,\"errors\":[{\"code\":7500,\"message\":\"internal error: "),
          response.body());
      assertHealthy();
    }
  }

  @Test
  void keepsJsonExactly() throws Exception {
    String json =
        "{\"integers\":[9223372036854775807,-9223372036854775808,9007199254740993,0],"
            + "\"reals\":[1.0,0.1,1.0E300,4.9E-324,-0.0,1.7976931348623157E308],"
            + "\"others\":[true,false,null,[],{}],"
            + "\"text\":\"\\\"\\\\\\n\\u0000 é 日本 😀\"}";
    HttpResponse<String> response = worker.post("/_fault/echo", json);
    assertEquals(200, response.statusCode());
    assertEquals(json, response.body());
  }

  @Test
  void keepsTheBitsOfRandomDoubles() throws Exception {
    Random random = new Random(7);
    List<Double> sent = new ArrayList<>();
    while (sent.size() < 5000) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        sent.add(number);
      }
    }
    assertEquals(sent, doubles(worker.post("/_fault/echo", sent.toString()).body()));
  }

  private static List<Double> doubles(String json) throws IOException {
    List<Double> result = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
          result.add(parser.getDoubleValue());
        }
      }
    }
    return result;
  }

  private void assertHealthy() throws IOException, InterruptedException {
    assertEquals(200, worker.get("/health").statusCode());
  }

  private static void assertTooLarge(HttpResponse<String> response) {
    assertEquals(413, response.statusCode());
    assertEquals(
        error(7413, "request body too large: the limit is 16777216 bytes"), response.body());
  }

  private static String error(int code, String message) {
    return "{\"success\":false,\"errors\":[{\"code\":"
        + code
        + ",\"message\":\""
        + message
        + "\"}],\"messages\":[],\"result\":[]}";
  }
}
