package storage.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import storage.api.EncodedRows;
import storage.api.StorageRequest.Shape;
import storage.api.TextRows;

/** Writes rows that have crossed the platform's border as JSON. */
final class RowEncoder {
  private final Shape shape;
  private final List<String> names;
  private final List<Integer> columns;
  private final String separator;
  private final StringBuilder json = new StringBuilder();
  private int count;

  /**
   * @param names of the columns
   * @param columns their positions in a row
   * @param separator what stands between rows
   */
  RowEncoder(Shape shape, List<String> names, List<Integer> columns, String separator) {
    this.shape = shape;
    this.names = names;
    this.columns = columns;
    this.separator = separator;
  }

  /** How many characters there are so far. */
  int length() {
    return json.length();
  }

  EncodedRows rows() {
    return new TextRows(count, json.toString());
  }

  /**
   * Adds a row.
   *
   * @param row each value as null, Double, String or byte[]
   * @param literals the exact form of its numbers
   */
  void add(@Nullable Object[] row, String literals) {
    String[] exact = literals.split(",", -1);
    List<String> values = new ArrayList<>();
    for (int i : columns) {
      values.add(exact[i].equals("-") ? value(row[i]) : exact[i]);
    }
    if (count++ > 0) {
      json.append(separator);
    }
    switch (shape) {
      case ARRAYS -> json.append('[').append(String.join(",", values)).append(']');
      case OBJECTS -> json.append('{').append(fields(values)).append('}');
    }
  }

  private String fields(List<String> values) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      fields.put(names.get(i), values.get(i));
    }
    List<String> written = new ArrayList<>();
    fields.forEach((name, value) -> written.add(quoted(name) + ":" + value));
    return String.join(",", written);
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Double number -> Double.toString(number);
      case byte[] bytes -> bytes(bytes);
      case String text -> quoted(text);
      default -> throw new AssertionError("no value of SQLite: " + value.getClass());
    };
  }

  private static String bytes(byte[] bytes) {
    List<String> numbers = new ArrayList<>();
    for (byte b : bytes) {
      numbers.add(Integer.toString(b & 0xff));
    }
    return "[" + String.join(",", numbers) + "]";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
