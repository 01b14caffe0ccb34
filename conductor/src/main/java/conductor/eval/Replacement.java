package conductor.eval;

import java.util.List;
import sqlite.value.SqlValue;

/** {@code replace(text, pattern, replacement)}, byte for byte. */
final class Replacement {
  private Replacement() {}

  /** Without a pattern to look for SQLite does not look at the replacement, which may be NULL. */
  static SqlValue of(List<SqlValue> arguments) {
    SqlValue whole = arguments.get(0);
    SqlValue wanted = arguments.get(1);
    if (whole instanceof SqlValue.Null || wanted instanceof SqlValue.Null) {
      return SqlValue.NULL;
    }
    String text = Texts.of(whole);
    String pattern = Texts.of(wanted);
    if (pattern.isEmpty() || pattern.charAt(0) == 0) {
      return new SqlValue.Text(text);
    }
    SqlValue replacement = arguments.get(2);
    return replacement instanceof SqlValue.Null
        ? SqlValue.NULL
        : new SqlValue.Text(replaced(text, pattern, Texts.of(replacement)));
  }

  private static String replaced(String text, String pattern, String replacement) {
    long bytes = Texts.byteLength(text);
    EvaluationLimits.requireValueBytes(bytes + 1);
    long growth = Math.max(0, Texts.byteLength(replacement) - Texts.byteLength(pattern));
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, copied)) {
      bytes += growth;
      EvaluationLimits.requireValueBytes(bytes);
      result.append(text, copied, at).append(replacement);
      copied = at + pattern.length();
    }
    return result.append(text, copied, text.length()).toString();
  }
}
