package conductor.plan;

import conductor.analysis.TableUse;
import conductor.api.Limits;
import conductor.engine.KeyLookup;
import conductor.eval.Computation;
import conductor.eval.Evaluator;
import conductor.eval.Scope;
import conductor.semantics.TableSchema;
import conductor.semantics.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.walk.TreeQuestions;
import sqlite.value.Affinity;

/**
 * Finds the shard keys that a WHERE admits.
 *
 * <p>A condition is a list of alternatives, each of which admits certain values for some columns of
 * the key: {@code =} with a constant and {@code IN} constants admit values for one column, AND
 * combines alternatives, OR lists them. What is not understood admits everything, so nothing is
 * ever left out that the WHERE would let through.
 */
final class KeyFinder {
  private final TableSchema table;
  private final List<Integer> key;

  /** What a name means in the condition that is being read. */
  private Function<Expr.ColumnRef, Optional<Integer>> columns = name -> Optional.empty();

  private KeyFinder(TableSchema table) {
    this.table = table;
    this.key = table.placement();
  }

  /** The keys by which a table need be read at one place; empty when there is no bound. */
  static Optional<KeyLookup> find(TableUse use) {
    return new KeyFinder(use.table()).lookup(use.ofKeys());
  }

  /**
   * The keys that {@code where} admits; empty when it admits keys without bound.
   *
   * @param columns the position in {@code table} of a column that a name means, if it is one of it
   */
  static Optional<KeyLookup> find(
      TableSchema table,
      @Nullable Expr where,
      Function<Expr.ColumnRef, Optional<Integer>> columns) {
    if (where == null) {
      return Optional.empty();
    }
    return new KeyFinder(table).lookup(List.of(new TableUse.Condition(where, columns)));
  }

  private Optional<KeyLookup> lookup(List<TableUse.Condition> conditions) {
    List<Map<Integer, List<Computation>>> all = everything();
    for (TableUse.Condition condition : conditions) {
      columns = condition.column();
      all = both(all, alternatives(condition.expr()));
    }
    List<KeyLookup.Alternative> alternatives = new ArrayList<>();
    for (Map<Integer, List<Computation>> admitted : all) {
      List<List<Computation>> values = new ArrayList<>();
      for (int column : key) {
        List<Computation> ofColumn = admitted.get(column);
        if (ofColumn == null) {
          return Optional.empty();
        }
        values.add(ofColumn);
      }
      alternatives.add(new KeyLookup.Alternative(values));
    }
    List<Affinity> affinities = key.stream().map(table::affinity).toList();
    return Optional.of(
        new KeyLookup(alternatives, affinities, table.placementCollations(), isUnique()));
  }

  private boolean isUnique() {
    if (table.isShardedByRowId()) {
      return true;
    }
    for (UniqueKey unique : table.uniqueKeys()) {
      if (key.containsAll(unique.columns())
          && unique.collations().equals(unique.columns().stream().map(table::collation).toList())) {
        return true;
      }
    }
    return false;
  }

  /** What a condition admits; one alternative without columns admits everything. */
  private List<Map<Integer, List<Computation>>> alternatives(Expr condition) {
    return switch (condition) {
      case Expr.Binary binary ->
          switch (binary.operator()) {
            case AND -> both(alternatives(binary.left()), alternatives(binary.right()));
            case OR -> or(binary);
            case EQUAL -> equal(binary);
            default -> everything();
          };
      case Expr.InList in -> in.negated() ? everything() : admit(in.operand(), in.items(), true);
      default -> everything();
    };
  }

  private static List<Map<Integer, List<Computation>>> everything() {
    return List.of(Map.of());
  }

  private static List<Map<Integer, List<Computation>>> both(
      List<Map<Integer, List<Computation>>> left, List<Map<Integer, List<Computation>>> right) {
    if (left.equals(everything())) {
      return right;
    }
    // Either side alone admits no less than both.
    if (right.equals(everything()) || left.size() * right.size() > Limits.KEY_ALTERNATIVES) {
      return left;
    }
    List<Map<Integer, List<Computation>>> product = new ArrayList<>();
    for (Map<Integer, List<Computation>> ofLeft : left) {
      for (Map<Integer, List<Computation>> ofRight : right) {
        Map<Integer, List<Computation>> merged = new HashMap<>(ofRight);
        merged.putAll(ofLeft);
        product.add(merged);
      }
    }
    return product;
  }

  private List<Map<Integer, List<Computation>>> or(Expr.Binary either) {
    List<Map<Integer, List<Computation>>> all = new ArrayList<>(alternatives(either.left()));
    all.addAll(alternatives(either.right()));
    return all.size() > Limits.KEY_ALTERNATIVES ? everything() : all;
  }

  private List<Map<Integer, List<Computation>>> equal(Expr.Binary equality) {
    List<Map<Integer, List<Computation>>> left =
        admit(equality.left(), List.of(equality.right()), false);
    return left.equals(everything())
        ? admit(equality.right(), List.of(equality.left()), false)
        : left;
  }

  private List<Map<Integer, List<Computation>>> admit(
      Expr operand, List<Expr> constants, boolean inList) {
    if (!(operand instanceof Expr.ColumnRef reference)) {
      return everything();
    }
    Optional<Integer> column = columns.apply(reference);
    if (column.isEmpty() || !key.contains(column.get())) {
      return everything();
    }
    List<Computation> values = new ArrayList<>();
    for (Expr constant : constants) {
      Optional<Computation> value = constant(constant, column.get(), inList);
      if (value.isEmpty()) {
        return everything();
      }
      values.add(value.get());
    }
    return List.of(Map.of(column.get(), values));
  }

  /**
   * A constant that is compared as the column's own values are: an explicit COLLATE would decide
   * the comparison, and a numeric CAST would turn the text of a column into numbers.
   */
  private Optional<Computation> constant(Expr expr, int column, boolean inList) {
    if (TreeQuestions.contains(expr, node -> node instanceof Expr.Collate)) {
      return Optional.empty();
    }
    Optional<Computation> computation = Evaluator.compile(expr, Scope.CONSTANT);
    boolean plain =
        computation.isPresent()
            && (inList
                || computation.get().affinity() == null
                || table.affinity(column).isNumeric());
    return plain ? computation : Optional.empty();
  }
}
