package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** The named texts of one Durable Object, and its alarm: {@code memory.mjs}. */
public interface ObjectMemory extends JSObject {
  /** The text under {@code key}, or null. */
  @Nullable String read(String key);

  /** Keeps {@code text} under {@code key}. */
  void write(String key, String text);

  /** Forgets everything, the alarm included. */
  void deleteAll();

  /** Has the object's alarm ring soon. */
  void setAlarm();

  /** Cancels the alarm. */
  void clearAlarm();
}
