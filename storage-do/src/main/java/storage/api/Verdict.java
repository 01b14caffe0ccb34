package storage.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a {@link Transaction} ends.
 *
 * @param id the transaction's
 * @param committed whether its effects stay
 * @param deadlineMillis the transaction's
 * @param places for each node that takes part, the how-manieth transaction of that node it is;
 *     empty when its effects do not stay
 */
public record Verdict(String id, boolean committed, long deadlineMillis, Map<String, Long> places) {
  public Verdict {
    places = Collections.unmodifiableMap(new TreeMap<>(places));
    if (committed == places.isEmpty()) {
      throw new IllegalArgumentException("a transaction has places when it is committed");
    }
  }

  /** None of its effects stay. */
  public static Verdict aborted(String id, long deadlineMillis) {
    return new Verdict(id, false, deadlineMillis, new TreeMap<>());
  }
}
