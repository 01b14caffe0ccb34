package topology.ops;

import async.EventLoop;
import async.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Storage nodes whose messages are lost, doubled, delayed and reordered by the seed. */
final class FaultyNodes implements Nodes {
  /** One node's durable state. */
  static final class Node {
    long epoch;

    Node(long epoch) {
      this.epoch = epoch;
    }

    @Nullable String fencedBy;
    final Set<String> applied = new HashSet<>();
    final Set<String> released = new HashSet<>();
    final List<String> ddl = new ArrayList<>();
  }

  final Map<String, Node> nodes = new LinkedHashMap<>();
  private final EventLoop loop;
  private int ids;

  /** Raised by every restart of the caller: answers to the one before go nowhere. */
  int callerLife;

  boolean faults = true;

  /** A planted fault: a prepare that arrives after its change was undone fences the node. */
  boolean forgetsReleases;

  /** A planted fault: a node agrees and does not fence itself. */
  boolean forgetsFences;

  FaultyNodes(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public String newNodeId() {
    return "node-" + ids++;
  }

  @Override
  public Future<Done> initialize(String nodeId, String database, long epoch) {
    return send(
        () -> {
          nodes.computeIfAbsent(nodeId, id -> new Node(epoch));
          return Done.DONE;
        });
  }

  @Override
  public Future<Vote> prepare(
      String nodeId, String changeId, long fromEpoch, List<String> statements) {
    return with(
        nodeId,
        node -> {
          if (node.epoch != fromEpoch || node.released.contains(changeId)) {
            return new Vote("the change is over");
          }
          if (node.fencedBy != null && !node.fencedBy.equals(changeId)) {
            return new Vote("fenced by another change");
          }
          if (statements.contains("BAD") && nodeId.endsWith("1")) {
            return new Vote("near \"BAD\": syntax error");
          }
          if (!forgetsFences) {
            node.fencedBy = changeId;
          }
          return new Vote(null);
        });
  }

  @Override
  public Future<Done> apply(
      String nodeId, String changeId, long fromEpoch, long toEpoch, List<String> statements) {
    return with(
        nodeId,
        node -> {
          if (node.applied.add(changeId)) {
            check(changeId.equals(node.fencedBy), "applied without its fence: " + changeId);
            check(node.epoch == fromEpoch, "applied at epoch " + node.epoch);
            node.ddl.addAll(statements);
            node.epoch = toEpoch;
            node.fencedBy = null;
          }
          return Done.DONE;
        });
  }

  @Override
  public Future<Done> release(String nodeId, String changeId) {
    return with(
        nodeId,
        node -> {
          check(!node.applied.contains(changeId), "released though applied: " + changeId);
          if (!forgetsReleases) {
            node.released.add(changeId);
          }
          if (changeId.equals(node.fencedBy)) {
            node.fencedBy = null;
          }
          return Done.DONE;
        });
  }

  @Override
  public Future<Done> delete(String nodeId) {
    return send(
        () -> {
          nodes.remove(nodeId);
          return Done.DONE;
        });
  }

  private <T> Future<T> with(String nodeId, Function<Node, T> action) {
    return send(
        () -> {
          Node node = nodes.get(nodeId);
          if (node == null) {
            throw new AssertionError("no such node: " + nodeId);
          }
          return action.apply(node);
        });
  }

  private interface Action<T> {
    T run();
  }

  private <T> Future<T> send(Action<T> action) {
    Future.Completer<T> answer = Future.pending();
    int life = callerLife;
    if (faults && loop.oneIn(12)) {
      reply(life, () -> answer.fail(new IllegalStateException("no answer")));
      return answer.future();
    }
    int copies = faults && loop.oneIn(8) ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      loop.later(
          () -> {
            T result = action.run();
            boolean lost = faults && loop.oneIn(12);
            reply(life, () -> end(answer, lost, result));
          });
    }
    return answer.future();
  }

  private static <T> void end(Future.Completer<T> answer, boolean lost, T result) {
    if (lost) {
      answer.fail(new IllegalStateException("no answer"));
    } else {
      answer.complete(result);
    }
  }

  private void reply(int life, Runnable arrival) {
    loop.later(
        () -> {
          if (life == callerLife) {
            arrival.run();
          }
        });
  }

  private static void check(boolean holds, String broken) {
    if (!holds) {
      throw new AssertionError(broken);
    }
  }
}
