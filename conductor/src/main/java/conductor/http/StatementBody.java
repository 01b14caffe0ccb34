package conductor.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.Parameters;
import conductor.api.SqlException;
import conductor.api.SqlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import json.ValueJson;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;

/**
 * The statements of a body:
 *
 * <pre>
 *   {"sql": "...", "params": [7]}
 *   {"batch": [{"sql": "...", "params": {"name": "Ann"}}, {"sql": "..."}]}
 *   [{"sql": "..."}, {"sql": "..."}]
 * </pre>
 */
final class StatementBody {
  private final BodyReader body;

  private StatementBody(BodyReader body) {
    this.body = body;
  }

  /**
   * The SQL texts with their parameters, at least one.
   *
   * @throws SqlException {@link ErrorCode#BAD_REQUEST} when the body is of another shape, {@link
   *     ErrorCode#LIMIT} when there are too many
   */
  static List<SqlText> read(String text) {
    return BodyReader.read(text, body -> new StatementBody(body).read());
  }

  private List<SqlText> read() throws IOException {
    if (body.isArray()) {
      return batch("");
    }
    if (!body.isObject()) {
      throw BodyReader.bad("", "must be an object or an array, not " + body.kind());
    }
    List<SqlText> batch = new ArrayList<>();
    Item item = new Item("");
    body.object(
        "",
        name -> {
          if (name.equals("batch")) {
            batch.addAll(batch(name));
            return true;
          }
          return item.read(name);
        });
    if (batch.isEmpty()) {
      return List.of(item.text());
    }
    if (item.isBegun()) {
      throw BodyReader.bad("", "must have either batch, or sql and params");
    }
    return batch;
  }

  private List<SqlText> batch(String place) throws IOException {
    List<SqlText> items = new ArrayList<>();
    body.array(
        place,
        at -> {
          if (items.size() == Limits.STATEMENTS) {
            throw new SqlException(
                ErrorCode.LIMIT, "too many statements: the limit is " + Limits.STATEMENTS);
          }
          Item item = new Item(at);
          body.object(at, item::read);
          items.add(item.text());
        });
    if (items.isEmpty()) {
      throw BodyReader.bad(place, "is an empty batch");
    }
    return items;
  }

  /** The fields of one statement. */
  private final class Item {
    private final String place;
    private @Nullable String sql;
    private @Nullable Parameters parameters;

    Item(String place) {
      this.place = place;
    }

    boolean read(String name) throws IOException {
      String at = BodyReader.field(place, name);
      switch (name) {
        case "sql" -> {
          sql = body.text(at);
          if (sql.isBlank()) {
            throw BodyReader.bad(at, "is empty");
          }
        }
        case "params" -> parameters = parameters(at);
        default -> {
          return false;
        }
      }
      return true;
    }

    boolean isBegun() {
      return sql != null || parameters != null;
    }

    SqlText text() {
      if (sql == null) {
        throw BodyReader.bad(place, "has no sql");
      }
      return new SqlText(sql, parameters == null ? Parameters.NONE : parameters);
    }
  }

  private Parameters parameters(String place) throws IOException {
    if (body.isObject()) {
      Map<String, SqlValue> values = new LinkedHashMap<>();
      body.object(
          place,
          name -> {
            values.put(name, value(BodyReader.field(place, name)));
            return true;
          });
      return new Parameters.Named(values);
    }
    if (!body.isArray()) {
      throw BodyReader.bad(place, "must be an array or an object, not " + body.kind());
    }
    List<SqlValue> values = new ArrayList<>();
    body.array(place, at -> values.add(value(at)));
    return new Parameters.Positional(values);
  }

  private SqlValue value(String place) throws IOException {
    if (body.isObject()) {
      return exactInteger(place);
    }
    SqlValue value;
    try {
      value = ValueJson.read(body.json());
    } catch (JsonProcessingException broken) {
      throw broken;
    } catch (IOException noValue) {
      throw BodyReader.bad(place, "is no value: " + noValue.getMessage());
    }
    if (value instanceof SqlValue.Text text) {
      BodyReader.checkText(place, text.value());
    }
    return value;
  }

  /** {@code {"int64": "9223372036854775807"}}, for those whose numbers are doubles. */
  private SqlValue exactInteger(String place) throws IOException {
    List<SqlValue> values = new ArrayList<>();
    body.object(
        place,
        name -> {
          if (!name.equals("int64")) {
            return false;
          }
          values.add(new SqlValue.Int(integer(BodyReader.field(place, name))));
          return true;
        });
    if (values.isEmpty()) {
      throw BodyReader.bad(place, "is no value: an object must be {\"int64\": \"...\"}");
    }
    return values.get(0);
  }

  private long integer(String place) throws IOException {
    if (body.json().currentToken() != JsonToken.VALUE_STRING) {
      throw BodyReader.bad(place, "must be a string, not " + body.kind());
    }
    String digits = body.text(place);
    int first = digits.startsWith("-") ? 1 : 0;
    boolean decimal = digits.length() > first;
    for (int i = first; i < digits.length(); i++) {
      decimal &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    if (!decimal) {
      throw BodyReader.bad(place, "must be the digits of an integer");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      throw BodyReader.bad(place, "is beyond 64 bits");
    }
  }
}
