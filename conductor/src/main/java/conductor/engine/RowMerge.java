package conductor.engine;

import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * Rows of several nodes in one order.
 *
 * <p>Every node gives its rows in that order, and no more than LIMIT and OFFSET together ask for:
 * the rows of the answer are among them. A row has the visible columns first and behind them what
 * only the order needs. The node sends the visible columns as they are answered and beside them
 * those that rows are compared by; only these are read here.
 *
 * @param columns the names of the visible columns
 * @param partial what each node runs; its last parameter is how many rows to give, -1 for all
 * @param finish what is done with the rows of all nodes
 * @param keys what they are compared by
 * @param anyRows whether any rows will do that LIMIT lets through, since no order was asked for
 */
public record RowMerge(
    List<String> columns, SqlTemplate partial, Finish finish, RowKeys keys, boolean anyRows)
    implements ReadPlan.Scattered {
  public RowMerge {
    columns = List.copyOf(columns);
  }

  /** A merge of rows by what {@code finish} compares. */
  public RowMerge(List<String> columns, SqlTemplate partial, Finish finish, boolean anyRows) {
    this(columns, partial, finish, RowKeys.of(columns, finish), anyRows);
  }

  @Override
  public String label() {
    return finish.distinct().isEmpty() ? "MergeSort" : "Distinct";
  }

  Work work(SortedSet<Integer> nodes, Bindings bindings) {
    Bindings all = bindings.with(new SqlValue.Int(finish.limit().pushed(bindings)));
    StorageStatement statement =
        StatementBuilder.forNode()
            .append(partial, all)
            .build(StorageStatement.Kind.READ)
            .with(keys.apart());
    return Work.same(nodes, statement, false, new Merge(this, bindings));
  }

  private RowOrder order(int sources, Bindings bindings) {
    RowLimit limit = finish.limit();
    return new RowOrder(keys, sources, limit.skipped(bindings), limit.wanted(bindings));
  }

  private record Merge(RowMerge plan, Bindings bindings) implements Work.Merge {
    @Override
    public boolean decodes() {
      return false;
    }

    @Override
    public Work.Outcome merge(
        SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted) {
      RowOrder order = plan.order(results.size(), bindings);
      List<EncodedRows> sources = new ArrayList<>();
      long characters = 0;
      for (List<StatementResult> ofNode : results.values()) {
        EncodedRows ofSource = Rows.encoded(ofNode.get(0));
        EncodedRows keys = Rows.keys(ofNode.get(0));
        characters += ofSource.length() + keys.length();
        refuseTooMuch(characters);
        order.add(sources.size(), Rows.read(keys));
        order.end(sources.size());
        sources.add(ofSource);
      }
      EncodedRows merged =
          sources.get(0).interleaved(sources, new int[sources.size()], order.next(), ",");
      if (rows != wanted) {
        merged = Rows.write(plan.columns, Rows.read(merged), wanted);
      }
      return new Work.Outcome(plan.columns, merged, 0, 0);
    }

    @Override
    public long enough() {
      return plan.anyRows && plan.keys.distinct().isEmpty()
          ? plan.finish.limit().pushed(bindings)
          : -1;
    }

    /** Equal rows of DISTINCT need not be near each other: all that were seen would be kept. */
    @Override
    public @Nullable RowStream stream(int nodes) {
      return plan.keys.distinct().isEmpty()
          ? new RowStream(plan.columns, plan.order(nodes, bindings))
          : null;
    }

    private static void refuseTooMuch(long characters) {
      if (characters > Limits.ANSWER_CHARACTERS) {
        throw new SqlException(
            ErrorCode.LIMIT,
            "too many rows for one answer: the limit is "
                + Limits.ANSWER_CHARACTERS
                + " characters of them; send it to /stream");
      }
    }
  }
}
