package topology.api;

import java.util.List;
import java.util.Optional;

/** What a Topology object answers to a {@link TopologyCall}. */
public sealed interface TopologyReply {
  /** To {@link TopologyCall.Create}. */
  record Creation(CreateOutcome outcome) implements TopologyReply {}

  /** To {@link TopologyCall.GetSnapshot}; empty when there is no database. */
  record Metadata(Optional<Snapshot> snapshot) implements TopologyReply {}

  /** To {@link TopologyCall.Change}. */
  record Changed(ChangeOutcome outcome) implements TopologyReply {}

  /** To {@link TopologyCall.RevokeToken}: the new epoch; empty when there was no such token. */
  record Revoked(Optional<Long> epoch) implements TopologyReply {}

  /** To {@link TopologyCall.TakeRowIds}. */
  record RowIds(RowIdBlock block) implements TopologyReply {}

  /** To {@link TopologyCall.ListNames}, in alphabetical order. */
  record Names(List<String> names) implements TopologyReply {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** To everything else: whether there was something to do it to. */
  record Did(boolean something) implements TopologyReply {}
}
