package async;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A single-threaded world whose events happen in an order that the seed decides, so that a failing
 * seed replays exactly.
 */
public final class EventLoop {
  private final Random random;
  private final List<Runnable> events = new ArrayList<>();
  private long happened;

  public EventLoop(long seed) {
    this.random = new Random(seed);
  }

  /** Has {@code event} happen some time later, before or after anything else that waits. */
  public void later(Runnable event) {
    events.add(event);
  }

  /** True once in {@code times} calls, by the seed. */
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** A number below {@code bound}, by the seed. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Lets one waiting event happen; false when none waits. */
  public boolean step() {
    if (events.isEmpty()) {
      return false;
    }
    int chosen = random.nextInt(events.size());
    Runnable event = events.get(chosen);
    events.set(chosen, events.get(events.size() - 1));
    events.remove(events.size() - 1);
    happened++;
    event.run();
    return true;
  }

  /** How many events wait. */
  public int waiting() {
    return events.size();
  }

  /** How many events have happened. */
  public long happened() {
    return happened;
  }
}
