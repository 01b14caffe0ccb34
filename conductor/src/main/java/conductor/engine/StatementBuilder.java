package conductor.engine;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sqlite.generator.SqlGenerator;
import sqlite.value.SqlValue;
import storage.api.StorageLimits;
import storage.api.StorageStatement;

/**
 * Makes one statement from templates and values, within the bounds of the SQLite that runs it.
 *
 * <p>Values are bound as long as there is room, so that the text of a statement stays the same from
 * one execution to the next; then they are written as literals.
 */
final class StatementBuilder {
  private static final String DIGITS = "0123456789abcdef";

  /** SQLite's own bound on parameters, which the conductor's SQLite has. */
  private static final int SCRATCH_PARAMETERS = 32_766;

  private final int parameters;
  private final long bytes;
  private final StringBuilder sql = new StringBuilder();
  private final List<SqlValue> bound = new ArrayList<>();

  private StatementBuilder(int parameters, long bytes) {
    this.parameters = parameters;
    this.bytes = bytes;
  }

  /** For a node, whose SQLite has the platform's bounds. */
  static StatementBuilder forNode() {
    return new StatementBuilder(StorageLimits.PARAMETERS, StorageLimits.STATEMENT_BYTES);
  }

  /** For the conductor's own SQLite. */
  static StatementBuilder forScratch() {
    return new StatementBuilder(SCRATCH_PARAMETERS, Long.MAX_VALUE);
  }

  /** Appends SQL as it is. */
  StatementBuilder append(String text) {
    sql.append(text);
    return this;
  }

  /** Appends a template filled with {@code bindings}. */
  StatementBuilder append(SqlTemplate template, Bindings bindings) {
    boolean roomForAll = bound.size() + template.distinctParameters() <= parameters;
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < template.parameters().size(); i++) {
      sql.append(template.texts().get(i));
      int parameter = template.parameters().get(i);
      SqlValue value = bindings.parameter(parameter);
      Integer known = numbers.get(parameter);
      if (known != null) {
        appendPlace(value, known);
      } else if (roomForAll || value instanceof SqlValue.Real) {
        numbers.put(parameter, appendBound(value));
      } else {
        appendLiteral(value);
      }
    }
    sql.append(template.texts().get(template.parameters().size()));
    return this;
  }

  /** Appends a value. */
  StatementBuilder append(SqlValue value) {
    if (bound.size() < parameters) {
      appendBound(value);
    } else {
      appendLiteral(value);
    }
    return this;
  }

  /** Whether something of this size can still be appended with all of its values bound. */
  boolean hasRoomFor(int characters, int values) {
    // A character of UTF-16 is at most three bytes of UTF-8.
    return 3L * (sql.length() + characters) <= bytes && bound.size() + values <= parameters;
  }

  /** How long the SQL is so far, in characters. */
  int length() {
    return sql.length();
  }

  /** How many values are bound so far. */
  int boundValues() {
    return bound.size();
  }

  /** The statement. */
  StorageStatement build(StorageStatement.Kind kind) {
    if (exceedsBytes(sql)) {
      throw new SqlException(
          ErrorCode.LIMIT,
          "statement too long: the platform's limit is " + bytes + " bytes for what a node runs");
    }
    return new StorageStatement(sql.toString(), bound, kind);
  }

  private boolean exceedsBytes(CharSequence text) {
    // A character of UTF-16 is at most three bytes of UTF-8.
    if (text.length() * 3L <= bytes) {
      return false;
    }
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        length++;
      } else {
        length += unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
      }
    }
    return length > bytes;
  }

  /** Binds a value and appends its place; its number, or 0 for what cannot be bound. */
  private int appendBound(SqlValue value) {
    if (isInfinite(value)) {
      appendLiteral(value);
      return 0;
    }
    if (bound.size() >= parameters) {
      throw new SqlException(
          ErrorCode.LIMIT, "too many REAL parameters: the platform's limit is " + parameters);
    }
    bound.add(value);
    appendPlace(value, bound.size());
    return bound.size();
  }

  private void appendPlace(SqlValue value, int number) {
    if (number == 0) {
      appendLiteral(value);
    } else if (value instanceof SqlValue.Int) {
      // The platform binds no integers; the plus takes the affinity of the CAST away.
      sql.append("+CAST(?").append(number).append(" AS INTEGER)");
    } else if (value instanceof SqlValue.Real) {
      // The conductor's SQLite binds a whole number as an INTEGER.
      sql.append("+CAST(?").append(number).append(" AS REAL)");
    } else {
      sql.append('?').append(number);
    }
  }

  /** A CAST keeps a literal from being read as the number of a column in ORDER BY. */
  private void appendLiteral(SqlValue value) {
    switch (value) {
      case SqlValue.Null ignored -> sql.append("NULL");
      case SqlValue.Int integer ->
          sql.append("+CAST(").append(integer.value()).append(" AS INTEGER)");
      case SqlValue.Real real -> appendReal(real.value());
      case SqlValue.Text text -> appendText(text.value());
      case SqlValue.Blob blob -> appendHex(blob.toBytes());
    }
  }

  private void appendReal(double value) {
    if (!Double.isInfinite(value)) {
      throw new IllegalStateException("a finite REAL is bound: its digits need not be exact");
    }
    sql.append(value > 0 ? "9e999" : "(-9e999)");
  }

  private void appendText(String text) {
    if (text.indexOf('\0') < 0) {
      sql.append(SqlGenerator.stringLiteral(text));
      return;
    }
    sql.append("(''");
    int from = 0;
    for (int nul = text.indexOf('\0'); nul >= 0; nul = text.indexOf('\0', from)) {
      sql.append("||").append(SqlGenerator.stringLiteral(text.substring(from, nul)));
      sql.append("||char(0)");
      from = nul + 1;
    }
    sql.append("||").append(SqlGenerator.stringLiteral(text.substring(from))).append(')');
  }

  private void appendHex(byte[] bytes) {
    sql.append("x'");
    for (byte octet : bytes) {
      sql.append(DIGITS.charAt((octet >> 4) & 15)).append(DIGITS.charAt(octet & 15));
    }
    sql.append('\'');
  }

  private static boolean isInfinite(SqlValue value) {
    return value instanceof SqlValue.Real real && Double.isInfinite(real.value());
  }
}
