package workers;

import org.teavm.jso.JSObject;

/** The time, and the alarm of one Durable Object: {@code alarm.mjs}. */
public interface ObjectAlarm extends JSObject {
  /** Milliseconds since 1970. */
  double now();

  /** Has the alarm ring at that time instead of when it would have. */
  void set(double epochMillis);
}
