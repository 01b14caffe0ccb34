package cluster;

import async.EventLoop;
import async.Future;
import conductor.gateway.Unreachable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import storage.api.ChangeVote;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.exec.JdbcDatabase;
import storage.exec.StorageNode;

/** The Storage objects: each a real SQLite, which outlives the object over it. */
final class Nodes implements topology.ops.Nodes, conductor.gateway.StorageGateway, AutoCloseable {
  private final EventLoop loop;
  private final Network network;
  private final Map<String, JdbcDatabase> databases = new TreeMap<>();
  private final Map<String, StorageNode> objects = new HashMap<>();
  private int ids;

  /** One call in so many finds an object that has just restarted; 0 for none. */
  int oneRestartIn;

  /** A planted fault: nodes run what was planned at another epoch. */
  boolean ignoreEpochs;

  /** A planted fault: nodes keep what they were only to try. */
  boolean keepTrials;

  /** A planted fault: nodes carry out a doubled request twice. */
  boolean runDoublesTwice;

  /** How many statement requests have reached a node. */
  int requests;

  Nodes(EventLoop loop, Network network) {
    this.loop = loop;
    this.network = network;
  }

  /** The databases of all nodes, by node. */
  Map<String, JdbcDatabase> databases() {
    return databases;
  }

  @Override
  public Future<StorageReply> send(StorageRequest request) {
    StorageNode[] first = new StorageNode[1];
    return with(
        request.nodeId(),
        node -> {
          requests++;
          if (first[0] != null && first[0] != node) {
            // A message is doubled on its way to one object, and ends with it.
            throw new Unreachable(request.nodeId() + " has restarted");
          }
          first[0] = node;
          return handle(node, planted(request));
        });
  }

  private StorageRequest planted(StorageRequest request) {
    return new StorageRequest(
        runDoublesTwice ? "" : request.id(),
        request.nodeId(),
        request.epoch(),
        keepTrials ? StorageRequest.Mode.RUN : request.mode(),
        request.shape(),
        request.statements());
  }

  private StorageReply handle(StorageNode node, StorageRequest request) {
    StorageReply reply = node.handle(request);
    if (ignoreEpochs && reply instanceof StorageReply.Stale stale) {
      return node.handle(
          new StorageRequest(
              request.nodeId(),
              stale.epoch(),
              request.mode(),
              request.shape(),
              request.statements()));
    }
    return reply;
  }

  @Override
  public Future<Long> sizeBytes(String nodeId) {
    return with(nodeId, StorageNode::sizeBytes);
  }

  @Override
  public String newNodeId() {
    return "node-" + ids++;
  }

  @Override
  public Future<Done> initialize(String nodeId, String database, long epoch) {
    return with(
        nodeId,
        node -> {
          node.initialize(nodeId, epoch);
          return Done.DONE;
        });
  }

  @Override
  public Future<ChangeVote> prepare(
      String nodeId, String changeId, long fromEpoch, List<String> statements) {
    return with(nodeId, node -> node.prepare(changeId, fromEpoch, statements));
  }

  @Override
  public Future<Done> apply(
      String nodeId, String changeId, long fromEpoch, long toEpoch, List<String> statements) {
    return with(
        nodeId,
        node -> {
          node.apply(changeId, toEpoch, statements);
          return Done.DONE;
        });
  }

  @Override
  public Future<Done> release(String nodeId, String changeId) {
    return with(
        nodeId,
        node -> {
          node.release(changeId);
          return Done.DONE;
        });
  }

  @Override
  public Future<Done> delete(String nodeId) {
    return with(
        nodeId,
        node -> {
          node.delete();
          return Done.DONE;
        });
  }

  @Override
  public void close() {
    databases.values().forEach(JdbcDatabase::close);
  }

  private <T> Future<T> with(String nodeId, Function<StorageNode, T> action) {
    return network.call(nodeId, () -> action.apply(object(nodeId)));
  }

  private StorageNode object(String nodeId) {
    if (oneRestartIn > 0 && loop.oneIn(oneRestartIn)) {
      objects.remove(nodeId);
    }
    @Nullable StorageNode known = objects.get(nodeId);
    if (known == null) {
      known = new StorageNode(databases.computeIfAbsent(nodeId, absent -> new JdbcDatabase()));
      objects.put(nodeId, known);
    }
    return known;
  }
}
