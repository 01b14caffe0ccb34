package conductor.executor;

import async.Future;
import conductor.api.Limits;
import conductor.engine.Rows;
import conductor.gateway.Gateways;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import storage.api.Seen;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * A read over several nodes that sees all of a request that writes on several nodes or none of it.
 *
 * <p>A node carries out such requests one after the other, and every answer says how many of them
 * it has seen and how many each other node must have for its answer to go with this one. A node
 * whose answer has seen fewer is read again; all others stay as they are. This is the idea of <a
 * href="https://doi.org/10.1145/2588555.2588562">RAMP transactions</a>, with numbers in place of
 * the versions of single rows.
 */
final class ComparedRead {
  /** The nodes were written to so fast that their answers never went together. */
  static final class NeverAgreed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Gateways gateways;
  private final NodeCalls calls;
  private final SortedMap<Integer, List<StorageStatement>> programs;
  private final Shape shape;
  private final long beginMillis;

  ComparedRead(
      Gateways gateways,
      NodeCalls calls,
      SortedMap<Integer, List<StorageStatement>> programs,
      Shape shape) {
    this.gateways = gateways;
    this.calls = calls;
    this.programs = programs;
    this.shape = shape;
    this.beginMillis = gateways.clock().epochMillis();
  }

  /** The answers of all nodes; fails with {@link NeverAgreed}. */
  Future<SortedMap<Integer, NodeCalls.Ended>> run() {
    return read(programs, new TreeMap<>(), Limits.READ_ROUNDS);
  }

  /**
   * The answers of as many nodes, a few at a time, as together have so many rows. Fails with {@link
   * NeverAgreed}.
   */
  Future<SortedMap<Integer, NodeCalls.Ended>> runUntil(long enough) {
    return wave(new TreeMap<>(), enough);
  }

  private Future<SortedMap<Integer, NodeCalls.Ended>> wave(
      SortedMap<Integer, NodeCalls.Ended> before, long enough) {
    SortedMap<Integer, List<StorageStatement>> next = new TreeMap<>(programs);
    next.keySet().removeAll(before.keySet());
    while (next.size() > Limits.FAN_OUT) {
      next.remove(next.lastKey());
    }
    return read(next, before, Limits.READ_ROUNDS)
        .flatMap(
            ended ->
                ended.size() == programs.size() || rows(ended) >= enough
                    ? Future.of(ended)
                    : wave(ended, enough));
  }

  /** How many rows there are; as many as can be when a node has none to give. */
  private static long rows(SortedMap<Integer, NodeCalls.Ended> ended) {
    long rows = 0;
    for (NodeCalls.Ended end : ended.values()) {
      if (!(end instanceof NodeCalls.Ended.Answered answered)
          || !(answered.reply() instanceof StorageReply.Done done)) {
        return Long.MAX_VALUE;
      }
      rows += Rows.encoded(done.results().get(0)).count();
    }
    return rows;
  }

  private Future<SortedMap<Integer, NodeCalls.Ended>> read(
      SortedMap<Integer, List<StorageStatement>> asked,
      SortedMap<Integer, NodeCalls.Ended> before,
      int rounds) {
    return calls
        .send(asked, Mode.COMPARE, shape)
        .flatMap(
            ended -> {
              SortedMap<Integer, NodeCalls.Ended> all = new TreeMap<>(before);
              all.putAll(ended);
              return checked(all, rounds);
            });
  }

  private Future<SortedMap<Integer, NodeCalls.Ended>> checked(
      SortedMap<Integer, NodeCalls.Ended> ended, int rounds) {
    SortedMap<Integer, Seen> seen = seen(ended);
    if (seen.size() < ended.size()) {
      // Some have no answer that counts: the read fails or begins anew.
      return Future.of(ended);
    }
    SortedMap<Integer, List<StorageStatement>> again = new TreeMap<>(programs);
    again.keySet().retainAll(behind(seen, calls::nodeId));
    if (again.isEmpty() && isFresh()) {
      return Future.of(ended);
    }
    return rounds == 0 || !isFresh()
        ? Future.failed(new NeverAgreed())
        : read(again, ended, rounds - 1);
  }

  /** Whether the nodes still speak of all that was carried out since the first of them answered. */
  private boolean isFresh() {
    return isFresh(gateways, beginMillis);
  }

  /** The same of a read that began then. */
  static boolean isFresh(Gateways gateways, long beginMillis) {
    return gateways.clock().epochMillis() - beginMillis < StorageLimits.SEEN_MILLIS / 2;
  }

  private static SortedMap<Integer, Seen> seen(SortedMap<Integer, NodeCalls.Ended> ended) {
    SortedMap<Integer, Seen> seen = new TreeMap<>();
    ended.forEach(
        (node, end) -> {
          if (end instanceof NodeCalls.Ended.Answered answered
              && answered.reply() instanceof StorageReply.Done done) {
            seen.put(node, done.seen());
          }
        });
    return seen;
  }

  /** The nodes whose answers have not seen what others have. */
  static List<Integer> behind(SortedMap<Integer, Seen> seen, IntFunction<String> nodeId) {
    Map<String, Long> needed = new HashMap<>();
    for (Seen one : seen.values()) {
      one.others().forEach((node, place) -> needed.merge(node, place, Math::max));
    }
    List<Integer> behind = new ArrayList<>();
    seen.forEach(
        (node, one) -> {
          if (one.applied() < needed.getOrDefault(nodeId.apply(node), 0L)) {
            behind.add(node);
          }
        });
    return behind;
  }
}
