package topology.ops;

import async.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import storage.api.ChangeVote;
import topology.api.ChangeOutcome;
import topology.api.SchemaChange;
import topology.api.SlotMap;
import topology.api.Snapshot;
import topology.store.TopologyState;
import topology.store.TopologyStore;

/**
 * Changes the schema on every node or on none.
 *
 * <pre>
 *   record (undecided) → prepare and fence every node ─ one refuses → release all, forget
 *                                                     └ all agree  → record (decided)
 *   decided → apply on every node → publish
 * </pre>
 *
 * A crash before the decision undoes the change, a crash after it finishes it.
 */
final class SchemaChanger {
  private final TopologyStore store;
  private final Nodes nodes;

  SchemaChanger(TopologyStore store, Nodes nodes) {
    this.store = store;
    this.nodes = nodes;
  }

  /** Applies {@code change} to a database that has no change under way. */
  Future<ChangeOutcome> change(TopologyState state, SchemaChange change) {
    Snapshot snapshot = state.snapshot();
    if (change.id().equals(state.lastChangeId())) {
      return Future.of(new ChangeOutcome.Applied(snapshot.epoch()));
    }
    if (change.fromEpoch() != snapshot.epoch()) {
      return Future.of(new ChangeOutcome.Stale(snapshot.epoch()));
    }
    TopologyState undecided = state.withPending(new TopologyState.Pending(change, false));
    store.save(undecided);
    return onEveryNode(
            snapshot,
            node -> nodes.prepare(node.id(), change.id(), change.fromEpoch(), change.statements()))
        .flatMap(votes -> decide(undecided, change, votes));
  }

  /** Ends the change under way: finishes it when it is decided, else undoes it. */
  Future<ChangeOutcome> resume(TopologyState state, TopologyState.Pending pending) {
    if (pending.decided()) {
      return apply(state, pending.change());
    }
    return release(state, pending.change(), "the change was interrupted and undone; try again");
  }

  private Future<ChangeOutcome> decide(
      TopologyState undecided, SchemaChange change, List<ChangeVote> votes) {
    String refusal = firstRefusal(votes);
    if (refusal != null) {
      return release(undecided, change, refusal);
    }
    TopologyState decided = undecided.withPending(new TopologyState.Pending(change, true));
    store.save(decided);
    return apply(decided, change);
  }

  private Future<ChangeOutcome> apply(TopologyState state, SchemaChange change) {
    Snapshot before = state.snapshot();
    long epoch = before.epoch() + 1;
    return onEveryNode(
            before,
            node ->
                nodes.apply(node.id(), change.id(), change.fromEpoch(), epoch, change.statements()))
        .map(
            done -> {
              Snapshot after =
                  new Snapshot(
                      before.database(),
                      epoch,
                      before.slotMap(),
                      change.tables(),
                      change.indexes(),
                      change.views(),
                      before.tokens());
              store.save(state.published(after, change.id()));
              store.forgetSequences(before, after);
              return new ChangeOutcome.Applied(epoch);
            });
  }

  private Future<ChangeOutcome> release(TopologyState state, SchemaChange change, String why) {
    return onEveryNode(state.snapshot(), node -> nodes.release(node.id(), change.id()))
        .map(
            done -> {
              store.save(state.withPending(null));
              return new ChangeOutcome.Refused(why);
            });
  }

  private static @Nullable String firstRefusal(List<ChangeVote> votes) {
    for (ChangeVote vote : votes) {
      if (vote instanceof ChangeVote.Refused refused) {
        return refused.message();
      }
    }
    return null;
  }

  static <T> Future<List<T>> onEveryNode(
      Snapshot snapshot, Function<SlotMap.Node, Future<T>> call) {
    List<Future<T>> calls = new ArrayList<>();
    for (SlotMap.Node node : snapshot.slotMap().nodes()) {
      calls.add(call.apply(node));
    }
    return Future.all(calls);
  }
}
