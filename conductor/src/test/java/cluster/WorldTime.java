package cluster;

import async.EventLoop;

/** The time of a simulated world. It moves when something happens that was to happen later. */
final class WorldTime {
  private final EventLoop loop;
  private long epochMillis = 1_795_000_000_123L;

  /** How many of the loop's events are not due yet. */
  private int later;

  /** What is due later happens at once, one time in so many; 0 for never while others wait. */
  int oneEarlyIn;

  WorldTime(EventLoop loop) {
    this.loop = loop;
  }

  /** Milliseconds since 1970. */
  long epochMillis() {
    return epochMillis;
  }

  /** Moves on. */
  void pass(long millis) {
    epochMillis += millis;
  }

  /** Has {@code event} happen at that time or later. */
  void at(long dueMillis, Runnable event) {
    later++;
    loop.later(
        () -> {
          later--;
          boolean early = oneEarlyIn > 0 && loop.oneIn(oneEarlyIn);
          if (epochMillis < dueMillis && loop.waiting() > later && !early) {
            at(dueMillis, event);
          } else {
            epochMillis = Math.max(epochMillis, dueMillis);
            event.run();
          }
        });
  }

  /** Has {@code event} happen soon, and not before that time. */
  void soon(long dueMillis, Runnable event) {
    loop.later(
        () -> {
          epochMillis = Math.max(epochMillis, dueMillis);
          event.run();
        });
  }
}
