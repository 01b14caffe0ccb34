package conductor.http;

import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;

/** The rule for the names of databases; no other name ever reaches an object. */
final class DatabaseName {
  private DatabaseName() {}

  static boolean isOne(String name) {
    if (name.isEmpty() || name.length() > Limits.DATABASE_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean sign = c == '-' || c == '_';
      if (!letterOrDigit && (i == 0 || !sign)) {
        return false;
      }
    }
    return true;
  }

  /** Throws for every other name. */
  static void check(String name) {
    if (isOne(name)) {
      return;
    }
    throw new SqlException(
        ErrorCode.BAD_REQUEST,
        "not the name of a database: "
            + name
            + " (1 to "
            + Limits.DATABASE_NAME
            + " of a-z, 0-9, - and _, beginning with a letter or digit)");
  }
}
