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
import topology.api.Token;
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

  /** Applies {@code change} to a database that has no change under way, and keeps its tokens. */
  Future<ChangeOutcome> change(TopologyState state, SchemaChange change) {
    return change(state, change, state.snapshot().tokens());
  }

  /** Applies {@code change} to a database that has no change under way. */
  Future<ChangeOutcome> change(TopologyState state, SchemaChange change, List<Token> tokens) {
    Snapshot snapshot = state.snapshot();
    if (change.id().equals(state.lastChangeId())) {
      return Future.of(new ChangeOutcome.Applied(snapshot.epoch()));
    }
    if (change.fromEpoch() != snapshot.epoch()) {
      return Future.of(new ChangeOutcome.Stale(snapshot.epoch()));
    }
    TopologyState.Pending pending = new TopologyState.Pending(change, tokens);
    TopologyState undecided = state.withPending(pending);
    store.save(undecided);
    return onEveryNode(
            snapshot,
            node -> nodes.prepare(node.id(), change.id(), change.fromEpoch(), change.statements()))
        .flatMap(votes -> decide(undecided, pending, votes));
  }

  /** Ends the change under way: finishes it when it is decided, else undoes it. */
  Future<ChangeOutcome> resume(TopologyState state, TopologyState.Pending pending) {
    if (pending.decided()) {
      return apply(state, pending);
    }
    return release(state, pending.change(), new ChangeOutcome.Undone());
  }

  private Future<ChangeOutcome> decide(
      TopologyState undecided, TopologyState.Pending pending, List<ChangeVote> votes) {
    ChangeOutcome refusal = refusal(votes);
    if (refusal != null) {
      return release(undecided, pending.change(), refusal);
    }
    TopologyState.Pending decided = pending.asDecided();
    TopologyState state = undecided.withPending(decided);
    store.save(state);
    return apply(state, decided);
  }

  private Future<ChangeOutcome> apply(TopologyState state, TopologyState.Pending pending) {
    SchemaChange change = pending.change();
    Snapshot before = state.snapshot();
    Snapshot after = pending.after(before);
    return onEveryNode(
            before,
            node ->
                nodes.apply(
                    node.id(), change.id(), before.epoch(), after.epoch(), change.statements()))
        .map(
            done -> {
              store.save(state.published(after, change.id()));
              store.forgetSequences(before, after);
              return new ChangeOutcome.Applied(after.epoch());
            });
  }

  private Future<ChangeOutcome> release(
      TopologyState state, SchemaChange change, ChangeOutcome why) {
    return onEveryNode(state.snapshot(), node -> nodes.release(node.id(), change.id()))
        .map(
            done -> {
              store.save(state.withPending(null));
              return why;
            });
  }

  private static @Nullable ChangeOutcome refusal(List<ChangeVote> votes) {
    ChangeOutcome refusal = null;
    for (ChangeVote vote : votes) {
      switch (vote) {
        case ChangeVote.Agreed ignored -> {}
        case ChangeVote.Over ignored -> refusal = new ChangeOutcome.Undone();
        case ChangeVote.Refused refused -> {
          return new ChangeOutcome.Refused(refused.message());
        }
      }
    }
    return refusal;
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
