package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cluster.Cluster;
import cluster.HttpFace;
import conductor.gateway.Gateways;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is answered when the world breaks. */
final class FailuresTest {
  private static final String SELECT = "{\"sql\":\"SELECT * FROM t\"}";

  @Test
  void aBugIsAnAnswerThatSaysSo() {
    try (Cluster cluster = new Cluster(1)) {
      Gateways whole = cluster.gateways();
      Gateways broken =
          new Gateways(
              whole.storage(),
              whole.topology(),
              whole.registry(),
              whole.cache(),
              whole.scratch(),
              () -> {
                throw new IllegalStateException("no clock");
              },
              whole.pause(),
              whole.entropy());
      HttpFace http = cluster.http(new Settings(HttpFace.ADMIN, 4), broken);
      assertEquals(
          new HttpFace.Response(
              500,
              List.of(),
              "{\"success\":false,\"errors\":[{\"code\":7599,\"message\":\"internal error:"
                  + " java.lang.IllegalStateException: no clock\"}],"
                  + "\"messages\":[],\"result\":[]}"),
          http.send("POST", "/databases/a/query", SELECT));
      assertEquals(200, http.send("GET", "/health", null, "").status());
    }
  }

  @Test
  void whatCannotBeReachedIsSaidToBeSo() {
    try (Cluster cluster = new Cluster(1)) {
      HttpFace http = cluster.http();
      http.send("PUT", "/databases/a", "");
      cluster.loseCalls(1);
      for (HttpFace.Response response :
          List.of(
              http.send("GET", "/databases", ""),
              http.send("GET", "/databases/a", ""),
              http.send("GET", "/databases/a", "unknown", ""),
              http.send("PUT", "/databases/a", ""),
              http.send("GET", "/databases/a/tokens", ""),
              http.send("POST", "/databases/a/query", SELECT),
              http.send("POST", "/databases/a/query", "unknown", SELECT))) {
        assertEquals(503, response.status());
        assertTrue(response.body().contains("\"code\":7504,"), response.body());
      }
      for (HttpFace.Response response :
          List.of(
              http.send("DELETE", "/databases/a", ""),
              http.send("POST", "/databases/a/tokens", "{\"access\":\"read\"}"),
              http.send("DELETE", "/databases/a/tokens/x", ""))) {
        assertEquals(500, response.status());
        assertTrue(response.body().contains("\"code\":7505,"), response.body());
        assertTrue(response.body().contains("it is not known whether"), response.body());
      }
    }
  }

  @Test
  void aChangeOfTheSchemaWhoseAnswerIsLostIsNotSaidToHaveFailed() {
    int unknown = 0;
    for (int seed = 0; seed < 100; seed++) {
      try (Cluster cluster = new Cluster(seed)) {
        HttpFace http = cluster.http();
        http.send("PUT", "/databases/a", "{\"nodes\":1}");
        cluster.loseCalls(4);
        HttpFace.Response response =
            http.send("POST", "/databases/a/query", "{\"sql\":\"CREATE TABLE t(x)\"}");
        cluster.loseCalls(0);
        cluster.settle();
        boolean there = cluster.http().send("POST", "/databases/a/query", SELECT).status() == 200;
        switch (response.status()) {
          case 200 -> assertTrue(there, "seed " + seed);
          case 503 -> assertTrue(!there, "seed " + seed + ": " + response.body());
          default -> {
            assertTrue(response.body().contains("\"code\":7505,"), response.body());
            unknown++;
          }
        }
      }
    }
    assertTrue(unknown > 0, "no answer was lost");
  }

  @Test
  void everyRequestIsAnsweredHoweverTheWorldBreaks() {
    Set<Integer> statuses = Set.of(200, 201, 401, 404, 409, 500, 503);
    for (int seed = 0; seed < 200; seed++) {
      try (Cluster cluster = new Cluster(seed)) {
        cluster.loseCalls(6);
        cluster.doubleCalls(6);
        cluster.restartObjects(6);
        HttpFace http = cluster.http();
        for (HttpFace.Response response :
            List.of(
                http.send("PUT", "/databases/a", "{\"nodes\":2}"),
                http.send("POST", "/databases/a/tokens", "{\"access\":\"write\"}"),
                http.send("GET", "/databases/a", ""),
                http.send("GET", "/databases", ""),
                http.send("DELETE", "/databases/a/tokens/x", ""),
                http.send("PUT", "/databases/a", "{\"nodes\":3}"),
                http.send("DELETE", "/databases/a", ""))) {
          assertTrue(statuses.contains(response.status()), "seed " + seed + ": " + response);
          assertTrue(!response.body().contains("internal error"), "seed " + seed + ": " + response);
        }
      }
    }
  }

  @Test
  void settingsThatMeanNothingAreRefusedByName() {
    for (String nodes : List.of("0", "1025", "-1", "x", "4.0", " 4")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> Settings.of(null, nodes));
      assertTrue(String.valueOf(refused.getMessage()).startsWith("ENSEMBLE_NODES must be"), nodes);
    }
    assertEquals(4, Settings.of(null, null).defaultNodes());
    assertEquals(4, Settings.of(null, "").defaultNodes());
    assertEquals(1024, Settings.of(null, "1024").defaultNodes());
  }
}
