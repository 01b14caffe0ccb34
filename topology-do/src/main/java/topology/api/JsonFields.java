package topology.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The fields of one JSON object, read strictly and in the order in which they stand. */
final class JsonFields {
  /** Reads one element, at whose first token the parser stands. */
  @FunctionalInterface
  interface Element {
    void read() throws IOException;
  }

  private final JsonParser json;

  private JsonFields(JsonParser json) {
    this.json = json;
  }

  /** The fields of the object that {@code json} is about to read. */
  static JsonFields first(JsonParser json) throws IOException {
    json.nextToken();
    return of(json);
  }

  /** The fields of the object at whose brace {@code json} stands. */
  static JsonFields of(JsonParser json) {
    JsonFields fields = new JsonFields(json);
    fields.expect(JsonToken.START_OBJECT);
    return fields;
  }

  /** The name of the next field, or the empty string behind the last. */
  String next() throws IOException {
    String name = json.nextFieldName();
    if (name == null) {
      expect(JsonToken.END_OBJECT);
      return "";
    }
    json.nextToken();
    return name;
  }

  String text() throws IOException {
    expect(JsonToken.VALUE_STRING);
    return json.getText();
  }

  long number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  void each(Element element) throws IOException {
    expect(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("unknown metadata field: " + name);
  }

  private void expect(JsonToken token) {
    if (json.currentToken() != token) {
      throw new IllegalArgumentException(
          "metadata: " + token + " expected and not " + json.currentToken());
    }
  }
}
