package conductor.differential;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random schemas, data and statements at 1, 2, 4 and 16 nodes: the answers and the tables are those
 * of one SQLite, and what is refused is rare and leaves nothing.
 *
 * <p>{@code -Densemble.seed=N} replays one seed, {@code -Densemble.seeds=N} sets how many run.
 */
final class DifferentialTest {
  private static final List<Integer> LAYOUTS = List.of(16, 4, 2, 1);
  private static final int STATEMENTS = 60;
  private static final int SEEDS = 60;

  /** Failing seeds that are shrunk and reported before the test gives up. */
  private static final int REPORTS = Integer.getInteger("ensemble.reports", 3);

  @Test
  void answersAreThoseOfOneSqlite() {
    Long only = Long.getLong("ensemble.seed");
    long first = only != null ? only : new Random().nextInt(1_000_000_000);
    long count = only != null ? 1 : Long.getLong("ensemble.seeds", SEEDS);
    System.out.println("differential: seeds " + first + " to " + (first + count - 1));
    Map<Family, int[]> tally = new EnumMap<>(Family.class);
    Map<String, Integer> refusals = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (long seed = first; seed < first + count && wrong.size() < REPORTS; seed++) {
      List<Step> script = RandomScripts.of(seed, STATEMENTS);
      try (Trial trial = new Trial(LAYOUTS)) {
        Optional<String> difference = trial.run(script);
        if (difference.isPresent()) {
          wrong.add("seed " + seed + "\n" + Shrinker.report(LAYOUTS, script));
        }
        trial.tally().forEach((family, counts) -> add(tally, family, counts));
        trial.refusals().forEach(refusal -> refusals.merge(refusal, 1, Integer::sum));
      }
    }
    if (Long.getLong("ensemble.seeds") != null) {
      print(tally, refusals);
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n\n", wrong));
    if (count > 1) {
      assertFewRefusals(tally);
    }
  }

  private static void print(Map<Family, int[]> tally, Map<String, Integer> refusals) {
    tally.forEach(
        (family, counts) ->
            System.out.println(family + " " + counts[0] + ", refused " + counts[1]));
    refusals.forEach((refusal, times) -> System.out.println("  " + times + " " + refusal));
  }

  private static void add(Map<Family, int[]> tally, Family family, int[] counts) {
    int[] sum = tally.computeIfAbsent(family, absent -> new int[2]);
    sum[0] += counts[0];
    sum[1] += counts[1];
  }

  /**
   * A few more than the share are let pass, since few statements may happen to be the rare ones.
   */
  private static void assertFewRefusals(Map<Family, int[]> tally) {
    tally.forEach(
        (family, counts) ->
            assertTrue(
                counts[1] <= counts[0] * family.mostRefused() + (family.mostRefused() > 0 ? 5 : 0),
                family + ": " + counts[1] + " of " + counts[0] + " refused"));
  }
}
