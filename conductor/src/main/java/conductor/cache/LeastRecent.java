package conductor.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that forgets what was not asked for longest. */
public final class LeastRecent<V> {
  private final int bound;
  private final Map<String, V> entries = new LinkedHashMap<>();

  /** A map that remembers {@code bound} entries. */
  public LeastRecent(int bound) {
    this.bound = bound;
  }

  /** The value under a key, or null. */
  public @Nullable V get(String key) {
    V value = entries.remove(key);
    if (value != null) {
      entries.put(key, value);
    }
    return value;
  }

  /** Remembers a value. */
  public void put(String key, V value) {
    entries.remove(key);
    if (entries.size() >= bound) {
      entries.remove(entries.keySet().iterator().next());
    }
    entries.put(key, value);
  }

  void remove(String key) {
    entries.remove(key);
  }
}
