package cluster;

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

  private final Seeds seeds = new Seeds("transfer simulation", BankWorld::new);

  @Test
  void requestsOverSeveralNodesAreAppliedAndSeenAsAWhole() {
    seeds.run(SEEDS);
  }

  @Test
  void nodesThatSkipTheRedoRecordAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::skipRedo);
  }

  @Test
  void nodesThatCommitBeforeTheDecisionAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::commitBeforeDecision);
  }

  @Test
  void nodesThatForgetTheirLockAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::forgetLocks);
  }

  @Test
  void nodesThatForgetHowTransactionsEndedAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::forgetEnds);
  }

  @Test
  void nodesThatDoNotSayWhatTheyHaveSeenAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::forgetSeen);
  }
}
