package cluster;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Runs a simulated world for seed after seed.
 *
 * <p>{@code -Densemble.seed=N} replays one seed, {@code -Densemble.seeds=N} sets how many run.
 */
final class Seeds {
  private final String name;
  private final LongFunction<World> worlds;

  /**
   * @param name what the seeds that run are told as
   */
  Seeds(String name, LongFunction<World> worlds) {
    this.name = name;
    this.worlds = worlds;
  }

  /** Everything that happens for one seed. */
  interface World extends AutoCloseable {
    Cluster cluster();

    void run();

    @Override
    void close();
  }

  /** Runs fresh seeds, {@code usual} of them unless the command line says otherwise. */
  void run(int usual) {
    Long only = Long.getLong("ensemble.seed");
    long first = only != null ? only : new Random().nextInt(1_000_000_000);
    long count = only != null ? 1 : Long.getLong("ensemble.seeds", usual);
    System.out.println(name + ": seeds " + first + " to " + (first + count - 1));
    for (long seed = first; seed < first + count; seed++) {
      run(seed, cluster -> {});
    }
  }

  /** Fails unless a planted fault shows within so many seeds. */
  void assertFound(int seeds, Consumer<Cluster> fault) {
    for (long seed = 0; seed < seeds; seed++) {
      try {
        run(seed, fault);
      } catch (AssertionError found) {
        return;
      }
    }
    fail(seeds + " seeds do not find the planted fault");
  }

  private void run(long seed, Consumer<Cluster> fault) {
    try (World world = worlds.apply(seed)) {
      fault.accept(world.cluster());
      world.run();
    } catch (AssertionError | RuntimeException failed) {
      throw new AssertionError("seed " + seed + ": " + failed, failed);
    }
  }
}
