package cluster;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Clients, stale conductors and changes of the schema under lost and doubled calls and restarting
 * objects: what is acknowledged stays, what failed for sure left nothing, and every read is right.
 *
 * <p>{@code -Densemble.seed=N} replays one seed, {@code -Densemble.seeds=N} sets how many run.
 */
final class FaultSimulationTest {
  private static final int SEEDS = 40;

  /** Seeds within which a planted fault must be found. */
  private static final int PLANTED_SEEDS = 40;

  @Test
  void nothingAcknowledgedIsLostAndNothingRefusedIsLeft() {
    Long only = Long.getLong("ensemble.seed");
    long first = only != null ? only : new Random().nextInt(1_000_000_000);
    long count = only != null ? 1 : Long.getLong("ensemble.seeds", SEEDS);
    System.out.println("fault simulation: seeds " + first + " to " + (first + count - 1));
    for (long seed = first; seed < first + count; seed++) {
      run(seed, cluster -> {});
    }
  }

  @Test
  void nodesThatIgnoreTheEpochAreFound() {
    assertFound(Cluster::ignoreEpochs);
  }

  @Test
  void nodesThatKeepTrialsAreFound() {
    assertFound(Cluster::keepTrials);
  }

  @Test
  void nodesThatRunDoubledRequestsTwiceAreFound() {
    assertFound(Cluster::runDoublesTwice);
  }

  private static void assertFound(Consumer<Cluster> fault) {
    for (long seed = 0; seed < PLANTED_SEEDS; seed++) {
      try {
        run(seed, fault);
      } catch (AssertionError found) {
        return;
      }
    }
    fail(PLANTED_SEEDS + " seeds do not find the planted fault");
  }

  private static void run(long seed, Consumer<Cluster> fault) {
    try (FaultyWorld world = new FaultyWorld(seed)) {
      fault.accept(world.cluster());
      world.run();
    } catch (AssertionError | RuntimeException failed) {
      throw new AssertionError("seed " + seed + ": " + failed, failed);
    }
  }
}
