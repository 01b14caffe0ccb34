package conductor.semantics;

import java.util.List;
import sqlite.value.Collation;

/**
 * A PRIMARY KEY or UNIQUE constraint.
 *
 * @param columns positions of its columns in the table
 * @param collations in which each of them is compared
 * @param primary whether it is the PRIMARY KEY
 */
public record UniqueKey(List<Integer> columns, List<Collation> collations, boolean primary) {
  public UniqueKey {
    columns = List.copyOf(columns);
    collations = List.copyOf(collations);
  }
}
