package storage.worker;

import storage.exec.ObjectClock;
import workers.ObjectAlarm;

/** The platform's time, and the alarm of the Durable Object that this runs in. */
record PlatformClock(ObjectAlarm alarm) implements ObjectClock {
  @Override
  public long epochMillis() {
    return (long) alarm.now();
  }

  @Override
  public void setAlarm(long epochMillis) {
    alarm.set((double) epochMillis);
  }
}
