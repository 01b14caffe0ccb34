package cluster;

import async.EventLoop;
import async.Future;
import conductor.gateway.Unreachable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import storage.api.EncodedRows;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.TextRows;
import storage.exec.JdbcDatabase;
import storage.exec.StorageNode;
import storage.wire.CallJson;
import storage.wire.ReplyJson;
import topology.wire.NodeLink;

/**
 * The Storage objects: each a real SQLite, which outlives the object over it. Calls and replies
 * travel as the texts that they are on the platform.
 */
final class Nodes implements NodeLink, AutoCloseable {
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

  /** How many reads page by page were ended by their reader. */
  int closedReads;

  Nodes(EventLoop loop, Network network) {
    this.loop = loop;
    this.network = network;
  }

  /** The databases of all nodes, by node. */
  Map<String, JdbcDatabase> databases() {
    return databases;
  }

  @Override
  public String newNodeId() {
    return "node-" + ids++;
  }

  @Override
  public Future<NodeReply> call(String nodeId, NodeCall call) {
    String sent = CallJson.write(call);
    StorageNode[] first = new StorageNode[1];
    return network.call(
        nodeId,
        () -> {
          StorageNode node = object(nodeId);
          if (first[0] != null && first[0] != node) {
            // A message is doubled on its way to one object, and ends with it.
            throw new Unreachable(nodeId + " has restarted");
          }
          first[0] = node;
          return answer(node, sent);
        });
  }

  @Override
  public void close() {
    databases.values().forEach(JdbcDatabase::close);
  }

  private NodeReply answer(StorageNode node, String sent) {
    NodeCall call = CallJson.read(sent);
    if (call instanceof NodeCall.Run run) {
      requests++;
      call = new NodeCall.Run(planted(run.request(), node));
    }
    if (call instanceof NodeCall.Open || call instanceof NodeCall.Fetch) {
      requests++;
    }
    closedReads += call instanceof NodeCall.Close ? 1 : 0;
    NodeReply reply = node.answer(call);
    List<EncodedRows> rows = ReplyJson.rows(reply);
    return ReplyJson.read(
        ReplyJson.writeHead(reply), (place, count) -> new TextRows(count, rows.get(place).text()));
  }

  private StorageRequest planted(StorageRequest request, StorageNode node) {
    StorageRequest planted =
        new StorageRequest(
            runDoublesTwice ? "" : request.id(),
            request.nodeId(),
            request.epoch(),
            keepTrials ? StorageRequest.Mode.RUN : request.mode(),
            request.shape(),
            request.statements());
    return ignoreEpochs && node.handle(nothing(planted)) instanceof StorageReply.Stale stale
        ? at(stale.epoch(), planted)
        : planted;
  }

  private static StorageRequest nothing(StorageRequest request) {
    return new StorageRequest(
        request.nodeId(), request.epoch(), request.mode(), request.shape(), List.of());
  }

  private static StorageRequest at(long epoch, StorageRequest request) {
    return new StorageRequest(
        request.id(),
        request.nodeId(),
        epoch,
        request.mode(),
        request.shape(),
        request.statements());
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
