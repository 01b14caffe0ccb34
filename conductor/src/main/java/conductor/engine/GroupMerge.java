package conductor.engine;

import conductor.eval.Computation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * Groups whose rows are on several nodes.
 *
 * <p>Every node groups its own rows and gives for each group its keys and the parts of its
 * aggregates. Groups with equal keys become one; HAVING, the result columns and the order are
 * computed over the whole groups, and LIMIT counts those.
 *
 * @param columns the names of the result columns
 * @param partial what each node runs
 * @param keys the collations of the keys, which stand first in a node's row; none for one group of
 *     all rows, which is there even without any
 * @param aggregates over a node's rows; their results follow the keys as inputs of the computations
 * @param having null for all groups
 * @param outputs the result columns, then what only the order needs
 * @param finish what is done with the outputs of all groups
 * @param guess a cheaper way that mostly suffices, or null
 */
public record GroupMerge(
    List<String> columns,
    SqlTemplate partial,
    List<Collation> keys,
    List<Aggregate> aggregates,
    @Nullable Computation having,
    List<Computation> outputs,
    Finish finish,
    @Nullable GroupMerge guess)
    implements ReadPlan.Scattered {
  public GroupMerge {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    aggregates = List.copyOf(aggregates);
    outputs = List.copyOf(outputs);
  }

  @Override
  public String label() {
    return keys.isEmpty() ? "Aggregate" : "GroupAggregate";
  }

  /** This with a cheaper way, in which other parts make other aggregates. */
  public GroupMerge guessedBy(SqlTemplate cheaper, List<Aggregate> ofCheaper) {
    GroupMerge first =
        new GroupMerge(columns, cheaper, keys, ofCheaper, having, outputs, finish, null);
    return new GroupMerge(columns, partial, keys, aggregates, having, outputs, finish, first);
  }

  Work work(SortedSet<Integer> nodes, Bindings bindings) {
    StorageStatement statement =
        StatementBuilder.forNode().append(partial, bindings).build(StorageStatement.Kind.READ);
    Work work = Work.same(nodes, statement, false, new Merge(this, bindings));
    return guess == null ? work : work.guessedBy(guess.work(nodes, bindings));
  }

  /** The groups in the order of their keys, which is SQLite's where no other is asked for. */
  private List<List<SqlValue>> merged(List<List<SqlValue>> rows, Bindings bindings) {
    SortedMap<List<SqlValue>, List<Aggregate.State>> groups =
        new TreeMap<>(SortKey.order(SortKey.ascending(keys)));
    if (keys.isEmpty()) {
      groups.put(List.of(), started());
    }
    for (List<SqlValue> row : rows) {
      List<SqlValue> key = row.subList(0, keys.size());
      for (Aggregate.State state : groups.computeIfAbsent(key, absent -> started())) {
        state.add(row);
      }
    }
    List<List<SqlValue>> outputRows = new ArrayList<>();
    groups.forEach((key, states) -> addOutput(group(key, states, bindings), outputRows));
    return finish.of(outputRows, bindings);
  }

  private List<Aggregate.State> started() {
    List<Aggregate.State> states = new ArrayList<>();
    for (Aggregate aggregate : aggregates) {
      states.add(aggregate.start());
    }
    return states;
  }

  private static Group group(List<SqlValue> key, List<Aggregate.State> states, Bindings bindings) {
    List<SqlValue> inputs = new ArrayList<>(key);
    for (Aggregate.State state : states) {
      inputs.add(state.result());
    }
    return new Group(bindings, inputs);
  }

  private void addOutput(Group group, List<List<SqlValue>> outputRows) {
    if (having != null && !having.isTrue(group)) {
      return;
    }
    List<SqlValue> row = new ArrayList<>();
    for (Computation output : outputs) {
      row.add(output.value(group));
    }
    outputRows.add(row);
  }

  private record Merge(GroupMerge plan, Bindings bindings) implements Work.Merge {
    @Override
    public boolean decodes() {
      return true;
    }

    @Override
    public Work.Outcome merge(
        SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted) {
      List<List<SqlValue>> merged = plan.merged(Rows.ofAll(results, 0), bindings);
      return new Work.Outcome(plan.columns, Rows.write(plan.columns, merged, wanted), 0, 0);
    }
  }
}
