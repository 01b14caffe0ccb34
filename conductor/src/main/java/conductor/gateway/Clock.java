package conductor.gateway;

/** The time of day. */
public interface Clock {
  /** Milliseconds since 1970 in UTC. */
  long epochMillis();
}
