package cluster;

import async.EventLoop;
import async.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import storage.api.EncodedRows;
import storage.api.NodeCall;
import storage.api.NodeReply;
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
  private record Travelled(int count, String text) implements EncodedRows {}

  private final EventLoop loop;
  private final Network network;
  private final Map<String, JdbcDatabase> databases = new TreeMap<>();
  private final Map<String, StorageNode> objects = new HashMap<>();
  private int ids;

  /** One call in so many finds an object that has just restarted; 0 for none. */
  int oneRestartIn;

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
  public String newNodeId() {
    return "node-" + ids++;
  }

  @Override
  public Future<NodeReply> call(String nodeId, NodeCall call) {
    String sent = CallJson.write(call);
    return network.call(nodeId, () -> answer(nodeId, sent));
  }

  @Override
  public void close() {
    databases.values().forEach(JdbcDatabase::close);
  }

  private NodeReply answer(String nodeId, String sent) {
    NodeCall call = CallJson.read(sent);
    if (call instanceof NodeCall.Run) {
      requests++;
    }
    NodeReply reply = object(nodeId).answer(call);
    List<EncodedRows> rows = ReplyJson.rows(reply);
    return ReplyJson.read(
        ReplyJson.writeHead(reply), (place, count) -> new Travelled(count, rows.get(place).text()));
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
