package conductor.http;

import async.Future;
import com.fasterxml.jackson.core.JsonGenerator;
import conductor.gateway.Gateways;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import storage.api.NodeReply;
import topology.api.Index;
import topology.api.SlotMap;
import topology.api.Snapshot;
import topology.api.Table;

/**
 * Databases as JSON:
 *
 * <pre>
 *   {"name": "a", "nodes": 2, "slots": 4096, "epoch": 3,
 *    "tables": [{"name": "t", "shard_key": ["id"], "sql": "CREATE TABLE ..."}],
 *    "indexes": [{"name": "i", "table": "t", "state": "ready", "sql": "CREATE INDEX ..."}],
 *    "bytes": 24576, "bytes_per_node": [12288, 12288], "transactions_in_doubt": ["4f...-0"]}
 * </pre>
 *
 * A shard key without columns is the rowid. The ids of the nodes' objects stay secret.
 */
final class Description {
  /**
   * A database in a list.
   *
   * @param bytes the size of each node
   */
  record Line(Snapshot snapshot, List<Long> bytes) {}

  private Description() {}

  /** The description of one database. */
  static Future<HttpReply> reply(Gateways gateways, int status, Snapshot snapshot) {
    return nodes(gateways, snapshot)
        .map(nodes -> Replies.success(status, json -> write(snapshot, nodes, json)));
  }

  /** The list of databases: name, nodes, tables and bytes, all but the name as numbers. */
  static HttpReply list(List<Line> lines) {
    return Replies.success(
        200,
        json -> {
          json.writeStartArray();
          for (Line line : lines) {
            json.writeStartObject();
            json.writeStringField("name", line.snapshot().database());
            json.writeNumberField("nodes", line.snapshot().slotMap().nodes().size());
            json.writeNumberField("tables", line.snapshot().tables().size());
            json.writeNumberField("bytes", sum(line.bytes()));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** The size of each node's database. */
  static Future<List<Long>> bytesOfNodes(Gateways gateways, Snapshot snapshot) {
    return nodes(gateways, snapshot).map(Description::bytes);
  }

  private static List<Long> bytes(List<NodeReply.Described> nodes) {
    return nodes.stream().map(NodeReply.Described::bytes).toList();
  }

  private static Future<List<NodeReply.Described>> nodes(Gateways gateways, Snapshot snapshot) {
    List<Future<NodeReply.Described>> nodes = new ArrayList<>();
    for (SlotMap.Node node : snapshot.slotMap().nodes()) {
      nodes.add(gateways.storage().describe(node.id()));
    }
    return Future.all(nodes);
  }

  private static void write(Snapshot snapshot, List<NodeReply.Described> nodes, JsonGenerator json)
      throws IOException {
    List<Long> bytes = bytes(nodes);
    json.writeStartObject();
    json.writeStringField("name", snapshot.database());
    json.writeNumberField("nodes", snapshot.slotMap().nodes().size());
    json.writeNumberField("slots", snapshot.slotMap().slots());
    json.writeNumberField("epoch", snapshot.epoch());
    json.writeArrayFieldStart("tables");
    for (Table table : snapshot.tables()) {
      json.writeStartObject();
      json.writeStringField("name", table.name());
      json.writeArrayFieldStart("shard_key");
      for (String column : table.shardKey()) {
        json.writeString(column);
      }
      json.writeEndArray();
      json.writeStringField("sql", table.sql());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("indexes");
    for (Index index : snapshot.indexes()) {
      json.writeStartObject();
      json.writeStringField("name", index.name());
      json.writeStringField("table", index.table());
      json.writeStringField("state", word(index.state()));
      json.writeStringField("sql", index.sql());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("bytes", sum(bytes));
    json.writeArrayFieldStart("bytes_per_node");
    for (long size : bytes) {
      json.writeNumber(size);
    }
    json.writeEndArray();
    SortedSet<String> inDoubt = new TreeSet<>();
    nodes.forEach(node -> inDoubt.addAll(node.transactionsInDoubt()));
    json.writeArrayFieldStart("transactions_in_doubt");
    for (String transaction : inDoubt) {
      json.writeString(transaction);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String word(Index.State state) {
    return switch (state) {
      case BUILDING -> "building";
      case READY -> "ready";
      case DROPPING -> "dropping";
    };
  }

  private static long sum(List<Long> sizes) {
    long sum = 0;
    for (long size : sizes) {
      sum += size;
    }
    return sum;
  }
}
