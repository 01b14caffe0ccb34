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
import conductor.executor.AnswerStream;
import conductor.executor.QueryExecutor;
import conductor.gateway.Entropy;
import conductor.gateway.Gateways;
import conductor.gateway.Scratch;
import conductor.gateway.SharedCache;
import conductor.gateway.Unreachable;
import conductor.http.Settings;
import conductor.link.LinkedStorage;
import conductor.link.LinkedTopologies;
import conductor.worker.SqliteScratch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.StorageRequest.Shape;
import storage.exec.JdbcDatabase;
import topology.wire.NodeLink;

/**
 * A whole cluster in one thread. Everything that happens is decided by the seed, so that a failing
 * seed replays exactly.
 */
public final class Cluster implements AutoCloseable {
  /** More events than any test needs: an await that never ends is a fault. */
  private static final int EVENTS = 5_000_000;

  /** Longer than anything takes that ends by itself, in milliseconds. */
  private static final long SETTLE_MILLIS = 1_000_000;

  private final EventLoop loop;
  private final Network network;
  private final Nodes nodes;
  private final Topologies topologies;
  private final Map<String, String> shared = new HashMap<>();
  private final Random random;
  private final WorldTime time;

  public Cluster(long seed) {
    loop = new EventLoop(seed);
    network = new Network(loop);
    time = new WorldTime(loop);
    nodes = new Nodes(loop, network, time);
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

  /** Has alarms ring early, one time in so many that something else could happen instead. */
  public void hurryAlarms(int oneIn) {
    time.oneEarlyIn = oneIn;
  }

  /** Ends all faults of calls and objects. */
  public void calm() {
    hurryAlarms(0);
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

  /** Plants a fault: nodes keep no record of what they are to do, but for the decider. */
  public void skipRedo() {
    nodes.skipRedo = true;
  }

  /** Plants a fault: nodes carry out at once what they are only to be held for. */
  public void commitBeforeDecision() {
    nodes.commitBeforeDecision = true;
  }

  /** Plants a fault: nodes that are held run other requests meanwhile. */
  public void forgetLocks() {
    nodes.forgetLocks = true;
  }

  /** Plants a fault: nodes forget how transactions ended. */
  public void forgetEnds() {
    nodes.forgetEnds = true;
  }

  /** Plants a fault: answers do not say what they have seen of writes over several nodes. */
  public void forgetSeen() {
    nodes.forgetSeen = true;
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
    return gateways(nodes);
  }

  /**
   * What a conductor sees of the cluster whose calls to nodes are lost but for the first so many.
   *
   * @param there whether they are lost on their way there, or else on their way back
   */
  Gateways losing(int calls, boolean there) {
    int[] left = {calls};
    return gateways(
        new NodeLink() {
          @Override
          public String newNodeId() {
            return nodes.newNodeId();
          }

          @Override
          public Future<NodeReply> call(String nodeId, NodeCall call) {
            boolean lost = left[0]-- <= 0;
            return lost && there
                ? lost(nodeId)
                : nodes.call(nodeId, call).flatMap(reply -> lost ? lost(nodeId) : Future.of(reply));
          }

          private Future<NodeReply> lost(String nodeId) {
            return Future.failed(new Unreachable(nodeId + " did not answer"));
          }
        });
  }

  private Gateways gateways(NodeLink seenNodes) {
    LinkedTopologies linked = new LinkedTopologies(topologies);
    return new Gateways(
        new LinkedStorage(seenNodes),
        linked,
        linked,
        new Shared(),
        () -> Future.of(scratch(JdbcDatabase.withoutLimits())),
        time::epochMillis,
        this::pause,
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

  private Future<Boolean> pause(long millis) {
    Future.Completer<Boolean> over = Future.pending();
    time.soon(time.epochMillis() + millis, () -> over.complete(true));
    return over.future();
  }

  /** Lets everything that is under way come to its end, if it does. */
  public void settle() {
    long end = time.epochMillis() + SETTLE_MILLIS;
    do {
      topologies.ringAlarms();
    } while (loop.step() && time.epochMillis() < end);
  }

  /** Has {@code event} happen some time later. */
  void later(Runnable event) {
    loop.later(event);
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

  /** By node, a table in which it still keeps something of a transaction. */
  Map<String, String> leftOfTransactions() {
    Map<String, String> left = new TreeMap<>();
    nodes
        .databases()
        .forEach(
            (node, database) -> {
              for (String table : List.of("_ens_redo", "_ens_unsettled", "_ens_ended")) {
                if (Nodes.has(database, table)
                    && database.text("SELECT 1 FROM " + table, List.of()) != null) {
                  left.put(node, table);
                }
              }
            });
    return left;
  }

  /** Moves the clock on. */
  public void sleep(long millis) {
    time.pass(millis);
  }

  @Override
  public void close() {
    nodes.close();
  }

  /** One isolate of the conductor. */
  public final class Conductor {
    private final QueryExecutor executor;
    private final Life life = new Life(nodes);

    Conductor(QueryExecutor executor) {
      this.executor = executor;
    }

    /** The answers to the statements of {@code sql}. */
    public List<Answer> run(String database, String sql, Parameters parameters) {
      return await(start(database, List.of(new SqlText(sql, parameters))));
    }

    /** Begins a request, rows as arrays. */
    public Future<List<Answer>> start(String database, List<SqlText> items) {
      return life.until(
          executor.execute(
              gateways(life),
              new SqlRequest(database, items, Shape.ARRAYS),
              snapshot -> Authority.Access.WRITE));
    }

    /** Begins a request whose answer comes page by page; all of its rows. */
    public Future<List<List<SqlValue>>> trickle(String database, String sql) {
      SqlRequest request =
          new SqlRequest(database, List.of(new SqlText(sql, Parameters.NONE)), Shape.ARRAYS);
      return life.until(
          executor.stream(gateways(life), request, snapshot -> Authority.Access.WRITE)
              .flatMap(stream -> rest(stream, new ArrayList<>())));
    }

    private static Future<List<List<SqlValue>>> rest(
        AnswerStream stream, List<List<SqlValue>> rows) {
      return stream
          .next(",")
          .flatMap(
              page -> {
                rows.addAll(Rows.read(page));
                return page.count() == 0 ? Future.of(rows) : rest(stream, rows);
              });
    }

    /** Ends in the middle of everything: it sends nothing more, and nobody gets an answer. */
    void vanish() {
      life.end();
    }

    /** Vanishes when it would make one call more than so many to nodes. */
    void vanishAfter(int calls) {
      life.endAfter(calls);
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
