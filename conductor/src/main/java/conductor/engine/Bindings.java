package conductor.engine;

import conductor.eval.Values;
import java.util.ArrayList;
import java.util.List;
import sqlite.value.SqlValue;

/**
 * The values of a statement's parameters: the user's, and behind them the engine's own.
 *
 * @param parameters the value of parameter 1 first
 */
public record Bindings(List<SqlValue> parameters) implements Values {
  public Bindings {
    parameters = List.copyOf(parameters);
  }

  @Override
  public SqlValue parameter(int index) {
    return parameters.get(index - 1);
  }

  @Override
  public SqlValue input(int index) {
    throw new IllegalStateException("no rows here");
  }

  /** These with {@code value} behind the last. */
  Bindings with(SqlValue value) {
    List<SqlValue> longer = new ArrayList<>(parameters);
    longer.add(value);
    return new Bindings(longer);
  }
}
