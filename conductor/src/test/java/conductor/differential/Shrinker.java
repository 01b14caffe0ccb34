package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a failing script shorter by leaving out what the failure does not need. */
final class Shrinker {
  private final List<Integer> layouts;
  private List<Step> script;

  private Shrinker(List<Integer> layouts, List<Step> script) {
    this.layouts = layouts;
    this.script = script;
  }

  /** The failing script as text, with what goes wrong. */
  static String report(List<Integer> layouts, List<Step> script) {
    Shrinker shrinker = new Shrinker(layouts, script);
    for (int chunk = script.size() / 2; chunk > 0; chunk /= 2) {
      shrinker.leaveOut(chunk);
    }
    shrinker.leaveOut(1);
    StringBuilder text = new StringBuilder();
    shrinker.script.forEach(step -> text.append(step).append('\n'));
    return text.append(failure(layouts, shrinker.script).orElse("")).toString();
  }

  private void leaveOut(int chunk) {
    for (int from = script.size() - chunk; from >= 0; from -= chunk) {
      List<Step> shorter = new ArrayList<>(script);
      shorter.subList(from, from + chunk).clear();
      if (failure(layouts, shorter).isPresent()) {
        script = shorter;
      }
    }
  }

  static Optional<String> failure(List<Integer> layouts, List<Step> script) {
    try (Trial trial = new Trial(layouts)) {
      return trial.run(script);
    }
  }
}
