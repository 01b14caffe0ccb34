package cluster;

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

  private final Seeds seeds = new Seeds("fault simulation", FaultyWorld::new);

  @Test
  void nothingAcknowledgedIsLostAndNothingRefusedIsLeft() {
    seeds.run(SEEDS);
  }

  @Test
  void nodesThatIgnoreTheEpochAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::ignoreEpochs);
  }

  @Test
  void nodesThatKeepTrialsAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::keepTrials);
  }

  @Test
  void nodesThatRunDoubledRequestsTwiceAreFound() {
    seeds.assertFound(PLANTED_SEEDS, Cluster::runDoublesTwice);
  }
}
