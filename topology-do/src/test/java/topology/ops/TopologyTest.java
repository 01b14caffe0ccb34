package topology.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import async.EventLoop;
import async.Future;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import topology.api.ChangeOutcome;
import topology.api.CreateOutcome;
import topology.api.RowIdBlock;
import topology.api.SchemaChange;
import topology.api.Snapshot;
import topology.api.Table;
import topology.api.Token;

final class TopologyTest {
  private static final String CREATE = "CREATE TABLE t(id)";

  private final EventLoop loop = new EventLoop(1);
  private final FaultyNodes nodes = quiet(new FaultyNodes(loop));
  private final MemoryStore store = new MemoryStore();
  private final Topology topology = new Topology(store, nodes);

  private static FaultyNodes quiet(FaultyNodes nodes) {
    nodes.faults = false;
    return nodes;
  }

  /** A new instance over the same storage; what the last one waits for never comes. */
  private Topology restarted() {
    nodes.callerLife++;
    return new Topology(store, nodes);
  }

  private <T> T await(Future<T> future) {
    while (!future.isDone()) {
      assertTrue(loop.step(), "nothing happens any more");
    }
    return future.present();
  }

  private String schema(String nodeId, long epoch) {
    return FaultyNodes.rows(nodes.schema(nodeId, epoch));
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  private static SchemaChange create(String id, long epoch, String statement, Table... tables) {
    return new SchemaChange(id, epoch, List.of(statement), List.of(tables), List.of(), List.of());
  }

  private static Table table(String name) {
    return new Table(name, "CREATE TABLE " + name + "(id)", List.of("id"));
  }

  @Test
  void createdTwiceAlikeIsANoOperationAndOtherwiseAConflict() {
    assertInstanceOf(CreateOutcome.Created.class, await(topology.create("d", 3, 16)));
    assertInstanceOf(CreateOutcome.Existing.class, await(topology.create("d", 3, 16)));
    assertEquals(new CreateOutcome.Conflict(3, 16), await(topology.create("d", 4, 16)));
    assertEquals(3, nodes.count());
  }

  @Test
  void aChangeReachesEveryNodeAndRaisesTheEpoch() {
    await(topology.create("d", 3, 16));
    SchemaChange change = create("c1", 1, CREATE, table("t"));
    assertEquals(new ChangeOutcome.Applied(2), await(topology.change(change)));
    for (int i = 0; i < 3; i++) {
      assertEquals("[\"CREATE TABLE t(id)\"]", schema("node-" + i, 2));
    }
    assertEquals(List.of(table("t")), await(topology.snapshot()).orElseThrow().tables());
  }

  @Test
  void theSameChangeTwiceIsAppliedOnce() {
    await(topology.create("d", 2, 16));
    SchemaChange change = create("c1", 1, CREATE, table("t"));
    await(topology.change(change));
    assertEquals(new ChangeOutcome.Applied(2), await(topology.change(change)));
    assertEquals("[\"CREATE TABLE t(id)\"]", schema("node-0", 2));
  }

  @Test
  void aChangeMadeForAnotherEpochDoesNothing() {
    await(topology.create("d", 2, 16));
    SchemaChange change = create("c1", 5, CREATE, table("t"));
    assertEquals(new ChangeOutcome.Stale(1), await(topology.change(change)));
    assertEquals("[\"\"]", schema("node-0", 1));
  }

  @Test
  void aRefusalByOneNodeLeavesNothingAndNoFence() {
    await(topology.create("d", 3, 16));
    SchemaChange change = create("c1", 1, FaultyNodes.REFUSED_BY_ONE, table("t"));
    assertEquals(
        new ChangeOutcome.Refused("table bad already exists"), await(topology.change(change)));
    for (int i = 0; i < 3; i++) {
      assertEquals("[\"\"]", schema("node-" + i, 1));
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
    assertEquals("[\"\"]", schema("node-1", 2));
    assertEquals(Optional.empty(), await(topology.revokeToken("c2", "k")));
  }

  @Test
  void aRevocationThatIsInterruptedIsUndoneAndCanBeMadeAgainUnderItsId() {
    await(topology.create("d", 2, 16));
    await(topology.addToken(new Token("k", "00", Token.Access.WRITE)));
    topology.revokeToken("c1", "k");
    Topology restarted = restarted();
    assertEquals(1, await(restarted.snapshot()).orElseThrow().tokens().size());
    assertEquals(Optional.of(2L), await(restarted.revokeToken("c1", "k")));
    Snapshot without = await(restarted.snapshot()).orElseThrow();
    assertEquals(List.of(), without.tokens());
    assertEquals(2, without.epoch());
  }

  @Test
  void aChangeThatIsInterruptedIsUndoneAndNeverAppliedUnderItsId() {
    await(topology.create("d", 2, 16));
    topology.change(create("c1", 1, CREATE, table("t")));
    Topology restarted = restarted();
    assertEquals(
        new ChangeOutcome.Undone(), await(restarted.change(create("c1", 1, CREATE, table("t")))));
    assertEquals(
        new ChangeOutcome.Applied(2), await(restarted.change(create("c2", 1, CREATE, table("t")))));
  }

  @Test
  void rowIdsAreNeverHandedOutTwiceUnlessGivenBack() {
    await(topology.create("d", 1, 16));
    assertEquals(new RowIdBlock(1, 11), topology.rowIds("t", 1, 10, RowIdBlock.NO_END));
    assertEquals(new RowIdBlock(11, 21), topology.rowIds("T", 5, 10, RowIdBlock.NO_END));
    assertEquals(new RowIdBlock(21, 31), topology.rowIds("t", 5, 10, 11));
    assertEquals(new RowIdBlock(21, 31), topology.rowIds("t", 6, 10, 31));
    assertEquals(new RowIdBlock(100, 101), topology.rowIds("t", 100, 1, RowIdBlock.NO_END));
  }

  @Test
  void aDroppedTableForgetsItsSequence() {
    await(topology.create("d", 1, 16));
    await(topology.change(create("c1", 1, CREATE, table("t"))));
    topology.rowIds("t", 1, 10, RowIdBlock.NO_END);
    await(topology.change(create("c2", 2, "DROP TABLE t")));
    assertEquals(new RowIdBlock(1, 2), topology.rowIds("t", 1, 1, RowIdBlock.NO_END));
  }

  @Test
  void aDroppedDatabaseLeavesNothing() {
    assertEquals(false, await(topology.drop()));
    await(topology.create("d", 3, 16));
    assertEquals(true, await(topology.drop()));
    assertEquals(0, nodes.count());
    assertTrue(store.isEmpty());
    assertEquals(Optional.empty(), await(topology.snapshot()));
    SchemaChange change = create("c", 1, CREATE);
    assertEquals(new ChangeOutcome.NoDatabase(), await(topology.change(change)));
  }
}
