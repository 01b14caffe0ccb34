package conductor.engine;

/** A cheaper query did not suffice: its answers show that the exact one is needed. */
public final class GuessFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GuessFailed() {
    super("the cheaper query does not suffice");
  }
}
