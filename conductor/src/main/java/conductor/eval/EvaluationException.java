package conductor.eval;

/** SQLite would raise an error here; the message is SQLite's. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }
}
