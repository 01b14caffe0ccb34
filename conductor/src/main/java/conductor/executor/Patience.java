package conductor.executor;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.gateway.Gateways;

/**
 * Waiting for others, a little longer each time and up to {@link Limits#PATIENCE_MILLIS} in all.
 * Each wait is of a random length: those who met once do not meet again for ever.
 */
final class Patience {
  private static final long LONGEST_PAUSE_MILLIS = 64;

  private final Gateways gateways;
  private final long endMillis;
  private long pauseMillis = 2;

  Patience(Gateways gateways) {
    this.gateways = gateways;
    this.endMillis = gateways.clock().epochMillis() + Limits.PATIENCE_MILLIS;
  }

  /** Whether there is any left. */
  boolean isLeft() {
    return gateways.clock().epochMillis() < endMillis;
  }

  /** Waits a little. */
  Future<Boolean> pause() {
    long pause = 1 + Math.floorMod(gateways.entropy().nextLong(), pauseMillis);
    pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    return gateways.pause().ofMillis(pause);
  }

  /** Waits a little; fails when there is no patience left. */
  Future<Boolean> orBusy() {
    return isLeft() ? pause() : Future.failed(busy());
  }

  /** The failure of one who has waited for too long. */
  static SqlException busy() {
    return new SqlException(
        ErrorCode.BUSY, "requests that write on several nodes are in the way; try again");
  }
}
