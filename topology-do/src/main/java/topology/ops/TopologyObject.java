package topology.ops;

import async.Future;
import topology.api.TopologyCall;
import topology.api.TopologyReply;
import topology.store.StateStore;

/**
 * One object of the Topology's class: the Topology of a database, or the registry of all names. It
 * is what it is asked to be; nobody asks one object for both.
 */
public final class TopologyObject {
  private final Topology topology;
  private final NameRegistry registry;

  public TopologyObject(StateStore store, Nodes nodes) {
    this.topology = new Topology(store, nodes);
    this.registry = new NameRegistry(store);
  }

  /** Does what it is asked. */
  public Future<TopologyReply> answer(TopologyCall call) {
    return switch (call) {
      case TopologyCall.Create create ->
          topology
              .create(create.database(), create.nodes(), create.slots())
              .map(TopologyReply.Creation::new);
      case TopologyCall.GetSnapshot ignored -> topology.snapshot().map(TopologyReply.Metadata::new);
      case TopologyCall.Change change ->
          topology.change(change.change()).map(TopologyReply.Changed::new);
      case TopologyCall.AddToken add -> topology.addToken(add.token()).map(TopologyReply.Did::new);
      case TopologyCall.RevokeToken revoke ->
          topology.revokeToken(revoke.changeId(), revoke.tokenId()).map(TopologyReply.Revoked::new);
      case TopologyCall.TakeRowIds take ->
          Future.of(
              new TopologyReply.RowIds(
                  topology.rowIds(take.table(), take.base(), take.count(), take.returned())));
      case TopologyCall.DropDatabase ignored -> topology.drop().map(TopologyReply.Did::new);
      case TopologyCall.Alarm ignored -> topology.alarm().map(TopologyReply.Did::new);
      case TopologyCall.AddName add ->
          Future.of(new TopologyReply.Did(registry.add(add.database())));
      case TopologyCall.RemoveName remove ->
          Future.of(new TopologyReply.Did(registry.remove(remove.database())));
      case TopologyCall.ListNames ignored -> Future.of(new TopologyReply.Names(registry.list()));
    };
  }
}
