package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was acknowledged is there after a restart and after a crash. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class DurabilityTest {
  /** Enough for several batches of the disk's cache. */
  private static final int WRITES = 200;

  private final Backend backend;

  DurabilityTest(Backend backend) {
    this.backend = backend;
  }

  @Test
  void aRestartKeepsEverything(@TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
    try (RunningWorker worker = RunningWorker.start(backend, data)) {
      Api api = worker.api();
      api.create("kept", 4);
      api.run("kept", "CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, n REAL)");
      api.run("kept", "INSERT INTO t(n) VALUES (1), (2), (3)");
      api.run("kept", "DELETE FROM t WHERE id = 3");
    }
    try (RunningWorker worker = RunningWorker.start(backend, data)) {
      Api api = worker.api();
      assertEquals("[[1,1.0],[2,2.0]]", api.run("kept", "SELECT * FROM t ORDER BY id").rows());
      assertEquals(4, api.run("kept", "INSERT INTO t(n) VALUES (4)").meta("last_row_id"));
    }
  }

  @Test
  void aKillLosesNoAcknowledgedWrite(@TempDir(cleanup = CleanupMode.NEVER) Path data)
      throws Exception {
    int acknowledged;
    RunningWorker worker = RunningWorker.start(backend, data);
    Api api = worker.api();
    api.create("killed", 4);
    api.run("killed", "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT)");
    try (ExecutorService clients = Executors.newSingleThreadExecutor()) {
      CountDownLatch half = new CountDownLatch(WRITES);
      Future<Integer> writing = clients.submit(() -> writeUntilBroken(api, half));
      half.await();
      worker.kill();
      acknowledged = writing.get();
    }
    assertTrue(acknowledged >= WRITES);
    try (RunningWorker again = RunningWorker.start(backend, data)) {
      // The request that the kill broke may have been applied: nobody was told of it.
      String counted =
          again
              .api()
              .run(
                  "killed",
                  "SELECT count(*), max(id) - count(*) FROM t WHERE id <= ?",
                  Integer.toString(acknowledged))
              .rows();
      assertEquals("[[" + acknowledged + ",0]]", counted);
    }
  }

  /** Writes rows 1, 2, ... until the connection breaks; the last that was acknowledged. */
  private static int writeUntilBroken(Api api, CountDownLatch written) {
    for (int id = 1; ; id++) {
      try {
        api.run("killed", "INSERT INTO t VALUES (?, ?)", Integer.toString(id), "1");
      } catch (Api.NoAnswer broken) {
        return id - 1;
      }
      written.countDown();
    }
  }
}
