package cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conductor.api.Answer;
import conductor.api.Parameters;
import conductor.gateway.Unreachable;
import conductor.http.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One write over three nodes, interrupted at every place where it can be. */
final class InterruptionTest {
  private static final int NODES = 3;
  private static final int ROWS = 12;
  private static final int SEEDS = 5;

  /** Each node is held, one decides, the others are told. */
  private static final int CALLS = 2 * NODES;

  private static final String ADD = "UPDATE t SET n = n + 1";

  private static Cluster cluster(long seed) {
    Cluster cluster = new Cluster(seed);
    cluster.await(cluster.gateways().topology().create("a", NODES, 64));
    Cluster.Conductor conductor = cluster.conductor();
    conductor.run("a", "CREATE TABLE t(id INTEGER PRIMARY KEY, n)", Parameters.NONE);
    StringBuilder rows = new StringBuilder("INSERT INTO t VALUES (0, 0)");
    for (int id = 1; id < ROWS; id++) {
      rows.append(", (").append(id).append(", 0)");
    }
    conductor.run("a", rows.toString(), Parameters.NONE);
    return cluster;
  }

  /** The sum over all rows, read while whatever was interrupted may still be under way. */
  private static long sum(Cluster cluster) {
    List<Answer> answers = cluster.conductor().run("a", "SELECT sum(n) FROM t", Parameters.NONE);
    String text = answers.get(0).rows().text();
    return Long.parseLong(text.substring(1, text.length() - 1));
  }

  private static void assertWhole(Cluster cluster, boolean applied, String where) {
    assertEquals(applied ? ROWS : 0, sum(cluster), where);
    cluster.settle();
    assertEquals(applied ? ROWS : 0, sum(cluster), where + ", later");
    assertEquals(Map.of(), cluster.leftOfTransactions(), where);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void aConductorMayVanishBetweenAnyTwoMessages(int calls) {
    for (int seed = 0; seed < SEEDS; seed++) {
      try (Cluster cluster = cluster(seed)) {
        Cluster.Conductor conductor = cluster.conductor();
        conductor.run("a", "SELECT n FROM t WHERE id = 1", Parameters.NONE);
        conductor.vanishAfter(calls);
        boolean acknowledged = true;
        try {
          conductor.run("a", ADD, Parameters.NONE);
        } catch (Unreachable vanished) {
          acknowledged = false;
        }
        assertEquals(calls >= CALLS, acknowledged);
        // Whoever is held for it asks the decider, which has decided with the fourth call.
        assertWhole(cluster, calls > NODES, "seed " + seed + ", " + calls + " calls");
      }
    }
  }

  @Test
  void everyObjectMayRestartBeforeEveryMessage() {
    for (int seed = 0; seed < SEEDS; seed++) {
      try (Cluster cluster = cluster(seed)) {
        cluster.restartObjects(1);
        cluster.conductor().run("a", ADD, Parameters.NONE);
        assertWhole(cluster, true, "seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUnknownOutcomeNamesATransactionOfWhichNodesTell(boolean there) {
    try (Cluster cluster = cluster(1)) {
      HttpFace losing =
          cluster.http(new Settings(HttpFace.ADMIN, NODES), cluster.losing(NODES, there));
      HttpFace.Response unknown =
          losing.send("POST", "/databases/a/query", "{\"sql\":\"" + ADD + "\"}");
      assertEquals(500, unknown.status());
      assertTrue(unknown.body().contains("\"code\":7505,"), unknown.body());
      String id = member(unknown.body(), "\"transaction\":\"");
      assertEquals(there ? 0 : ROWS, sum(cluster));
      HttpFace.Response told = cluster.http().send("GET", "/databases/a/transactions/" + id, "");
      assertEquals(there ? "aborted" : "committed", member(told.body(), "\"state\":\""));
    }
  }

  private static String member(String body, String before) {
    int from = body.indexOf(before) + before.length();
    assertTrue(from >= before.length(), body);
    return body.substring(from, body.indexOf('"', from));
  }

  @Test
  void aDescriptionShowsTransactionsInDoubt() {
    try (Cluster cluster = cluster(1)) {
      HttpFace http = cluster.http(new Settings(HttpFace.ADMIN, NODES));
      String none = http.send("GET", "/databases/a", "").body();
      assertTrue(none.contains("\"transactions_in_doubt\":[]"), none);
      Cluster.Conductor conductor = cluster.conductor();
      conductor.run("a", "SELECT n FROM t WHERE id = 1", Parameters.NONE);
      conductor.vanishAfter(NODES);
      assertThrows(Unreachable.class, () -> conductor.run("a", ADD, Parameters.NONE));
      // Its calls are on their way still.
      cluster.await(cluster.gateways().pause().ofMillis(1));
      String body = "";
      for (int i = 0; !body.contains("_in_doubt\":[\""); i++) {
        assertTrue(i < 20, "the calls have not arrived: " + body);
        body = http.send("GET", "/databases/a", "").body();
      }
      String id = member(body, "\"transactions_in_doubt\":[\"");
      String path = "/databases/a/transactions/" + id;
      assertEquals("in_doubt", member(http.send("GET", path, "").body(), "\"state\":\""));
      cluster.settle();
      assertEquals(404, http.send("GET", path, "").status());
    }
  }

  @Test
  void whatNodesKeepOfTransactionsIsNoPartOfTheSchema() {
    try (Cluster cluster = cluster(1)) {
      Cluster.Conductor conductor = cluster.conductor();
      conductor.run("a", ADD, Parameters.NONE);
      conductor.run("a", "CREATE TABLE u(id INTEGER PRIMARY KEY)", Parameters.NONE);
      for (String names :
          List.of(
              "SELECT name FROM sqlite_schema ORDER BY name",
              "SELECT s.name FROM sqlite_schema s, t WHERE t.id = 0 ORDER BY s.name")) {
        assertEquals(
            "[\"t\"],[\"u\"]", conductor.run("a", names, Parameters.NONE).get(0).rows().text());
      }
    }
  }
}
