package json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;

/**
 * SQLite's values as JSON: an INTEGER is a JSON integer, a REAL has a point or an exponent,
 * infinity is {@code 9e999}, a BLOB is an array of byte numbers.
 */
public final class ValueJson {
  private ValueJson() {}

  /** Writes a value. */
  public static void write(SqlValue value, JsonGenerator json) throws IOException {
    switch (value) {
      case SqlValue.Null ignored -> json.writeNull();
      case SqlValue.Int integer -> json.writeNumber(integer.value());
      case SqlValue.Real real -> json.writeNumber(text(real.value()));
      case SqlValue.Text text -> json.writeString(text.value());
      case SqlValue.Blob blob -> {
        json.writeStartArray();
        for (int i = 0; i < blob.length(); i++) {
          json.writeNumber(blob.byteAt(i) & 0xff);
        }
        json.writeEndArray();
      }
    }
  }

  /**
   * Reads the value at whose first token the parser stands, and leaves it at its last.
   *
   * @throws IOException also when it is JSON that is no value
   */
  public static SqlValue read(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null) {
      throw new IOException("a value is missing");
    }
    return switch (token) {
      case VALUE_NULL -> SqlValue.NULL;
      case VALUE_TRUE -> new SqlValue.Int(1);
      case VALUE_FALSE -> new SqlValue.Int(0);
      case VALUE_STRING -> new SqlValue.Text(json.getText());
      case VALUE_NUMBER_INT -> readInteger(json);
      case VALUE_NUMBER_FLOAT -> new SqlValue.Real(json.getDoubleValue());
      case START_ARRAY -> readBlob(json);
      default -> throw new IOException("a value may not be " + token);
    };
  }

  private static SqlValue readInteger(JsonParser json) throws IOException {
    return switch (json.getNumberType()) {
      case INT, LONG -> new SqlValue.Int(json.getLongValue());
      default -> throw new IOException("the integer " + json.getText() + " is beyond 64 bits");
    };
  }

  private static SqlValue readBlob(JsonParser json) throws IOException {
    byte[] bytes = new byte[16];
    int length = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        throw new IOException("a BLOB is an array of numbers from 0 to 255");
      }
      long octet = json.getNumberType() == JsonParser.NumberType.INT ? json.getIntValue() : -1;
      if (octet < 0 || octet > 255) {
        throw new IOException("a BLOB is an array of numbers from 0 to 255");
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, length * 2);
      }
      bytes[length] = (byte) octet;
      length++;
    }
    return new SqlValue.Blob(Arrays.copyOf(bytes, length));
  }

  private static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "9e999" : "-9e999";
    }
    return value == 0 && 1 / value < 0 ? "-0.0" : NumberText.of(value);
  }
}
