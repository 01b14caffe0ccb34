package cluster;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Clients that write on several nodes at once, and others that read all of them, while calls are
 * lost and doubled, objects restart, alarms ring early and twice, the schema changes and conductors
 * vanish: a request is there as a whole or not at all, at every read, and nothing is left of it.
 *
 * <p>{@code -Densemble.seed=N} replays one seed, {@code -Densemble.seeds=N} sets how many run.
 */
final class TransferSimulationTest {
  private static final int SEEDS = 60;

  /** Seeds within which a planted fault must be found. */
  private static final int PLANTED_SEEDS = 100;

  @Test
  void requestsOverSeveralNodesAreAppliedAndSeenAsAWhole() {
    Long only = Long.getLong("ensemble.seed");
    long first = only != null ? only : new Random().nextInt(1_000_000_000);
    long count = only != null ? 1 : Long.getLong("ensemble.seeds", SEEDS);
    System.out.println("transfer simulation: seeds " + first + " to " + (first + count - 1));
    for (long seed = first; seed < first + count; seed++) {
      run(seed, cluster -> {});
    }
  }

  @Test
  void nodesThatSkipTheRedoRecordAreFound() {
    assertFound(Cluster::skipRedo);
  }

  @Test
  void nodesThatCommitBeforeTheDecisionAreFound() {
    assertFound(Cluster::commitBeforeDecision);
  }

  @Test
  void nodesThatForgetTheirLockAreFound() {
    assertFound(Cluster::forgetLocks);
  }

  @Test
  void nodesThatForgetHowTransactionsEndedAreFound() {
    assertFound(Cluster::forgetEnds);
  }

  @Test
  void nodesThatDoNotSayWhatTheyHaveSeenAreFound() {
    assertFound(Cluster::forgetSeen);
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
    try (BankWorld world = new BankWorld(seed)) {
      fault.accept(world.cluster());
      world.run();
    } catch (AssertionError | RuntimeException failed) {
      throw new AssertionError("seed " + seed + ": " + failed, failed);
    }
  }
}
