package conductor.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import json.JsonText;

/**
 * Reads a JSON body strictly: what is not part of the contract is refused by its name and place,
 * never passed over.
 *
 * <p>A place is written as {@code batch[2].params[0]}; the empty place is the body itself.
 */
final class BodyReader {
  private final JsonParser json;

  private BodyReader(JsonParser json) {
    this.json = json;
  }

  /** Reads the value at whose first token the parser stands, and leaves it at its last. */
  @FunctionalInterface
  interface Reader<T> {
    T read(BodyReader body) throws IOException;
  }

  /** Reads one field at whose value the parser stands; false when there is no such field. */
  @FunctionalInterface
  interface Field {
    boolean read(String name) throws IOException;
  }

  /** Reads one element of an array. */
  @FunctionalInterface
  interface Element {
    void read(String place) throws IOException;
  }

  /**
   * What the whole of {@code text} says.
   *
   * @throws SqlException {@link ErrorCode#BAD_REQUEST}
   */
  static <T> T read(String text, Reader<T> reader) {
    try (JsonParser json = JsonText.parser(text)) {
      if (json.nextToken() == null) {
        throw bad("", "is empty");
      }
      T value = reader.read(new BodyReader(json));
      if (json.nextToken() != null) {
        throw bad("", "goes on behind the end of its JSON value, " + location(json));
      }
      return value;
    } catch (JsonEOFException early) {
      throw bad("", "is not JSON: it ends too early");
    } catch (JsonProcessingException broken) {
      throw bad(
          "",
          "is not JSON: "
              + broken.getOriginalMessage()
              + ", line "
              + broken.getLocation().getLineNr()
              + ", column "
              + broken.getLocation().getColumnNr());
    } catch (IOException broken) {
      throw bad("", "cannot be read: " + broken.getMessage());
    }
  }

  /** An error at a place of the body. */
  static SqlException bad(String place, String message) {
    return new SqlException(
        ErrorCode.BAD_REQUEST, (place.isEmpty() ? "the body " : place + " ") + message);
  }

  /** The place of a field. */
  static String field(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  JsonParser json() {
    return json;
  }

  boolean isObject() {
    return json.currentToken() == JsonToken.START_OBJECT;
  }

  boolean isArray() {
    return json.currentToken() == JsonToken.START_ARRAY;
  }

  void object(String place, Field field) throws IOException {
    if (!isObject()) {
      throw bad(place, "must be an object, not " + kind());
    }
    Set<String> seen = new HashSet<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (!seen.add(name)) {
        throw bad(place, "has the field " + name + " twice");
      }
      checkText(place, name);
      json.nextToken();
      if (!field.read(name)) {
        throw bad(place, "has an unknown field: " + name);
      }
    }
  }

  void array(String place, Element element) throws IOException {
    if (!isArray()) {
      throw bad(place, "must be an array, not " + kind());
    }
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      element.read(place + "[" + i + "]");
    }
  }

  String text(String place) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw bad(place, "must be a string, not " + kind());
    }
    String text = json.getText();
    checkText(place, text);
    return text;
  }

  /** An integer from {@code least} to {@code most}. */
  int integer(String place, int least, int most) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw bad(place, "must be an integer, not " + kind());
    }
    boolean small = json.getNumberType() == JsonParser.NumberType.INT;
    if (!small || json.getIntValue() < least || json.getIntValue() > most) {
      throw bad(place, "must be from " + least + " to " + most + ", not " + json.getText());
    }
    return json.getIntValue();
  }

  /** What stands where something else was expected. */
  String kind() {
    JsonToken token = json.currentToken();
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      default -> String.valueOf(token);
    };
  }

  /** SQLite's text is UTF-8, which has no half characters. */
  static void checkText(String place, String text) {
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        throw bad(place, "holds half of a surrogate pair at character " + (i + 1));
      }
    }
  }

  private static String location(JsonParser json) {
    return "line "
        + json.currentTokenLocation().getLineNr()
        + ", column "
        + json.currentTokenLocation().getColumnNr();
  }
}
