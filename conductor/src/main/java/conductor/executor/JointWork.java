package conductor.executor;

import async.Future;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.gateway.Gateways;
import conductor.gateway.Unreachable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import storage.api.NodeReply;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.api.Transaction;
import storage.api.Verdict;

/**
 * Programs for several nodes that all of them carry out or none.
 *
 * <pre>
 *   hold     every node tries its program and is held    one refuses → release all
 *   decide   one node carries out its own and keeps the decision
 *   settle   the others carry out theirs
 * </pre>
 *
 * <p>At first all nodes are held at once, and whoever meets another there waits for nobody: it
 * releases them all. From then on it holds one node after the other, in the same order as everybody
 * else, and waits at each until it is free. So those who wait hold only nodes before the one that
 * they wait for, and nobody waits in a circle.
 */
final class JointWork {
  private final Gateways gateways;
  private final NodeCalls calls;
  private final NodeCalls.Origins origins;
  private final SortedMap<Integer, List<StorageStatement>> programs;
  private final Shape shape;
  private final String id;
  private final Patience patience;
  private int attempts;
  private long heldMillis = StorageLimits.HELD_MILLIS;

  /** Whether others were met, so that nodes are held one after the other. */
  private boolean inTurn;

  JointWork(
      Gateways gateways,
      NodeCalls calls,
      NodeCalls.Origins origins,
      SortedMap<Integer, List<StorageStatement>> programs,
      Shape shape) {
    this.gateways = gateways;
    this.calls = calls;
    this.origins = origins;
    this.programs = programs;
    this.shape = shape;
    this.id = NodeCalls.newId(gateways);
    this.patience = new Patience(gateways);
  }

  /** What becomes of the results that the programs had when they were tried. */
  @FunctionalInterface
  interface Use<T> {
    Future<T> of(SortedMap<Integer, StorageReply.Done> results);
  }

  /**
   * Carries the programs out when {@code use} can make something of their results, and gives that.
   * Fails with OUTCOME_UNKNOWN when it is not known whether they were; otherwise a failure means
   * that nothing was.
   */
  <T> Future<T> commit(Use<T> use) {
    return held()
        .flatMap(
            held ->
                used(held, use)
                    .flatMap(
                        result ->
                            held.decide(Limits.END_MESSAGES)
                                .flatMap(
                                    committed ->
                                        committed
                                            ? Future.of(result)
                                            : patience.orBusy().flatMap(waited -> commit(use)))));
  }

  /** Gives what {@code use} makes of the results; nothing that the programs did stays. */
  <T> Future<T> read(Use<T> use) {
    return held().flatMap(held -> held.release().flatMap(released -> use.of(held.results())));
  }

  private static <T> Future<T> used(Held held, Use<T> use) {
    Future<T> used;
    try {
      used = use.of(held.results());
    } catch (RuntimeException refused) {
      used = Future.failed(refused);
    }
    return used.recover(failure -> held.release().flatMap(released -> Future.failed(failure)));
  }

  private Future<Held> held() {
    List<String> nodes = new ArrayList<>();
    programs.keySet().forEach(node -> nodes.add(calls.nodeId(node)));
    // One node after the other gets to decide: it costs a little more than to take part.
    Collections.rotate(
        nodes, (int) Math.floorMod(gateways.entropy().nextLong(), (long) nodes.size()));
    Transaction transaction =
        new Transaction(
            id + "-" + attempts++,
            nodes,
            gateways.clock().epochMillis() + StorageLimits.TRANSACTION_MILLIS,
            heldMillis);
    Held held = new Held(transaction);
    return inTurn ? held.inTurn(List.copyOf(programs.keySet())) : held.atOnce();
  }

  /** A transaction has ended before it was decided: its programs may take long. */
  private void lengthen() {
    heldMillis = Math.min(4 * heldMillis, StorageLimits.LONG_HELD_MILLIS);
  }

  private static boolean isOver(NodeCalls.Ended end) {
    return end instanceof NodeCalls.Ended.Answered answered
        && answered.reply() instanceof StorageReply.Over;
  }

  /** Nodes that are held for one transaction, or are about to be. */
  private final class Held {
    private final Transaction transaction;
    private final SortedMap<Integer, NodeCalls.Ended> ended = new TreeMap<>();

    Held(Transaction transaction) {
      this.transaction = transaction;
    }

    SortedMap<Integer, StorageReply.Done> results() {
      return NodeCalls.done(ended, origins);
    }

