package topology.worker;

import org.jspecify.annotations.Nullable;
import topology.store.StateStore;
import workers.ObjectMemory;

/** The memory of the Durable Object that this runs in. */
final class PlatformMemory implements StateStore {
  private final ObjectMemory memory;

  PlatformMemory(ObjectMemory memory) {
    this.memory = memory;
  }

  @Override
  public @Nullable String read(String key) {
    return memory.read(key);
  }

  @Override
  public void write(String key, String text) {
    memory.write(key, text);
  }

  @Override
  public void deleteAll() {
    memory.deleteAll();
  }

  @Override
  public void setAlarm() {
    memory.setAlarm();
  }

  @Override
  public void clearAlarm() {
    memory.clearAlarm();
  }
}
