package conductor.eval;

import java.util.List;
import sqlite.value.SqlValue;

/** Parameters and inputs that are at hand. */
record Bound(List<SqlValue> parameters, List<SqlValue> inputs) implements Values {
  static final Bound NOTHING = new Bound(List.of(), List.of());

  @Override
  public SqlValue parameter(int index) {
    return index <= parameters.size() ? parameters.get(index - 1) : SqlValue.NULL;
  }

  @Override
  public SqlValue input(int index) {
    return inputs.get(index);
  }
}
