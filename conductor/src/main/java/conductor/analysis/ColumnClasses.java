package conductor.analysis;

import java.util.HashMap;
import java.util.Map;

/** Columns that are equal, by one equality after another. */
final class ColumnClasses {
  private final Map<SourceColumn, SourceColumn> parents = new HashMap<>();

  /** The columns that are equal by what {@code facts} say. */
  static ColumnClasses of(Facts facts) {
    ColumnClasses classes = new ColumnClasses();
    facts.equalities().forEach(classes::join);
    facts.conditions().forEach(fact -> fact.equality().ifPresent(classes::join));
    return classes;
  }

  /** Whether no two columns are equal. */
  boolean isEmpty() {
    return parents.isEmpty();
  }

  /** One column that stands for all that are equal to {@code column}. */
  SourceColumn of(SourceColumn column) {
    SourceColumn root = column;
    while (parents.containsKey(root)) {
      root = parents.getOrDefault(root, root);
    }
    return root;
  }

  private void join(Equality equality) {
    SourceColumn left = of(equality.left());
    SourceColumn right = of(equality.right());
    if (!left.equals(right)) {
      parents.put(left, right);
    }
  }
}
