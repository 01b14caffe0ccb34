package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes over several nodes: whole or not at all, whatever dies in the middle. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class TransactionsTest {
  private static final int NODES = 4;
  private static final int ACCOUNTS = 16;
  private static final int MONEY = 100;
  private static final int CLIENTS = 16;

  /** Kills until one falls between the trial and the end of a transaction. */
  private static final int KILLS = 8;

  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final String SUM = "SELECT sum(n), count(*) FROM account";
  private static final String TOTAL = "[[" + ACCOUNTS * MONEY + "," + ACCOUNTS + "]]";

  private final Backend backend;

  TransactionsTest(Backend backend) {
    this.backend = backend;
  }

  private static void createAccounts(Api api) {
    api.create("bank", NODES);
    api.run("bank", "CREATE TABLE account(id INTEGER PRIMARY KEY, n INT CHECK (n >= 0))");
    StringBuilder rows = new StringBuilder("INSERT INTO account VALUES (0, " + MONEY + ")");
    for (int id = 1; id < ACCOUNTS; id++) {
      rows.append(", (").append(id).append(", ").append(MONEY).append(")");
    }
    assertEquals(NODES, api.run("bank", rows.toString()).meta("nodes"));
  }

  /** The calls of the conductor to nodes arrive so many times more, and then no more; 0 for all. */
  private static void lose(Api api, int calls) {
    assertEquals(200, api.post("/_fault/lose", "x".repeat(calls)).status());
  }

  @Test
  void aTransactionWhoseConductorIsGoneEndsByItsAlarms(
      @TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
    try (RunningWorker worker = RunningWorker.start(backend, data)) {
      Api api = worker.api();
      createAccounts(api);
      String add = "UPDATE account SET n = n + 1";
      lose(api, NODES);
      Api.Reply unknown = api.raw("bank", add);
      lose(api, 0);
      assertEquals(500, unknown.status());
      String path = "/databases/bank/transactions/" + unknown.text("transaction");
      assertEquals("in_doubt", api.get(path).text("state"));
      assertTrue(
          api.get("/databases/bank").body().contains("\"transactions_in_doubt\":[\""),
          "a transaction in doubt");
      // Whoever reads waits until the alarms have ended it.
      assertEquals(TOTAL, within(RECOVERY, () -> api.run("bank", SUM).rows()));
      assertEquals("aborted", api.get(path).text("state"));

      lose(api, NODES + 1);
      api.run("bank", add);
      lose(api, 0);
      assertEquals(
          "[[" + ACCOUNTS * (MONEY + 1) + "," + ACCOUNTS + "]]",
          within(RECOVERY, () -> api.run("bank", SUM).rows()));
      assertTrue(
          api.get("/databases/bank").body().contains("\"transactions_in_doubt\":[]"),
          "no transaction in doubt");
      // The platform keeps alarms in a table of its own.
      api.run("bank", "CREATE TABLE later(a)");
      assertEquals(
          "[[\"account\"],[\"later\"]]",
          api.run("bank", "SELECT name FROM sqlite_schema ORDER BY name").rows());
    }
  }

  @Test
  void clientsThatReadWhileOthersTransferSeeAllTheMoney(
      @TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
    try (RunningWorker worker = RunningWorker.start(backend, data);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      Api api = worker.api();
      createAccounts(api);
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Api own = client % 2 == 0 ? api : worker.secondIsolate();
        boolean reads = client % 4 == 3;
        running.add(
            clients.submit(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    if (reads) {
                      assertEquals(TOTAL, own.run("bank", SUM).rows());
                    } else {
                      transfer(own);
                    }
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      assertEquals(TOTAL, api.run("bank", SUM).rows());
    }
  }

  @Test
  void aKillInTheMidstOfTransactionsLeavesAllOrNothing(
      @TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
    boolean held = false;
    for (int kill = 0; !held; kill++) {
      assertTrue(kill < KILLS, "no kill fell into a transaction");
      RunningWorker worker = RunningWorker.start(backend, data);
      Api api = worker.api();
      if (kill == 0) {
        createAccounts(api);
      }
      killWhileTransferring(worker);
      held = isAnyHeld(worker);
      try (RunningWorker again = RunningWorker.start(backend, data)) {
        assertEquals(TOTAL, within(RECOVERY, () -> again.api().run("bank", SUM).rows()));
      }
    }
  }

  private static void killWhileTransferring(RunningWorker worker)
      throws InterruptedException, ExecutionException {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        running.add(clients.submit(() -> transferUntilBroken(worker.api())));
      }
      Thread.sleep(500);
      worker.kill();
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private static void transferUntilBroken(Api api) {
    try {
      while (true) {
        transfer(api);
      }
    } catch (Api.NoAnswer broken) {
      // As it must be in the end.
      return;
    }
  }

  /**
   * Moves money between two accounts; refused when there is too little or others are in the way.
   */
  private static void transfer(Api api) {
    int from = ThreadLocalRandom.current().nextInt(ACCOUNTS);
    int to = (from + 1 + ThreadLocalRandom.current().nextInt(ACCOUNTS - 1)) % ACCOUNTS;
    int status =
        api.raw(
                "bank",
                "UPDATE account SET n = n - 7 WHERE id = "
                    + from
                    + "; UPDATE account SET n = n + 7 WHERE id = "
                    + to)
            .status();
    assertTrue(status == 200 || status == 400 || status == 503, "status " + status);
  }

  private static boolean isAnyHeld(RunningWorker worker) throws Exception {
    for (Path file : worker.nodeFiles()) {
      try (Connection node = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = node.createStatement();
          ResultSet redo = statement.executeQuery("SELECT 1 FROM _ens_redo")) {
        if (redo.next()) {
          return true;
        }
      } catch (SQLException none) {
        assertTrue(String.valueOf(none.getMessage()).contains("no such table"), none::toString);
      }
    }
    return false;
  }

  @FunctionalInterface
  private interface Question {
    String answer();
  }

  private static String within(Duration limit, Question question) {
    long begin = System.nanoTime();
    String answer = question.answer();
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    assertTrue(taken.compareTo(limit) < 0, "it took " + taken.toMillis() + " ms");
    return answer;
  }
}
