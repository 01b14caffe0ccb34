package conductor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Random SELECTs at 1, 2, 4 and 16 nodes: the answers are those of one SQLite, and none is refused.
 *
 * <p>{@code -Densemble.selects.seed=N} replays one seed, {@code -Densemble.selects.seeds=N} sets
 * how many run.
 */
final class SelectDifferentialTest {
  private static final List<Integer> LAYOUTS = List.of(16, 4, 2, 1);
  private static final int QUERIES = 60;
  private static final int SEEDS = 6;
  private static final int REPORTS = Integer.getInteger("ensemble.reports", 3);

  @Test
  void selectsAreAnsweredAsByOneSqlite() {
    compare("selects", SelectDifferentialTest::script);
  }

  @Test
  void selectsThatFixKeysAreAnsweredAsByOneSqlite() {
    compare("selects that fix keys", SelectDifferentialTest::keyedScript);
  }

  private static void compare(String what, LongFunction<List<Step>> scripts) {
    Long only = Long.getLong("ensemble.selects.seed");
    long first = only != null ? only : new Random().nextInt(1_000_000_000);
    long count = only != null ? 1 : Long.getLong("ensemble.selects.seeds", SEEDS);
    System.out.println(what + ": seeds " + first + " to " + (first + count - 1));
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> refusals = new TreeMap<>();
    for (long seed = first; seed < first + count && wrong.size() < REPORTS; seed++) {
      List<Step> script = scripts.apply(seed);
      try (Trial trial = new Trial(LAYOUTS)) {
        Optional<String> difference = trial.run(script);
        if (difference.isPresent()) {
          wrong.add("seed " + seed + "\n" + report(script));
        }
        trial.refusals().forEach(refusal -> refusals.merge(refusal, 1, Integer::sum));
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n\n", wrong));
    assertEquals(Map.of(), refusals);
  }

  /** The rows and the query that it takes; definitions stay, lest the failure be another one. */
  private static String report(List<Step> script) {
    List<Step> left = new ArrayList<>(script);
    for (int i = left.size() - 1; i >= 0; i--) {
      Step step = left.get(i);
      if (step.family() == Family.INSERT || step.family() == Family.GATHERED) {
        left.remove(i);
        if (Shrinker.failure(LAYOUTS, left).isEmpty()) {
          left.add(i, step);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    left.forEach(step -> text.append(step).append('\n'));
    return text.append(Shrinker.failure(LAYOUTS, left).orElse("")).toString();
  }

  private static List<Step> script(long seed) {
    RandomData data = new RandomData(new Random(seed));
    SelectTables tables = new SelectTables(data);
    List<Step> script = new ArrayList<>(tables.script());
    RandomSelects selects = new RandomSelects(data, tables);
    for (int i = 0; i < QUERIES; i++) {
      script.add(selects.next());
    }
    return script;
  }

  private static List<Step> keyedScript(long seed) {
    RandomKeyedSelects selects = new RandomKeyedSelects(new RandomData(new Random(seed)));
    List<Step> script = new ArrayList<>(selects.script());
    for (int i = 0; i < QUERIES; i++) {
      script.add(selects.next());
    }
    return script;
  }
}
