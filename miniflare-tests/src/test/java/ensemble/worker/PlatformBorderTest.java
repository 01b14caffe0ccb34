package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What crosses between the platform and the program survives, and so does the Worker. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class PlatformBorderTest {
  private static final int LIMIT_BYTES = 16 * 1024 * 1024;

  private final Api api;

  PlatformBorderTest(Backend backend) {
    this.api = RunningWorker.shared(backend).api();
  }

  @Test
  void answersHealthWithoutAToken() {
    Api.Reply response = api.get("/health");
    assertEquals(200, response.status());
    assertEquals("{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[]}", response.body());
    assertEquals(
        "application/json", response.response().headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void answersUnknownRoutesInTheFormOfErrors() {
    Api.Reply response = api.get("/nowhere?x=1");
    assertEquals(404, response.status());
    assertEquals(error(7404, "no such route: /nowhere"), response.body());
  }

  @Test
  void refusesOtherMethods() {
    assertEquals(405, api.post("/health", "").status());
  }

  @Test
  void refusesABodyOfFortyMegabytes() {
    byte[] body = new byte[40_000_000];
    Api.Reply response = api.send("POST", "/_fault/echo", BodyPublishers.ofByteArray(body));
    assertTooLarge(response);
    assertHealthy();
  }

  @Test
  void refusesABodyOneByteBeyondTheLimitButNotAtIt() {
    String atLimit = "\"" + "a".repeat(LIMIT_BYTES - 2) + "\"";
    assertEquals(404, api.post("/nowhere", atLimit).status());
    assertTooLarge(api.post("/nowhere", atLimit + " "));
  }

  @Test
  void refusesABodyThatIsNotUtf8() {
    byte[] body = {'"', (byte) 0xff, '"'};
    Api.Reply response = api.send("POST", "/_fault/echo", BodyPublishers.ofByteArray(body));
    assertEquals(400, response.status());
    assertEquals(error(7400, "request body is not UTF-8"), response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"trap", "stack", "throw"})
  void survivesFaults(String fault) {
    for (int repetition = 0; repetition < 3; repetition++) {
      Api.Reply response = api.post("/_fault/" + fault, "");
      assertEquals(500, response.status());
      assertTrue(
          response
              .body()
              .startsWith(
                  "{\"success\":false,\"errors\":[{\"code\":7599,\"message\":\"internal error: "),
          response.body());
      assertHealthy();
    }
  }

  @Test
  void keepsJsonExactly() {
    String json =
        "{\"integers\":[9223372036854775807,-9223372036854775808,9007199254740993,0],"
            + "\"reals\":[1.0,0.1,1.0E300,4.9E-324,-0.0,1.7976931348623157E308],"
            + "\"others\":[true,false,null,[],{}],"
            + "\"text\":\"\\\"\\\\\\n\\u0000 é 日本 😀\"}";
    Api.Reply response = api.post("/_fault/echo", json);
    assertEquals(200, response.status());
    assertEquals(json, response.body());
  }

  @Test
  void keepsTheBitsOfRandomDoubles() throws IOException {
    Random random = new Random(7);
    List<Double> sent = new ArrayList<>();
    while (sent.size() < 5000) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        sent.add(number);
      }
    }
    assertEquals(sent, doubles(api.post("/_fault/echo", sent.toString()).body()));
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

  private void assertHealthy() {
    assertEquals(200, api.get("/health").status());
  }

  private static void assertTooLarge(Api.Reply response) {
    assertEquals(413, response.status());
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
