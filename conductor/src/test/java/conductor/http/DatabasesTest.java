package conductor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cluster.Cluster;
import cluster.HttpFace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabasesTest {
  private static final String BEFORE =
      "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":";

  private final Cluster cluster = new Cluster(1);
  private final HttpFace http = cluster.http();

  @AfterEach
  void close() {
    cluster.close();
  }

  private int put(String body) {
    return http.send("PUT", "/databases/a", body).status();
  }

  private static String error(int code, String message) {
    return "{\"success\":false,\"errors\":[{\"code\":"
        + code
        + ",\"message\":\""
        + message.replace("\"", "\\\"")
        + "\"}],\"messages\":[],\"result\":[]}";
  }

  @Test
  void aNewDatabaseIsDescribed() {
    HttpFace.Response created = http.send("PUT", "/databases/a", "{\"nodes\":2,\"slots\":16}");
    assertEquals(201, created.status());
    assertEquals(
        BEFORE
            + "{\"name\":\"a\",\"nodes\":2,\"slots\":16,\"epoch\":1,\"tables\":[],\"indexes\":[],"
            + "\"bytes\":16384,\"bytes_per_node\":[8192,8192],"
            + "\"transactions_in_doubt\":[]}}",
        created.body());
    assertEquals(created.body(), http.send("PUT", "/databases/a", "").body());
    assertEquals(created.body(), http.send("GET", "/databases/a", "").body());
  }

  @Test
  void tablesAndIndexesAreDescribed() {
    put("{\"nodes\":1}");
    for (String sql :
        List.of(
            "CREATE TABLE t(x, y TEXT, PRIMARY KEY (y, x))",
            "CREATE TABLE u(x)",
            "CREATE INDEX i ON u(x)")) {
      assertEquals(
          200, http.send("POST", "/databases/a/query", "{\"sql\":\"" + sql + "\"}").status());
    }
    assertEquals(
        BEFORE
            + "{\"name\":\"a\",\"nodes\":1,\"slots\":4096,\"epoch\":4,\"tables\":["
            + "{\"name\":\"t\",\"shard_key\":[\"y\",\"x\"],"
            + "\"sql\":\"CREATE TABLE t(x, y TEXT, PRIMARY KEY (y, x))\"},"
            + "{\"name\":\"u\",\"shard_key\":[],\"sql\":\"CREATE TABLE u(x)\"}],"
            + "\"indexes\":[{\"name\":\"i\",\"table\":\"u\",\"state\":\"ready\","
            + "\"sql\":\"CREATE INDEX i ON u(x)\"}],"
            + "\"bytes\":24576,\"bytes_per_node\":[24576],"
            + "\"transactions_in_doubt\":[]}}",
        http.send("GET", "/databases/a", "").body());
  }

  @Test
  void theSameAgainIsNothingAndOtherNumbersAreAConflict() {
    assertEquals(201, put("{\"nodes\":2,\"slots\":16}"));
    for (String same :
        List.of(
            "",
            "{}",
            "{\"nodes\":2}",
            "{\"slots\":16}",
            "{\"virtualShards\":16}",
            "{\"virtualShards\":16,\"nodes\":2}")) {
      assertEquals(200, put(same), same);
    }
    for (String other : List.of("{\"nodes\":3}", "{\"slots\":32}", "{\"nodes\":2,\"slots\":8}")) {
      assertEquals(409, put(other), other);
    }
    assertEquals(
        new HttpFace.Response(
            409, List.of(), error(7409, "the database a exists with 2 nodes and 16 slots")),
        http.send("PUT", "/databases/a", "{\"nodes\":1}"));
  }

  @Test
  void aNewDatabaseHasNoMoreNodesThanSlots() {
    assertEquals(201, put("{\"slots\":2}"));
    assertTrue(http.send("GET", "/databases/a", "").body().contains("\"nodes\":2,\"slots\":2,"));
  }

  @Test
  void theNumberOfNodesIsTheOneThatIsConfigured() {
    HttpFace configured = cluster.http(Settings.of(HttpFace.ADMIN, "3"));
    configured.send("PUT", "/databases/a", "");
    assertTrue(http.send("GET", "/databases/a", "").body().contains("\"nodes\":3,\"slots\":4096"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'nodes':0}|nodes must be from 1 to 1024, not 0",
        "{'nodes':1025}|nodes must be from 1 to 1024, not 1025",
        "{'nodes':99999999999999999999}|nodes must be from 1 to 1024, not 99999999999999999999",
        "{'nodes':-1}|nodes must be from 1 to 1024, not -1",
        "{'nodes':2.0}|nodes must be an integer, not a number",
        "{'nodes':'2'}|nodes must be an integer, not a string",
        "{'nodes':null}|nodes must be an integer, not null",
        "{'nodes':3,'slots':2}|nodes must not be more than the slots: 3 nodes for 2 slots",
        "{'slots':0}|slots must be from 1 to 65536, not 0",
        "{'slots':3}|slots must be a power of two, not 3",
        "{'slots':131072}|slots must be from 1 to 65536, not 131072",
        "{'virtualShards':3}|virtualShards must be a power of two, not 3",
        "{'slots':4,'virtualShards':4}|the body has both slots and virtualShards",
        "{'shards':4}|the body has an unknown field: shards",
        "{'nodes':2,'nodes':2}|the body has the field nodes twice",
        "[]|the body must be an object, not an array",
        "{'nodes':2|the body is not JSON: it ends too early",
      })
  void otherNumbersAreRefused(String body, String message) {
    assertEquals(
        new HttpFace.Response(400, List.of(), error(7400, message)),
        http.send("PUT", "/databases/a", body.replace('\'', '"')));
    assertEquals(404, http.send("GET", "/databases/a", "").status());
  }

  @Test
  void theLargestNumbersAreTaken() {
    assertEquals(201, put("{\"nodes\":1,\"slots\":65536}"));
    assertEquals(201, http.send("PUT", "/databases/b", "{\"nodes\":1024,\"slots\":1024}").status());
  }

  @Test
  void theListHasWhatIsThereAndNothingElse() {
    assertEquals(BEFORE + "[]}", http.send("GET", "/databases", "").body());
    http.send("PUT", "/databases/b", "{\"nodes\":2}");
    http.send("PUT", "/databases/a", "{\"nodes\":1}");
    http.send("POST", "/databases/b/query", "{\"sql\":\"CREATE TABLE t(x)\"}");
    // A creation that died behind its first step.
    cluster.await(cluster.gateways().registry().add("c"));
    assertEquals(
        BEFORE
            + "[{\"name\":\"a\",\"nodes\":1,\"tables\":0,\"bytes\":8192},"
            + "{\"name\":\"b\",\"nodes\":2,\"tables\":1,\"bytes\":24576}]}",
        http.send("GET", "/databases", "").body());
  }

  @Test
  void aDroppedDatabaseIsGone() {
    put("");
    assertEquals(
        new HttpFace.Response(200, List.of(), BEFORE + "{\"name\":\"a\"}}"),
        http.send("DELETE", "/databases/a", ""));
    HttpFace.Response gone =
        new HttpFace.Response(404, List.of(), error(7404, "no such database: a"));
    assertEquals(gone, http.send("DELETE", "/databases/a", ""));
    assertEquals(gone, http.send("GET", "/databases/a", ""));
    assertEquals(gone, http.send("POST", "/databases/a/query", "{\"sql\":\"SELECT 1\"}"));
    assertEquals(BEFORE + "[]}", http.send("GET", "/databases", "").body());
    assertEquals(List.of(), cluster.await(cluster.gateways().registry().list()));
  }

  @Test
  void aDatabaseCreatedAnewIsEmptyAlsoForOneWhoKnewTheOld() {
    HttpFace other = cluster.http();
    put("");
    http.send("POST", "/databases/a/query", "{\"sql\":\"CREATE TABLE t(x)\"}");
    assertEquals(
        200, other.send("POST", "/databases/a/raw", "{\"sql\":\"SELECT * FROM t\"}").status());
    http.send("DELETE", "/databases/a", "");
    assertEquals(
        404, other.send("POST", "/databases/a/raw", "{\"sql\":\"SELECT * FROM t\"}").status());
    put("{\"nodes\":2}");
    assertTrue(
        other
            .send("POST", "/databases/a/raw", "{\"sql\":\"SELECT * FROM t\"}")
            .body()
            .contains("no such table: t"));
  }

  @Test
  void aCreationBesideADropLeavesNoDatabaseWithoutItsName() {
    for (int seed = 0; seed < 50; seed++) {
      try (Cluster racing = new Cluster(seed)) {
        HttpFace face = racing.http();
        HttpRequest put =
            new HttpRequest(
                "PUT", "/databases/a", "Bearer " + HttpFace.ADMIN, null, "{\"nodes\":1}");
        HttpRequest delete =
            new HttpRequest("DELETE", "/databases/a", "Bearer " + HttpFace.ADMIN, null, "");
        face.send(put);
        face.sendTogether(List.of(delete, put));
        boolean there = face.send("GET", "/databases/a", "").status() == 200;
        List<String> names = racing.await(racing.gateways().registry().list());
        assertTrue(!there || names.contains("a"), "seed " + seed);
      }
    }
  }
}
