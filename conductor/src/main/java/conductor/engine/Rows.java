package conductor.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import json.JsonText;
import json.ValueJson;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.TextRows;

/** Rows between their JSON and values. */
public final class Rows {
  /** No rows. */
  public static final EncodedRows NONE = TextRows.NONE;

  private Rows() {}

  /** The rows of the {@code statement}th result of every node, the nodes in order. */
  static List<List<SqlValue>> ofAll(
      SortedMap<Integer, List<StatementResult>> results, int statement) {
    long characters = 0;
    List<List<SqlValue>> rows = new ArrayList<>();
    for (List<StatementResult> ofNode : results.values()) {
      EncodedRows encoded = encoded(ofNode.get(statement));
      characters += encoded.text().length();
      if (characters > Limits.GATHERED_CHARACTERS) {
        throw new SqlException(
            ErrorCode.LIMIT,
            "too many rows to merge: the limit is "
                + Limits.GATHERED_CHARACTERS
                + " characters of them");
      }
      read(encoded, rows);
    }
    return rows;
  }

  /** The rows of a result. */
  public static EncodedRows encoded(StatementResult result) {
    return switch (result) {
      case StatementResult.Rows rows -> rows.rows();
      case StatementResult.Changed changed ->
          throw new IllegalStateException("rows expected: " + changed);
    };
  }

  /** The keys beside the rows of a result. */
  public static EncodedRows keys(StatementResult result) {
    if (result instanceof StatementResult.Rows rows && rows.keys() != null) {
      return rows.keys();
    }
    throw new IllegalStateException("keys expected: " + result);
  }

  /** Rows, whatever stands between them, with {@code joint} there. */
  public static EncodedRows joined(EncodedRows rows, String joint) {
    String text = rows.text();
    StringBuilder joined = new StringBuilder(text.length());
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inText) {
        joined.append(c);
        if (c == '\\') {
          i++;
          joined.append(text.charAt(i));
        }
        inText = c != '"';
        continue;
      }
      inText = c == '"';
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (depth > 0 || c == ']' || c == '}') {
        joined.append(c);
      } else if (c == ',') {
        joined.append(joint);
      }
    }
    return new TextRows(rows.count(), joined.toString());
  }

  /** Reads rows that are arrays. */
  public static List<List<SqlValue>> read(EncodedRows encoded) {
    List<List<SqlValue>> rows = new ArrayList<>(encoded.count());
    read(encoded, rows);
    return rows;
  }

  private static void read(EncodedRows encoded, List<List<SqlValue>> rows) {
    if (encoded.count() == 0) {
      return;
    }
    try (JsonParser json = JsonText.parser("[" + encoded.text() + "]")) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        List<SqlValue> row = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          row.add(ValueJson.read(json));
        }
        rows.add(row);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("a node's rows are not JSON", broken);
    }
  }

  /** Writes the first {@code columns.size()} values of every row. */
  static EncodedRows write(List<String> columns, List<List<SqlValue>> rows, Shape shape) {
    if (rows.isEmpty()) {
      return NONE;
    }
    String array =
        JsonText.write(
            json -> {
              json.writeStartArray();
              for (List<SqlValue> row : rows) {
                switch (shape) {
                  case ARRAYS -> {
                    json.writeStartArray();
                    for (int i = 0; i < columns.size(); i++) {
                      ValueJson.write(row.get(i), json);
                    }
                    json.writeEndArray();
                  }
                  case OBJECTS -> {
                    json.writeStartObject();
                    for (Map.Entry<String, SqlValue> field : fields(columns, row).entrySet()) {
                      json.writeFieldName(field.getKey());
                      ValueJson.write(field.getValue(), json);
                    }
                    json.writeEndObject();
                  }
                }
              }
              json.writeEndArray();
            });
    return new TextRows(rows.size(), array.substring(1, array.length() - 1));
  }

  /** Of columns with one name the last gives the value, where the first stands. */
  private static Map<String, SqlValue> fields(List<String> columns, List<SqlValue> row) {
    Map<String, SqlValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.put(columns.get(i), row.get(i));
    }
    return fields;
  }
}
