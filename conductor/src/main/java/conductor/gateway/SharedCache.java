package conductor.gateway;

import async.Future;
import java.util.Optional;

/**
 * A cache that the conductors of one place share: the Cache API. It may forget anything at any time
 * and answer anything that was ever put under a key.
 */
public interface SharedCache {
  /** The text last put under {@code key}, if it is still there. */
  Future<Optional<String>> get(String key);

  /** Keeps {@code text} under {@code key} for some time. */
  Future<Boolean> put(String key, String text);
}
