package conductor.gateway;

import async.Future;

/** SQLite inside the conductor. */
@FunctionalInterface
public interface ScratchGateway {
  /** Opens an empty database in memory; whoever asks closes it. */
  Future<Scratch> open();
}
