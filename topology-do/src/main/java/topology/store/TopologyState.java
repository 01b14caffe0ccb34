package topology.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import topology.api.SchemaChange;
import topology.api.Snapshot;
import topology.api.Token;

/**
 * The durable state of one database's Topology.
 *
 * @param phase where in its life the database is
 * @param snapshot what is published
 * @param pending the change under way, or null; at most one
 * @param lastChangeId the id of the change that was published last, empty before the first
 */
public record TopologyState(
    Phase phase, Snapshot snapshot, @Nullable Pending pending, String lastChangeId) {
  /** The life of a database. */
  public enum Phase {
    /** Its nodes are recorded and not all of them initialized. */
    CREATING,
    /** It answers. */
    READY,
    /** Its nodes are being deleted. */
    DROPPING
  }

  /**
   * A change under way.
   *
   * @param change what is to be applied
   * @param tokens all tokens after the change
   * @param decided false while nodes are asked whether they can apply it, and a crash undoes it;
   *     true once all have agreed, and a crash finishes it
   */
  public record Pending(SchemaChange change, List<Token> tokens, boolean decided) {
    /** A change that the nodes are still to be asked about. */
    public Pending(SchemaChange change, List<Token> tokens) {
      this(change, List.copyOf(tokens), false);
    }

    /** The same change, once all nodes have agreed. */
    public Pending asDecided() {
      return new Pending(change, tokens, true);
    }

    /** The metadata once the change is on every node. */
    public Snapshot after(Snapshot before) {
      return new Snapshot(
          before.database(),
          change.fromEpoch() + 1,
          before.slotMap(),
          change.tables(),
          change.indexes(),
          change.views(),
          tokens);
    }
  }

  /** The same state with another change under way. */
  public TopologyState withPending(@Nullable Pending next) {
    return new TopologyState(phase, snapshot, next, lastChangeId);
  }

  /** The same state in another phase. */
  public TopologyState withPhase(Phase next) {
    return new TopologyState(next, snapshot, pending, lastChangeId);
  }

  /** The same state with other published metadata. */
  public TopologyState withSnapshot(Snapshot next) {
    return new TopologyState(phase, next, pending, lastChangeId);
  }

  /** The state once the decided change is on every node. */
  public TopologyState published(Snapshot next, String changeId) {
    return new TopologyState(phase, next, null, changeId);
  }
}
