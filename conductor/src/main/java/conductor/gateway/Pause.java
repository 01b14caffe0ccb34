package conductor.gateway;

import async.Future;

/** Waiting for time to pass. */
public interface Pause {
  /** True after so many milliseconds, or a little later. */
  Future<Boolean> ofMillis(long millis);
}
