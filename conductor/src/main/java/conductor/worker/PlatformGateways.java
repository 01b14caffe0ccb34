package conductor.worker;

import async.Future;
import conductor.gateway.Entropy;
import conductor.gateway.Gateways;
import conductor.gateway.Scratch;
import conductor.gateway.SharedCache;
import conductor.link.LinkedStorage;
import conductor.link.LinkedTopologies;
import java.util.Optional;
import org.teavm.jso.core.JSString;
import storage.api.EncodedRows;
import storage.exec.SqlFailure;
import storage.worker.PlatformDatabase;
import storage.worker.PlatformRows;
import topology.worker.PlatformNodes;
import topology.worker.Promises;
import topology.worker.TopologyWorker;
import workers.ScratchSqlite;
import workers.WorkerPlatform;

/** The world as one request of the Worker sees it. */
final class PlatformGateways {
  private PlatformGateways() {}

  static Gateways of(WorkerPlatform platform) {
    LinkedTopologies topologies =
        new LinkedTopologies((object, call) -> TopologyWorker.call(platform, object, call));
    return new Gateways(
        new LinkedStorage(new LosingNodes(new PlatformNodes(platform))),
        topologies,
        topologies,
        new PlatformCache(platform),
        () -> Promises.future(platform, platform.openScratch()).map(PlatformGateways::scratch),
        () -> (long) platform.now(),
        millis -> Promises.future(platform, platform.pause((double) millis)).map(done -> true),
        new PlatformEntropy(platform));
  }

  private static Scratch scratch(ScratchSqlite sqlite) {
    return new SqliteScratch(
        new PlatformDatabase(sqlite),
        new SqliteScratch.Loading() {
          @Override
          public void load(String insert, EncodedRows rows) {
            String refusal = sqlite.load(insert, PlatformRows.onPlatform(rows));
            if (refusal != null) {
              throw new SqlFailure(refusal);
            }
          }

          @Override
          public void close() {
            sqlite.close();
          }
        });
  }

  private record PlatformCache(WorkerPlatform platform) implements SharedCache {
    @Override
    public Future<Optional<String>> get(String key) {
      return Promises.future(platform, platform.cached(key))
          .map(
              text -> text.isKept() ? Optional.of(text.getText().stringValue()) : Optional.empty());
    }

    @Override
    public Future<Boolean> put(String key, String text) {
      return Promises.future(platform, platform.cache(key, text)).map(kept -> true);
    }
  }

  private record PlatformEntropy(WorkerPlatform platform) implements Entropy {
    @Override
    public long nextLong() {
      return ((long) platform.randomBits() << 32) | (platform.randomBits() & 0xffffffffL);
    }

    @Override
    public Future<String> sha256(String text) {
      return Promises.future(platform, platform.sha256(text)).map(JSString::stringValue);
    }
  }
}
