package storage.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which transactions over several nodes a node's answer knows of. A node carries them out one after
 * the other, so a number says which: the first so many.
 *
 * @param applied how many this node has carried out
 * @param others for each node that has lately shared one with this node, how many that node must
 *     have carried out for its answer to go with this one
 */
public record Seen(long applied, Map<String, Long> others) {
  /** Of an answer that nobody compares with another. */
  public static final Seen NOTHING = new Seen(0, new TreeMap<>());

  public Seen {
    others = Collections.unmodifiableMap(new TreeMap<>(others));
  }
}
