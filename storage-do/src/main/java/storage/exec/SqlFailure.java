package storage.exec;

/** SQLite, or the platform around it, has refused a statement. */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes SQLite's own words, without what the platform adds to them. */
  public SqlFailure(String message) {
    super(message);
  }

  /** SQLite's own words. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
