package conductor.api;

import java.util.List;
import java.util.Map;
import sqlite.value.SqlValue;

/** What a request gives for the parameters of one SQL text. */
public sealed interface Parameters {
  /** No parameters. */
  Parameters NONE = new Positional(List.of());

  /** Values in the order of the parameters' numbers. */
  record Positional(List<SqlValue> values) implements Parameters {
    public Positional {
      values = List.copyOf(values);
    }
  }

  /** Values by name, with or without the sign before it. */
  record Named(Map<String, SqlValue> values) implements Parameters {
    public Named {
      values = Map.copyOf(values);
    }
  }
}
