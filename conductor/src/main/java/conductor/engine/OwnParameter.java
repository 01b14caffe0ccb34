package conductor.engine;

/**
 * A parameter that the engine adds behind the user's, so that what must be the same on all nodes is
 * evaluated once.
 */
public enum OwnParameter {
  /** The moment of the statement, as {@code YYYY-MM-DD HH:MM:SS.SSS}. */
  NOW,
  /** CURRENT_DATE. */
  CURRENT_DATE,
  /** CURRENT_TIME. */
  CURRENT_TIME,
  /** CURRENT_TIMESTAMP. */
  CURRENT_TIMESTAMP,
  /** One value of {@code random()}. */
  RANDOM
}