    /** Holds all nodes at once, or begins again. */
    Future<Held> atOnce() {
      List<Integer> nodes = new ArrayList<>(programs.keySet());
      List<Future<NodeCalls.Ended>> replies = new ArrayList<>();
      nodes.forEach(node -> replies.add(hold(node, false)));
      return NodeCalls.whenEnded(nodes, replies)
          .flatMap(
              replied -> {
                ended.putAll(replied);
                boolean over = false;
                for (NodeCalls.Ended end : ended.values()) {
                  inTurn |= NodeCalls.isBusy(end);
                  over |= isOver(end);
                }
                if (over) {
                  return again();
                }
                return inTurn ? release().flatMap(released -> held()) : heldOrFailed();
              });
    }

    /**
     * Holds these nodes one after the other, or begins again. Where one has refused, the others are
     * asked all the same: the refusal of the earliest statement counts.
     */
    Future<Held> inTurn(List<Integer> nodes) {
      if (nodes.isEmpty()) {
        return heldOrFailed();
      }
      int node = nodes.get(0);
      return hold(node, true)
          .flatMap(
              end -> {
                if (isOver(end)) {
                  return again();
                }
                if (NodeCalls.isBusy(end) && patience.isLeft()) {
                  return patience.pause().flatMap(waited -> inTurn(nodes));
                }
                ended.put(node, end);
                return inTurn(nodes.subList(1, nodes.size()));
              });
    }

    private Future<Held> again() {
      lengthen();
      return release().flatMap(released -> patience.orBusy()).flatMap(waited -> held());
    }

    private Future<NodeCalls.Ended> hold(int node, boolean patient) {
      List<StorageStatement> program = Objects.requireNonNull(programs.get(node));
      return NodeCalls.ended(
          gateways
              .storage()
              .hold(calls.request(node, "", program, Mode.TRY, shape), transaction, patient));
    }

    private Future<Held> heldOrFailed() {
      for (NodeCalls.Ended end : ended.values()) {
        if (!(end instanceof NodeCalls.Ended.Answered answered
            && answered.reply() instanceof StorageReply.Done)) {
          return failed();
        }
      }
      return Future.of(this);
    }

    /** Fails with what a node has said. */
    private Future<Held> failed() {
      return release()
          .flatMap(
              released -> {
                results();
                throw new IllegalStateException("no node has refused");
              });
    }

    /** Frees all nodes. Those that cannot be told find out for themselves. */
    Future<Boolean> release() {
      Verdict aborted = Verdict.aborted(transaction.id(), transaction.deadlineMillis());
      return settle(transaction.nodes(), aborted, 1);
    }

    /** Commits; false when the decider has aborted before, and then nothing was done. */
    Future<Boolean> decide(int left) {
      Verdict commit = new Verdict(transaction.id(), true, transaction.deadlineMillis(), places());
      return gateways
          .storage()
          .decide(transaction.decider(), commit)
          .flatMap(reply -> decided(reply))
          .recover(
              failure -> {
                if (!(failure instanceof Unreachable lost)) {
                  return Future.failed(failure);
                }
                return left > 1
                    ? patience.pause().flatMap(waited -> decide(left - 1))
                    : Future.failed(unknown(String.valueOf(lost.getMessage())));
              });
    }

    private Future<Boolean> decided(NodeReply reply) {
      if (reply instanceof NodeReply.Forgotten) {
        throw unknown("its end is forgotten");
      }
      if (!(reply instanceof NodeReply.Ruled ruled)) {
        throw new IllegalStateException("not what a node was asked for: " + reply);
      }
      List<String> nodes = transaction.nodes();
      Verdict verdict = ruled.verdict();
      return verdict.committed()
          ? settle(nodes.subList(1, nodes.size()), verdict, Limits.END_MESSAGES).map(told -> true)
          : settle(nodes, verdict, 1).map(told -> notCommitted());
    }

    private boolean notCommitted() {
      lengthen();
      return false;
    }

    private SqlException unknown(String why) {
      return SqlException.unknownOutcome(
          why + ": it is not known whether transaction " + transaction.id() + " was applied",
          transaction.id());
    }

    private SortedMap<String, Long> places() {
      SortedMap<String, Long> places = new TreeMap<>();
      results().forEach((node, done) -> places.put(calls.nodeId(node), done.seen().applied()));
      return places;
    }

    /** Tells nodes how it ends; the end is certain also when one cannot be told. */
    private Future<Boolean> settle(List<String> nodes, Verdict verdict, int left) {
      List<Future<Boolean>> told = new ArrayList<>();
      for (String node : nodes) {
        told.add(settle(node, verdict, left));
      }
      return Future.all(told).map(all -> true);
    }

    private Future<Boolean> settle(String node, Verdict verdict, int left) {
      return gateways
          .storage()
          .settle(node, verdict)
          .map(settled -> true)
          .recover(
              failure ->
                  left > 1 && failure instanceof Unreachable
                      ? patience.pause().flatMap(waited -> settle(node, verdict, left - 1))
                      : Future.of(false));
    }
  }
}
