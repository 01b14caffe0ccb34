package conductor.http;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.cache.MetadataCache;
import conductor.gateway.Gateways;
import conductor.gateway.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import storage.api.Fate;
import topology.api.SlotMap;

/**
 * What became of a request that wrote on several nodes: {@code /databases/{db}/transactions/{id}}.
 * Admission is over.
 *
 * <pre>
 *   {"id": "4f...-0", "state": "committed"}      or "aborted", or "in_doubt"
 * </pre>
 *
 * In doubt is what ends within seconds. An end is remembered for minutes: then, and of an id that
 * nobody had, the answer is 404.
 */
final class Transactions {
  private Transactions() {}

  /** Asks all nodes: each that has a part in it knows, or is held for it. */
  static Future<HttpReply> find(Gateways gateways, String database, String id) {
    return gateways
        .topology()
        .snapshot(database)
        .map(found -> found.orElseThrow(() -> MetadataCache.noSuchDatabase(database)))
        .flatMap(
            snapshot -> {
              List<Future<Optional<Fate>>> fates = new ArrayList<>();
              for (SlotMap.Node node : snapshot.slotMap().nodes()) {
                fates.add(fate(gateways, node, id));
              }
              return Future.all(fates);
            })
        .map(fates -> reply(id, fates));
  }

  /** Empty when the node gives no answer: another may know. */
  private static Future<Optional<Fate>> fate(Gateways gateways, SlotMap.Node node, String id) {
    Future<Optional<Fate>> fate = gateways.storage().trace(node.id(), id).map(Optional::of);
    return fate.recover(
        failure ->
            failure instanceof Unreachable ? Future.of(Optional.empty()) : Future.failed(failure));
  }

  private static HttpReply reply(String id, List<Optional<Fate>> fates) {
    if (fates.contains(Optional.of(Fate.COMMITTED))) {
      return reply(id, "committed");
    }
    if (fates.contains(Optional.of(Fate.ABORTED))) {
      return reply(id, "aborted");
    }
    if (fates.contains(Optional.of(Fate.HELD))) {
      return reply(id, "in_doubt");
    }
    if (fates.contains(Optional.<Fate>empty())) {
      throw new SqlException(
          ErrorCode.UNREACHABLE, "not all nodes answered, and the others do not know " + id);
    }
    throw new SqlException(ErrorCode.NOT_FOUND, "no such transaction, or it ended long ago: " + id);
  }

  private static HttpReply reply(String id, String state) {
    return Replies.success(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("id", id);
          json.writeStringField("state", state);
          json.writeEndObject();
        });
  }
}
