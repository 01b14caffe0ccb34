package storage.exec;

/** A time that only a test moves on, and an alarm that rings when the test says so. */
public final class FixedClock implements ObjectClock {
  /** The time. */
  public long millis = 1_000_000;

  /** When the alarm was last set to ring; 0 for never. */
  public long alarm;

  @Override
  public long epochMillis() {
    return millis;
  }

  @Override
  public void setAlarm(long epochMillis) {
    alarm = epochMillis;
  }
}
