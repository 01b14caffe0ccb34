package conductor.gateway;

/** An object gave no answer; whether it has done what it was asked is not known. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which object and what happened to the request. */
  public Unreachable(String message) {
    super(message);
  }

  /** A failed call as such an error; whatever the reason, nobody knows what was done. */
  public static Unreachable of(Throwable failure) {
    return failure instanceof Unreachable known
        ? known
        : new Unreachable(String.valueOf(failure.getMessage()));
  }
}
