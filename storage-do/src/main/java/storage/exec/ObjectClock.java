package storage.exec;

/** The time where a Storage object is, and the object's one alarm. */
public interface ObjectClock {
  /** Milliseconds since 1970. It may jump. */
  long epochMillis();

  /**
   * Has the alarm ring at that time, at least once, and at no other. It is set together with what
   * the same event writes, or neither is.
   */
  void setAlarm(long epochMillis);
}
