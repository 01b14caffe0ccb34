package cluster;

import async.EventLoop;
import async.Future;
import conductor.gateway.Registry;
import conductor.gateway.TopologyGateway;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import topology.api.ChangeOutcome;
import topology.api.CreateOutcome;
import topology.api.RowIdBlock;
import topology.api.SchemaChange;
import topology.api.Snapshot;
import topology.api.Token;
import topology.ops.MemoryStore;
import topology.ops.Topology;

/** The Topology objects, one for each database, whose memory outlives them. */
final class Topologies implements TopologyGateway, Registry {
  private final EventLoop loop;
  private final Network network;
  private final Nodes nodes;
  private final Map<String, MemoryStore> stores = new HashMap<>();
  private final Map<String, Topology> objects = new HashMap<>();
  private final Map<String, Life> lives = new HashMap<>();
  private final TreeSet<String> names = new TreeSet<>();

  /** One call in so many finds an object that has just restarted; 0 for none. */
  int oneRestartIn;

  /** How many requests have reached a Topology object. */
  int requests;

  Topologies(EventLoop loop, Network network, Nodes nodes) {
    this.loop = loop;
    this.network = network;
    this.nodes = nodes;
  }

  /** Rings the alarms that are set. */
  void ringAlarms() {
    stores.forEach(
        (name, store) -> {
          if (store.alarm) {
            loop.later(() -> object(name).alarm());
          }
        });
  }

  @Override
  public Future<CreateOutcome> create(String database, int nodeCount, int slots) {
    return with(database, object -> object.create(database, nodeCount, slots));
  }

  @Override
  public Future<Optional<Snapshot>> snapshot(String database) {
    return with(database, Topology::snapshot);
  }

  @Override
  public Future<ChangeOutcome> change(String database, SchemaChange change) {
    return with(database, object -> object.change(change));
  }

  @Override
  public Future<Boolean> addToken(String database, Token token) {
    return with(database, object -> object.addToken(token));
  }

  @Override
  public Future<Optional<Long>> revokeToken(String database, String changeId, String tokenId) {
    return with(database, object -> object.revokeToken(changeId, tokenId));
  }

  @Override
  public Future<RowIdBlock> rowIds(
      String database, String table, long base, long count, long returned) {
    return with(database, object -> Future.of(object.rowIds(table, base, count, returned)));
  }

  @Override
  public Future<Boolean> drop(String database) {
    return with(database, Topology::drop);
  }

  @Override
  public Future<Boolean> add(String database) {
    return network.call("registry", () -> names.add(database));
  }

  @Override
  public Future<Boolean> remove(String database) {
    return network.call("registry", () -> names.remove(database));
  }

  @Override
  public Future<List<String>> list() {
    return network.call("registry", () -> new ArrayList<>(names));
  }

  private <T> Future<T> with(String database, Function<Topology, Future<T>> action) {
    return network.callWaiting(
        "topology of " + database,
        () -> {
          requests++;
          Topology object = object(database);
          return life(database).until(action.apply(object));
        });
  }

  private Life life(String database) {
    return lives.computeIfAbsent(database, absent -> new Life(nodes));
  }

  private Topology object(String database) {
    if (oneRestartIn > 0 && loop.oneIn(oneRestartIn)) {
      objects.remove(database);
      life(database).end();
      lives.remove(database);
    }
    return objects.computeIfAbsent(
        database,
        name ->
            new Topology(
                stores.computeIfAbsent(name, absent -> new MemoryStore()), life(database)));
  }
}
