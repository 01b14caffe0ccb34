package conductor.eval;

import org.jspecify.annotations.Nullable;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/**
 * The value of an expression that is computed elsewhere.
 *
 * @param index its position among the inputs, from 0
 * @param affinity that of the column, or none if it is an expression
 * @param collation the collation that SQLite finds for it
 */
public record Input(int index, @Nullable Affinity affinity, Collation collation) {
  public Input {
    if (index < 0) {
      throw new IllegalArgumentException("an input at " + index);
    }
  }
}
