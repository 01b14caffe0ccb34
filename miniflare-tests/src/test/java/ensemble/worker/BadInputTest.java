package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What no client should send gets the contract's error and leaves nothing behind. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class BadInputTest {
  private final RunningWorker worker;
  private final Api api;

  BadInputTest(Backend backend) {
    this.worker = RunningWorker.shared(backend);
    this.api = worker.api();
  }

  /** A request, and what it must be answered. */
  private record Case(String method, String target, String body, int status, int code) {}

  private static Case query(String body, int status, int code) {
    return new Case("POST", "/databases/bad/query", body, status, code);
  }

  private static Case sql(String sql, int status, int code) {
    return query("{\"sql\":" + Api.quoted(sql) + "}", status, code);
  }

  private static Stream<Case> cases() {
    return Stream.of(
        query("", 400, 7400),
        query("{", 400, 7400),
        query("{\"sql\":\"SELECT 1\"} x", 400, 7400),
        query("7", 400, 7400),
        query("null", 400, 7400),
        query("[]", 400, 7400),
        query("{\"batch\":[]}", 400, 7400),
        query("{\"batch\":7}", 400, 7400),
        query("{\"sql\":7}", 400, 7400),
        query("{\"params\":[]}", 400, 7400),
        query("{\"sql\":\"SELECT 1\",\"parms\":[]}", 400, 7400),
        query("{\"sql\":\"SELECT ?\",\"params\":7}", 400, 7400),
        query("{\"sql\":\"SELECT ?\",\"params\":[{}]}", 400, 7400),
        query("{\"sql\":\"SELECT ?\",\"params\":[[256]]}", 400, 7400),
        query("{\"sql\":\"SELECT ?\",\"params\":[9223372036854775808]}", 400, 7400),
        query("[".repeat(100_000), 400, 7400),
        query("{\"sql\":\"SELECT ?, ?\",\"params\":[1]}", 400, 7502),
        query("{\"sql\":\"SELECT ?\",\"params\":[1,2]}", 400, 7502),
        query("{\"sql\":\"SELECT :a\",\"params\":{\"b\":1}}", 400, 7502),
        sql("", 400, 7400),
        sql("  -- nothing\n", 400, 7500),
        sql("SELEC 1", 400, 7500),
        sql("SELECT 1 FROM", 400, 7500),
        sql("SELECT 'abc", 400, 7500),
        sql("SELECT 1\u0000", 400, 7500),
        sql("SELECT * FROM nowhere", 400, 7500),
        sql("SELECT nothing FROM t", 400, 7500),
        sql("SELECT * FROM _ens_meta", 400, 7500),
        sql("INSERT INTO t VALUES (1, 2, 3)", 400, 7500),
        sql("SELECT " + "(".repeat(10_000) + "1" + ")".repeat(10_000), 422, 7422),
        sql("INSERT INTO t VALUES (9, '" + "x".repeat(1_000_000) + "')", 422, 7422),
        new Case("GET", "/nowhere", "", 404, 7404),
        new Case("GET", "/databases/bad/query", "", 405, 7405),
        new Case("POST", "/databases/nowhere/query", "{\"sql\":\"SELECT 1\"}", 404, 7404),
        new Case("PUT", "/databases/Upper", "", 400, 7400),
        new Case("PUT", "/databases/a.b", "", 400, 7400),
        new Case("PUT", "/databases/a%2Fb", "", 400, 7400),
        new Case("PUT", "/databases/" + "x".repeat(65), "", 400, 7400),
        new Case("PUT", "/databases/-x", "", 400, 7400),
        new Case("PUT", "/databases/a/b", "", 404, 7404),
        new Case("PUT", "/databases/n", "{\"nodes\":0}", 400, 7400),
        new Case("PUT", "/databases/n", "{\"nodes\":1.5}", 400, 7400),
        new Case("PUT", "/databases/n", "{\"slots\":1000}", 400, 7400),
        new Case("PUT", "/databases/bad", "{\"nodes\":3}", 409, 7409),
        new Case("DELETE", "/databases/nowhere", "", 404, 7404),
        new Case("POST", "/databases/bad/tokens", "{\"access\":\"all\"}", 400, 7400));
  }

  @Test
  void isAnsweredByTheContractsError() {
    api.create("bad", 2);
    api.run("bad", "CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    api.run("bad", "INSERT INTO t VALUES (1, 'kept')");
    String before = api.get("/databases").body();
    assertAll(
        cases()
            .map(
                bad ->
                    () -> {
                      Api.Reply reply = api.send(bad.method(), bad.target(), bad.body());
                      String shown = bad.body().substring(0, Math.min(bad.body().length(), 80));
                      String what =
                          bad.method() + " " + bad.target() + " " + shown + " → " + reply.body();
                      assertEquals(bad.status(), reply.status(), what);
                      assertTrue(
                          reply
                              .body()
                              .startsWith(
                                  "{\"success\":false,\"errors\":[{\"code\":"
                                      + bad.code()
                                      + ",\"message\":\""),
                          what);
                      assertTrue(reply.body().endsWith("\"messages\":[],\"result\":[]}"), what);
                    }));
    assertEquals("[[1,\"kept\"]]", api.run("bad", "SELECT * FROM t").rows());
    assertEquals(before, api.get("/databases").body());
  }

  @Test
  void aTokenThatNobodyMadeOpensNothing() {
    api.create("closed", 2);
    for (String token : new String[] {null, "", "wrong", "ens_", "test-toke", "test-token2"}) {
      Api stranger = api.with(token);
      for (Api.Reply reply :
          new Api.Reply[] {
            stranger.raw("closed", "SELECT 1"),
            stranger.raw("nowhere", "SELECT 1"),
            stranger.get("/databases"),
            stranger.get("/databases/closed"),
            stranger.put("/databases/mine", ""),
            stranger.delete("/databases/closed"),
            stranger.post("/databases/closed/tokens", "{\"access\":\"read\"}")
          }) {
        assertEquals(401, reply.status(), reply.body());
      }
      assertEquals(200, stranger.get("/health").status());
    }
    assertEquals(404, api.get("/databases/mine").status());
  }

  @Test
  void aReadersTokenChangesNothing() {
    api.create("reader", 2);
    api.run("reader", "CREATE TABLE t(id INTEGER PRIMARY KEY)");
    api.run("reader", "INSERT INTO t VALUES (1)");
    Api reader =
        api.with(api.post("/databases/reader/tokens", "{\"access\":\"read\"}").text("token"));
    assertEquals("[[1]]", reader.run("reader", "SELECT * FROM t").rows());
    for (String sql :
        new String[] {
          "INSERT INTO t VALUES (2)",
          "DELETE FROM t",
          "UPDATE t SET id = 3",
          "DROP TABLE t",
          "CREATE TABLE u(a)",
          "SELECT 1; DELETE FROM t"
        }) {
      assertEquals(403, reader.raw("reader", sql).status(), sql);
    }
    assertEquals(403, reader.delete("/databases/reader").status());
    assertEquals("[[1]]", reader.run("reader", "SELECT * FROM t").rows());
  }

  @Test
  void aTrapEndsItsRequestAlone() {
    api.create("trapped", 2);
    api.run("trapped", "CREATE TABLE t(id INTEGER PRIMARY KEY)");
    assertEquals(500, api.post("/_fault/trap", "").status());
    api.run("trapped", "INSERT INTO t VALUES (1)");
    assertEquals(500, api.post("/_fault/stack", "").status());
    assertEquals("[[1]]", api.run("trapped", "SELECT * FROM t").rows());
  }
}
