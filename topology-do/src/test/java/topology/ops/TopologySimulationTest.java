package topology.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import async.EventLoop;
import async.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import topology.api.ChangeOutcome;
import topology.api.SchemaChange;
import topology.api.SlotMap;
import topology.api.Snapshot;
import topology.api.Table;

/**
 * Changes of the schema under lost, doubled and reordered messages and restarts at any event: every
 * node has the same schema in the end, that of the published metadata.
 *
 * <p>{@code -Densemble.seed=N} replays one seed, {@code -Densemble.seeds=N} sets how many run.
 */
final class TopologySimulationTest {
  private static final int CHANGES = 12;
  private static final int EVENTS = 20_000;

  @Test
  void everyNodeEndsWithThePublishedSchema() {
    Long only = Long.getLong("ensemble.seed");
    long first = only != null ? only : new Random().nextInt(1_000_000);
    long count = only != null ? 1 : Long.getLong("ensemble.seeds", 300);
    System.out.println("topology simulation: seeds " + first + " to " + (first + count - 1));
    for (long seed = first; seed < first + count; seed++) {
      try (Run run = new Run(seed)) {
        run.run();
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
      }
    }
  }

  @Test
  void aNodeThatForgetsReleasesIsFound() {
    assertFound(nodes -> nodes.forgetsReleases = true);
  }

  @Test
  void aNodeThatForgetsItsFenceIsFound() {
    assertFound(nodes -> nodes.forgetsFences = true);
  }

  private static void assertFound(Consumer<FaultyNodes> fault) {
    for (long seed = 0; seed < 500; seed++) {
      try (Run run = new Run(seed)) {
        fault.accept(run.nodes);
        run.run();
      } catch (AssertionError | IllegalStateException found) {
        return;
      }
    }
    fail("500 seeds do not find the planted fault");
  }

  /** One database, its client, and the faults of one seed. */
  private static final class Run implements AutoCloseable {
    private final EventLoop loop;
    private final FaultyNodes nodes;
    private final MemoryStore store = new MemoryStore();
    private final List<Long> acknowledged = new ArrayList<>();
    private Topology topology;

    Run(long seed) {
      loop = new EventLoop(seed);
      nodes = new FaultyNodes(loop);
      topology = new Topology(store, nodes);
    }

    @Override
    public void close() {
      nodes.close();
    }

    void run() {
      ask(topology.create("d", 1 + loop.below(4), 16));
      for (int i = 0; i < CHANGES; i++) {
        change("change_" + i);
      }
      calm();
    }

    /** Makes one change; its answer may be lost, then it is asked for again under its id. */
    private void change(String id) {
      String statement = loop.oneIn(5) ? FaultyNodes.REFUSED_BY_ONE : "CREATE TABLE " + id + "(id)";
      for (int attempt = 0; attempt < 3; attempt++) {
        Future<SchemaChange> made = topology.snapshot().map(known -> grown(known.get(), statement));
        Future<ChangeOutcome> outcome =
            made.flatMap(
                change ->
                    topology.change(
                        new SchemaChange(
                            id,
                            change.fromEpoch(),
                            change.statements(),
                            change.tables(),
                            change.indexes(),
                            change.views())));
        ask(outcome);
        if (outcome.isDone() && outcome.failure() == null) {
          if (outcome.present() instanceof ChangeOutcome.Applied applied) {
            acknowledged.add(applied.epoch());
          }
          return;
        }
      }
    }

    private static SchemaChange grown(Snapshot snapshot, String statement) {
      List<Table> tables = new ArrayList<>(snapshot.tables());
      tables.add(new Table(statement, statement, List.of()));
      return new SchemaChange(
          "", snapshot.epoch(), List.of(statement), tables, List.of(), List.of());
    }

    private void ask(Future<?> question) {
      long end = loop.happened() + EVENTS;
      while (!question.isDone() && loop.happened() < end) {
        if (loop.oneIn(60)) {
          restart();
          return;
        }
        if (store.alarm && loop.oneIn(20)) {
          ring();
        }
        if (!loop.step()) {
          ring();
        }
      }
    }

    private void ring() {
      Future<Boolean> ended = topology.alarm();
      ended.recover(failure -> Future.of(false));
    }

    private void restart() {
      nodes.callerLife++;
      topology = new Topology(store, nodes);
    }

    /** Without faults, everything that was begun ends, and all nodes agree. */
    private void calm() {
      nodes.faults = false;
      restart();
      while (loop.step()) {
        // messages of before still arrive
      }
      for (int i = 0; store.alarm; i++) {
        assertTrue(i < 100, "the alarm rings for ever");
        ring();
        while (loop.step()) {
          // until nothing happens any more
        }
      }
      Future<Snapshot> last = topology.snapshot().map(found -> found.orElseThrow());
      Snapshot snapshot = last.present();
      List<String> published =
          snapshot.tables().stream()
              .map(Table::sql)
              .filter(sql -> !sql.equals(FaultyNodes.REFUSED_BY_ONE))
              .toList();
      String schema = "[\"" + String.join(";", published) + "\"]";
      for (SlotMap.Node node : snapshot.slotMap().nodes()) {
        assertEquals(schema, FaultyNodes.rows(nodes.schema(node.id(), snapshot.epoch())));
      }
      for (long epoch : acknowledged) {
        assertTrue(epoch <= snapshot.epoch(), "an acknowledged change is lost");
      }
    }
  }
}
