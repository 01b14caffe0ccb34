package conductor.engine;

import conductor.eval.Values;
import java.util.List;
import sqlite.value.SqlValue;

/**
 * What expressions over a group may use: its keys, then the results of its aggregates.
 *
 * @param bindings the values of the parameters
 * @param inputs keys and results
 */
record Group(Bindings bindings, List<SqlValue> inputs) implements Values {
  @Override
  public SqlValue parameter(int index) {
    return bindings.parameter(index);
  }

  @Override
  public SqlValue input(int index) {
    return inputs.get(index);
  }
}
