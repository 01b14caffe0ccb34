package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several isolates, several databases and many clients at once. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class IsolatesTest {
  private static final int CLIENTS = 64;

  private final Api api;
  private final Api other;

  IsolatesTest(Backend backend) {
    RunningWorker worker = RunningWorker.shared(backend);
    this.api = worker.api();
    this.other = worker.secondIsolate();
  }

  @Test
  void anIsolateSeesWhatAnotherHasMadeOfTheSchema() {
    api.create("stale", 4);
    api.run("stale", "CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    api.run("stale", "INSERT INTO t VALUES (1, 'x')");
    assertEquals("[[1,\"x\"]]", other.run("stale", "SELECT * FROM t").rows());
    api.run("stale", "ALTER TABLE t ADD COLUMN b DEFAULT 7");
    assertEquals("[[1,\"x\",7]]", other.run("stale", "SELECT * FROM t").rows());
    assertEquals("[[1,\"x\",7]]", other.run("stale", "SELECT * FROM t WHERE id = 1").rows());
    other.run("stale", "DROP TABLE t");
    Api.Reply gone = api.raw("stale", "SELECT * FROM t");
    assertEquals(400, gone.status());
    assertEquals("no such table: t", gone.text("message"));
    api.run("stale", "CREATE TABLE t(other TEXT PRIMARY KEY)");
    other.run("stale", "INSERT INTO t VALUES ('y')");
    assertEquals("[[\"y\"]]", api.run("stale", "SELECT * FROM t").rows());
  }

  @Test
  void anIsolateSeesThatAnotherHasDroppedTheDatabase() {
    api.create("dropped", 2);
    api.run("dropped", "CREATE TABLE t(a)");
    assertEquals("[]", other.run("dropped", "SELECT * FROM t").rows());
    assertEquals(200, api.delete("/databases/dropped").status());
    assertEquals(404, other.raw("dropped", "SELECT * FROM t").status());
    api.create("dropped", 4);
    assertEquals("no such table: t", other.raw("dropped", "SELECT * FROM t").text("message"));
  }

  @Test
  void aTokenIsRevokedForEveryIsolateAtOnce() {
    api.create("revoked", 2);
    api.run("revoked", "CREATE TABLE t(a)");
    Api.Reply made = api.post("/databases/revoked/tokens", "{\"access\":\"write\"}");
    String token = made.text("token");
    assertEquals(200, api.with(token).raw("revoked", "SELECT * FROM t").status());
    assertEquals(200, other.with(token).raw("revoked", "SELECT * FROM t").status());
    api.delete("/databases/revoked/tokens/" + made.text("id"));
    assertEquals(401, other.with(token).raw("revoked", "INSERT INTO t VALUES (1)").status());
    assertEquals(401, api.with(token).raw("revoked", "SELECT * FROM t").status());
    assertEquals("[[0]]", api.run("revoked", "SELECT count(*) FROM t").rows());
  }

  @Test
  void databasesKnowNothingOfEachOther() {
    api.create("left", 2);
    api.create("right", 4);
    api.run("left", "CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    api.run("right", "CREATE TABLE t(id INTEGER PRIMARY KEY, b)");
    api.run("left", "INSERT INTO t(a) VALUES ('left')");
    api.run("right", "INSERT INTO t(b) VALUES ('right'), ('right too')");
    assertEquals("[[1,\"left\"]]", api.run("left", "SELECT * FROM t").rows());
    assertEquals("[[1,\"right\"],[2,\"right too\"]]", api.run("right", "SELECT * FROM t").rows());
    String token = api.post("/databases/left/tokens", "{\"access\":\"write\"}").text("token");
    assertEquals(401, api.with(token).raw("right", "SELECT * FROM t").status());
  }

  @Test
  void manyClientsIncrementOneRow() throws Exception {
    api.create("increments", 4);
    api.run("increments", "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT)");
    api.run("increments", "INSERT INTO t VALUES (1, 0), (2, 0)");
    atOnce(
        client ->
            (client % 2 == 0 ? api : other)
                .run("increments", "UPDATE t SET n = n + 1 WHERE id = 1"));
    assertEquals(
        "[[" + CLIENTS + "]]", api.run("increments", "SELECT n FROM t WHERE id = 1").rows());
  }

  @Test
  void manyClientsInsertRowsWithIdsOfTheirOwn() throws Exception {
    api.create("inserts", 4);
    api.run("inserts", "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT)");
    atOnce(
        client ->
            (client % 2 == 0 ? api : other)
                .run("inserts", "INSERT INTO t(n) VALUES (?)", Integer.toString(client)));
    assertEquals(
        "[[" + CLIENTS + "," + CLIENTS + "]]",
        api.run("inserts", "SELECT count(DISTINCT id), count(DISTINCT n) FROM t").rows());
  }

  /** Runs a request for each of many clients at once. */
  private static void atOnce(ClientAction action) throws InterruptedException, ExecutionException {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        running.add(clients.submit(() -> action.run(client)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  @FunctionalInterface
  private interface ClientAction {
    void run(int client);
  }
}
