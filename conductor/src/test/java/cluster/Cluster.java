package cluster;

import async.EventLoop;
import async.Future;
import conductor.api.Answer;
import conductor.api.Authority;
import conductor.api.Parameters;
import conductor.api.SqlRequest;
import conductor.api.SqlText;
import conductor.cache.MetadataCache;
import conductor.engine.Rows;
import conductor.executor.QueryExecutor;
import conductor.gateway.Entropy;
import conductor.gateway.Gateways;
import conductor.gateway.Scratch;
import conductor.gateway.SharedCache;
import conductor.http.Settings;
import conductor.link.LinkedStorage;
import conductor.link.LinkedTopologies;
import conductor.worker.SqliteScratch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import storage.api.EncodedRows;
import storage.api.StorageRequest.Shape;
import storage.exec.JdbcDatabase;

/**
 * A whole cluster in one thread. Everything that happens is decided by the seed, so that a failing
 * seed replays exactly.
 */
public final class Cluster implements AutoCloseable {
  /** More events than any test needs: an await that never ends is a fault. */
  private static final int EVENTS = 5_000_000;

  private final EventLoop loop;
  private final Network network;
  private final Nodes nodes;
  private final Topologies topologies;
  private final Map<String, String> shared = new HashMap<>();
  private final Random random;
  private long epochMillis = 1_795_000_000_123L;

  public Cluster(long seed) {
    loop = new EventLoop(seed);
    network = new Network(loop);
    nodes = new Nodes(loop, network);
    topologies = new Topologies(loop, network, nodes);
    random = new Random(seed ^ 0x5deece66dL);
  }

  /** Loses one call in {@code oneIn} on its way there, and one on its way back. */
  public void loseCalls(int oneIn) {
    network.oneLostIn = oneIn;
  }

  /** Doubles one call in {@code oneIn}. */
  public void doubleCalls(int oneIn) {
    network.oneDoubledIn = oneIn;
  }

  /** Restarts an object before one call in {@code oneIn}. */
  public void restartObjects(int oneIn) {
    nodes.oneRestartIn = oneIn;
    topologies.oneRestartIn = oneIn;
  }

  /** Ends all faults of calls and objects. */
  public void calm() {
    loseCalls(0);
    doubleCalls(0);
    restartObjects(0);
  }

  /** Plants a fault: nodes run what was planned at another epoch. */
  public void ignoreEpochs() {
    nodes.ignoreEpochs = true;
  }

  /** Plants a fault: nodes keep what they were only to try. */
  public void keepTrials() {
    nodes.keepTrials = true;
  }

  /** Plants a fault: nodes carry out a doubled request twice. */
  public void runDoublesTwice() {
    nodes.runDoublesTwice = true;
  }

  /** A conductor that remembers nothing yet. */
  public Conductor conductor() {
    return new Conductor(new QueryExecutor(new MetadataCache()));
  }

  /** A conductor that remembers nothing yet, by HTTP; a new database has four nodes. */
  public HttpFace http() {
    return http(new Settings(HttpFace.ADMIN, 4));
  }

  /** A conductor with these settings. */
  public HttpFace http(Settings settings) {
    return http(settings, gateways());
  }

  /** A conductor that sees something else of the world. */
  public HttpFace http(Settings settings, Gateways gateways) {
    return new HttpFace(this, gateways, settings);
  }

  /** What conductors see of the cluster. */
  public Gateways gateways() {
    LinkedTopologies linked = new LinkedTopologies(topologies);
    return new Gateways(
        new LinkedStorage(nodes),
        linked,
        linked,
        new Shared(),
        () -> Future.of(scratch(JdbcDatabase.withoutLimits())),
        () -> epochMillis,
        new SeededEntropy());
  }

  private static Scratch scratch(JdbcDatabase database) {
    return new SqliteScratch(
        database,
        new SqliteScratch.Loading() {
          @Override
          public void load(String insert, EncodedRows rows) {
            database.load(insert, Rows.read(rows));
          }

          @Override
          public void close() {
            database.close();
          }
        });
  }

  /**
   * Lets events happen until {@code future} has ended, and gives its value or throws its failure.
   */
  public <T> T await(Future<T> future) {
    for (int i = 0; !future.isDone(); i++) {
      if (i == EVENTS || !loop.step()) {
        throw new AssertionError("nothing happens any more and the answer is not there");
      }
    }
    Throwable failure = future.failure();
    if (failure instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (failure != null) {
      throw new AssertionError(failure);
    }
    return future.present();
  }

  /** Lets everything that is under way come to its end. */
  public void settle() {
    do {
      topologies.ringAlarms();
    } while (loop.step());
  }

  /** How many requests have reached a node. */
  public int storageRequests() {
    return nodes.requests;
  }

  /** How many reads page by page were ended by their reader before their last row. */
  public int closedReads() {
    return nodes.closedReads;
  }

  /** How many requests have reached a Topology object. */
  public int topologyRequests() {
    return topologies.requests;
  }

  /** The SQLites of all nodes, to look into. */
  public Map<String, JdbcDatabase> databases() {
    return nodes.databases();
  }

  /** Moves the clock on. */
  public void sleep(long millis) {
    epochMillis += millis;
  }

  @Override
  public void close() {
    nodes.close();
  }

  /** One isolate of the conductor. */
  public final class Conductor {
    private final QueryExecutor executor;

    Conductor(QueryExecutor executor) {
      this.executor = executor;
    }

    /** The answers to the statements of {@code sql}. */
    public List<Answer> run(String database, String sql, Parameters parameters) {
      return await(start(database, List.of(new SqlText(sql, parameters))));
    }

    /** Begins a request, rows as arrays. */
    public Future<List<Answer>> start(String database, List<SqlText> items) {
      return executor.execute(
          gateways(),
          new SqlRequest(database, items, Shape.ARRAYS),
          snapshot -> Authority.Access.WRITE);
    }
  }

  private final class Shared implements SharedCache {
    @Override
    public Future<Optional<String>> get(String key) {
      return network.call("cache", () -> Optional.ofNullable(shared.get(key)));
    }

    @Override
    public Future<Boolean> put(String key, String text) {
      return network.call("cache", () -> shared.put(key, text) == null);
    }
  }

  private final class SeededEntropy implements Entropy {
    @Override
    public long nextLong() {
      return random.nextLong();
    }

    @Override
    public Future<String> sha256(String text) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return Future.of(HexFormat.of().formatHex(hash));
      } catch (NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }
}
