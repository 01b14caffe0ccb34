package conductor.engine;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import sqlite.value.SqlValue;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * Rows of several nodes in one order.
 *
 * <p>Every node gives its rows in that order, and no more than LIMIT and OFFSET together ask for:
 * the rows of the answer are among them. A row has the visible columns first and behind them what
 * only the order needs.
 *
 * @param columns the names of the visible columns
 * @param partial what each node runs; its last parameter is how many rows to give, -1 for all
 * @param finish what is done with the rows of all nodes
 */
public record RowMerge(List<String> columns, SqlTemplate partial, Finish finish)
    implements ReadPlan.Scattered {
  public RowMerge {
    columns = List.copyOf(columns);
  }

  @Override
  public String label() {
    return finish.distinct().isEmpty() ? "MergeSort" : "Distinct";
  }

  Work work(SortedSet<Integer> nodes, Bindings bindings) {
    Bindings all = bindings.with(new SqlValue.Int(finish.limit().pushed(bindings)));
    StorageStatement statement =
        StatementBuilder.forNode().append(partial, all).build(StorageStatement.Kind.READ);
    return Work.same(nodes, statement, false, new Merge(this, bindings));
  }

  private record Merge(RowMerge plan, Bindings bindings) implements Work.Merge {
    @Override
    public boolean decodes() {
      return true;
    }

    @Override
    public Work.Outcome merge(
        SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted) {
      List<List<SqlValue>> merged = plan.finish.of(Rows.ofAll(results, 0), bindings);
      return new Work.Outcome(plan.columns, Rows.write(plan.columns, merged, wanted), 0, 0);
    }
  }
}
