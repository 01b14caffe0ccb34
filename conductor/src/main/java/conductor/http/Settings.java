package conductor.http;

import conductor.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What the one who runs the Worker decides.
 *
 * @param adminToken the token that may do everything, or null: then nobody may
 * @param defaultNodes how many nodes a new database gets when its creator does not say
 */
public record Settings(@Nullable String adminToken, int defaultNodes) {
  public Settings {
    if (adminToken != null && adminToken.isEmpty()) {
      adminToken = null;
    }
    if (defaultNodes < 1 || defaultNodes > Limits.NODES) {
      throw new IllegalArgumentException(
          "ENSEMBLE_NODES must be from 1 to " + Limits.NODES + ", not " + defaultNodes);
    }
  }

  /**
   * The settings that the Worker's bindings give.
   *
   * @param adminToken the secret {@code ENSEMBLE_TOKEN}
   * @param defaultNodes the variable {@code ENSEMBLE_NODES}
   * @throws IllegalArgumentException when the variable is not a number of nodes
   */
  public static Settings of(@Nullable String adminToken, @Nullable String defaultNodes) {
    if (defaultNodes == null || defaultNodes.isEmpty()) {
      return new Settings(adminToken, Limits.DEFAULT_NODES);
    }
    try {
      return new Settings(adminToken, Integer.parseInt(defaultNodes));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "ENSEMBLE_NODES must be a number, not " + defaultNodes, notANumber);
    }
  }
}
