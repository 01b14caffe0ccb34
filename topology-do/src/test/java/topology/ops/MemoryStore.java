package topology.ops;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import topology.store.StateStore;

/** Durable memory that outlives the Topology over it. */
public final class MemoryStore implements StateStore {
  private final Map<String, String> texts = new HashMap<>();

  /** Whether an alarm is set. */
  public boolean alarm;

  @Override
  public @Nullable String read(String key) {
    return texts.get(key);
  }

  @Override
  public void write(String key, String text) {
    texts.put(key, text);
  }

  @Override
  public void deleteAll() {
    texts.clear();
    alarm = false;
  }

  @Override
  public void setAlarm() {
    alarm = true;
  }

  @Override
  public void clearAlarm() {
    alarm = false;
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }
}
