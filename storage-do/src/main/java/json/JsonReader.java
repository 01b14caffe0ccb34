package json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/**
 * Reads arrays whose elements are known by their places: what our own objects say to each other and
 * keep. It is strict, since whatever does not fit is a mistake of ours: everything throws {@link
 * IllegalArgumentException} for another element than the one asked for.
 */
public final class JsonReader {
  private final JsonParser json;
  private boolean ahead;

  private JsonReader(JsonParser json) {
    this.json = json;
  }

  /** Reads an element of an array. */
  @FunctionalInterface
  public interface Element<T> {
    T read();
  }

  /** A reader at the beginning of {@code text}. */
  public static JsonReader of(String text) {
    try {
      return new JsonReader(JsonText.parser(text));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Goes into the array that comes next. */
  public void open() {
    expect(JsonToken.START_ARRAY);
  }

  /** Whether the array has another element. */
  public boolean more() {
    if (!ahead) {
      advance();
      ahead = true;
    }
    return json.currentToken() != JsonToken.END_ARRAY;
  }

  /** Leaves the array, which has no more elements. */
  public void close() {
    expect(JsonToken.END_ARRAY);
  }

  /** The whole array that comes next, each element read by {@code element}. */
  public <T> List<T> list(Element<T> element) {
    List<T> list = new ArrayList<>();
    open();
    while (more()) {
      list.add(element.read());
    }
    close();
    return list;
  }

  /** A string. */
  public String text() {
    expect(JsonToken.VALUE_STRING);
    try {
      return json.getText();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** An integer of 64 bits. */
  public long number() {
    expect(JsonToken.VALUE_NUMBER_INT);
    try {
      return json.getLongValue();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** True or false. */
  public boolean flag() {
    next();
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw unexpected("true or false");
    };
  }

  /** A value of SQLite, see {@link ValueJson}. */
  public SqlValue value() {
    next();
    try {
      return ValueJson.read(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void expect(JsonToken token) {
    next();
    if (json.currentToken() != token) {
      throw unexpected(token.name());
    }
  }

  private void next() {
    if (ahead) {
      ahead = false;
    } else {
      advance();
    }
  }

  private void advance() {
    try {
      if (json.nextToken() == null) {
        throw unexpected("more");
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private IllegalArgumentException unexpected(String wanted) {
    return new IllegalArgumentException(wanted + " expected and not " + json.currentToken());
  }
}
