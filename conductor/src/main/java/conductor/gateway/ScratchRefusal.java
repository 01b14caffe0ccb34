package conductor.gateway;

/** The conductor's own SQLite has refused a statement. */
public final class ScratchRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes SQLite's own words. */
  public ScratchRefusal(String message) {
    super(message);
  }

  /** SQLite's own words. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
