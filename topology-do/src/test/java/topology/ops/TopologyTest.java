package topology.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import async.EventLoop;
import async.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import topology.api.ChangeOutcome;
import topology.api.CreateOutcome;
import topology.api.RowIdBlock;
import topology.api.SchemaChange;
import topology.api.Snapshot;
import topology.api.Table;
import topology.api.Token;

final class TopologyTest {
  private final EventLoop loop = new EventLoop(1);
  private final FaultyNodes nodes = quiet(new FaultyNodes(loop));
  private final MemoryStore store = new MemoryStore();
  private final Topology topology = new Topology(store, nodes);

  private static FaultyNodes quiet(FaultyNodes nodes) {
    nodes.faults = false;
    return nodes;
  }

  private <T> T await(Future<T> future) {
    while (!future.isDone()) {
      assertTrue(loop.step(), "nothing happens any more");
    }
    return future.present();
  }

  private FaultyNodes.Node node(String id) {
    return Objects.requireNonNull(nodes.nodes.get(id));
  }

  private static SchemaChange create(String id, long epoch, String statement, Table... tables) {
    return new SchemaChange(id, epoch, List.of(statement), List.of(tables), List.of());
  }

  private static Table table(String name) {
    return new Table(name, "CREATE TABLE " + name + "(id)", List.of("id"));
  }

  @Test
  void createdTwiceAlikeIsANoOperationAndOtherwiseAConflict() {
    assertInstanceOf(CreateOutcome.Created.class, await(topology.create("d", 3, 16)));
    assertInstanceOf(CreateOutcome.Existing.class, await(topology.create("d", 3, 16)));
    assertEquals(new CreateOutcome.Conflict(3, 16), await(topology.create("d", 4, 16)));
    assertEquals(3, nodes.nodes.size());
  }

  @Test
  void aChangeReachesEveryNodeAndRaisesTheEpoch() {
    await(topology.create("d", 3, 16));
    SchemaChange change = create("c1", 1, "CREATE", table("t"));
    assertEquals(new ChangeOutcome.Applied(2), await(topology.change(change)));
    for (FaultyNodes.Node node : nodes.nodes.values()) {
      assertEquals(List.of("CREATE"), node.ddl);
      assertEquals(2, node.epoch);
    }
    assertEquals(List.of(table("t")), await(topology.snapshot()).orElseThrow().tables());
  }

  @Test
  void theSameChangeTwiceIsAppliedOnce() {
    await(topology.create("d", 2, 16));
    SchemaChange change = create("c1", 1, "CREATE", table("t"));
    await(topology.change(change));
    assertEquals(new ChangeOutcome.Applied(2), await(topology.change(change)));
    assertEquals(List.of("CREATE"), node("node-0").ddl);
  }

  @Test
  void aChangeMadeForAnotherEpochDoesNothing() {
    await(topology.create("d", 2, 16));
    SchemaChange change = create("c1", 5, "CREATE", table("t"));
    assertEquals(new ChangeOutcome.Stale(1), await(topology.change(change)));
    assertEquals(List.of(), node("node-0").ddl);
  }

  @Test
  void aRefusalByOneNodeLeavesNothingAndNoFence() {
    await(topology.create("d", 3, 16));
    SchemaChange change = create("c1", 1, "BAD", table("t"));
    assertEquals(
        new ChangeOutcome.Refused("near \"BAD\": syntax error"), await(topology.change(change)));
    for (FaultyNodes.Node node : nodes.nodes.values()) {
      assertEquals(null, node.fencedBy);
      assertEquals(1, node.epoch);
    }
    assertEquals(List.of(), await(topology.snapshot()).orElseThrow().tables());
    assertEquals(false, store.alarm);
  }

  @Test
  void aRevokedTokenRaisesTheEpochOnEveryNode() {
    await(topology.create("d", 2, 16));
    await(topology.addToken(new Token("k", "00", Token.Access.WRITE)));
    Snapshot with = await(topology.snapshot()).orElseThrow();
    assertEquals(1, with.tokens().size());
    assertEquals(1, with.epoch());
    assertEquals(Optional.of(2L), await(topology.revokeToken("c1", "k")));
    assertEquals(List.of(), await(topology.snapshot()).orElseThrow().tokens());
    assertEquals(2, node("node-1").epoch);
    assertEquals(Optional.empty(), await(topology.revokeToken("c2", "k")));
  }

  @Test
  void rowIdsAreNeverHandedOutTwiceUnlessGivenBack() {
    await(topology.create("d", 1, 16));
    assertEquals(new RowIdBlock(1, 11), topology.rowIds("t", 1, 10, 0));
    assertEquals(new RowIdBlock(11, 21), topology.rowIds("T", 5, 10, 0));
    assertEquals(new RowIdBlock(21, 31), topology.rowIds("t", 5, 10, 11));
    assertEquals(new RowIdBlock(6, 16), topology.rowIds("t", 6, 10, 31));
    assertEquals(new RowIdBlock(100, 101), topology.rowIds("t", 100, 1, 0));
  }

  @Test
  void aDroppedTableForgetsItsSequence() {
    await(topology.create("d", 1, 16));
    await(topology.change(create("c1", 1, "CREATE", table("t"))));
    topology.rowIds("t", 1, 10, 0);
    await(topology.change(create("c2", 2, "DROP")));
    assertEquals(new RowIdBlock(1, 2), topology.rowIds("t", 1, 1, 0));
  }

  @Test
  void aDroppedDatabaseLeavesNothing() {
    assertEquals(false, await(topology.drop()));
    await(topology.create("d", 3, 16));
    assertEquals(true, await(topology.drop()));
    assertTrue(nodes.nodes.isEmpty());
    assertTrue(store.isEmpty());
    assertEquals(Optional.empty(), await(topology.snapshot()));
    SchemaChange change = create("c", 1, "CREATE");
    assertEquals(new ChangeOutcome.NoDatabase(), await(topology.change(change)));
  }
}
