package conductor.gateway;

/** An object gave no answer; whether it has done what it was asked is not known. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which object and what happened to the request. */
  public Unreachable(String message) {
    super(message);
  }
}
