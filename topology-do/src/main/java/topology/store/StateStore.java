package topology.store;

import org.jspecify.annotations.Nullable;

/**
 * The durable memory of one Topology object: named texts, and one alarm.
 *
 * <p>All calls made within one event take effect together or not at all, and are durable before any
 * message that the event sends leaves the object.
 */
public interface StateStore {
  /** The text under {@code key}, or null. */
  @Nullable String read(String key);

  /** Keeps {@code text} under {@code key}. */
  void write(String key, String text);

  /** Forgets everything, the alarm included. */
  void deleteAll();

  /** Has the object's alarm ring, at least once, soon and again until {@link #clearAlarm}. */
  void setAlarm();

  /** No alarm rings any more. */
  void clearAlarm();
}
