package conductor.engine;

import conductor.api.SqlException;
import conductor.eval.Computation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sqlite.value.Collation;

/**
 * A plan as text: what is done where, with the SQL that nodes run. Columns of a node's rows are
 * numbered from 1.
 *
 * <pre>
 *   Route(IN)
 *     key: 1 | ?1
 *     node: SELECT a FROM t WHERE id IN (1, ?1) LIMIT 5
 *   or MergeSort(IN)
 *     node: SELECT a, id FROM t WHERE id IN (1, ?1) ORDER BY 2 LIMIT ?2
 *     merge: order by 2
 *     limit: 5
 * </pre>
 */
public final class PlanTree {
  /** What ends each line. */
  public static final char LINE_END = '\n';

  /** What a line begins with that belongs to the one without it above. */
  public static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private PlanTree() {}

  /** The plan in lines that each end with a line feed. */
  public static String of(Planned planned) {
    PlanTree tree = new PlanTree();
    switch (planned.plan()) {
      case ReadPlan read -> tree.read(read);
      case WritePlan write -> tree.write(write);
      case InsertPlan insert -> tree.insert(insert);
      case SchemaPlan schema -> tree.schema(schema);
    }
    int number = planned.parameterNames().size();
    for (OwnParameter own : planned.ownParameters()) {
      number++;
      tree.line("?" + number + ": " + own);
    }
    return tree.text.toString();
  }

  private void read(ReadPlan plan) {
    boolean one =
        plan.whole() != null && (plan.targets() instanceof Targets.Any || isOneKey(plan.targets()));
    boolean several = plan.whole() == null || plan.targets() instanceof Targets.All;
    if (!several) {
      head(plan.label());
      keys(plan.targets());
      line("node: " + plan.whole());
    }
    if (!one) {
      head((several ? "" : "or ") + plan.label(2));
      switch (plan.scattered().get()) {
        case RowMerge merge -> rows(merge);
        case GroupMerge merge -> groups(merge);
        case Gather gather -> gather(gather);
        case ReadPlan.Refused refused -> refusal(refused.why());
      }
    }
  }

  private void gather(Gather gather) {
    for (Gather.Input input : gather.inputs()) {
      line("gather " + input.table() + " by " + input.targets().opcode());
      keys(input.targets());
      line("node: " + input.rows());
      if (!input.create().isEmpty()) {
        line("scratch: " + input.create());
      }
    }
    if (gather.wholeSchema()) {
      line("scratch: the whole schema, from any node");
    }
    gather.views().forEach(view -> line("scratch: " + view));
    line("scratch: " + gather.statement());
  }

  private void rows(RowMerge merge) {
    line("node: " + merge.partial());
    finish(merge.finish(), merge.columns());
  }

  private void groups(GroupMerge merge) {
    if (merge.guess() != null) {
      line("first: " + merge.guess().partial());
    }
    line("node: " + merge.partial());
    if (!merge.keys().isEmpty()) {
      line("merge: group by " + joined(SortKey.ascending(merge.keys()), PlanTree::sortKey, ", "));
    }
    for (Aggregate aggregate : merge.aggregates()) {
      line("merge: " + aggregate(aggregate));
    }
    if (merge.having() != null) {
      line("having: " + merge.having().sql());
    }
    line("output: " + joined(merge.outputs(), Computation::sql, ", "));
    finish(merge.finish(), merge.columns());
  }

  private void finish(Finish finish, List<String> columns) {
    if (!finish.order().isEmpty()) {
      line("merge: order by " + joined(finish.order(), PlanTree::sortKey, ", "));
    }
    if (!finish.distinct().isEmpty()) {
      line(
          "merge: distinct "
              + joined(SortKey.ascending(finish.distinct()), PlanTree::sortKey, ", "));
    }
    Computation limit = finish.limit().limit();
    if (limit != null) {
      Computation offset = finish.limit().offset();
      line("limit: " + limit.sql() + (offset == null ? "" : " offset " + offset.sql()));
    }
    line("columns: " + String.join(", ", columns));
  }

  private void write(WritePlan plan) {
    head(plan.label());
    keys(plan.targets());
    line("node: " + plan.statement());
    SqlException refusal = plan.refusedOverSeveral();
    if (refusal != null && !isOneKey(plan.targets())) {
      head("or Refused");
      refusal(refusal);
    }
  }

  private void insert(InsertPlan plan) {
    head(plan.label());
    line("node: " + plan.head() + "...");
    for (List<InsertPlan.Cell> row : plan.rows()) {
      line("row: " + joined(row, PlanTree::cell, ", "));
    }
    line("placed by: " + joined(plan.placement(), cell -> Integer.toString(cell + 1), ", "));
    if (plan.rowIdCell() >= 0) {
      line("row id: " + (plan.rowIdCell() + 1) + ", new ones behind " + plan.rowIds().largest());
    }
  }

  private void schema(SchemaPlan plan) {
    head(plan.label());
    if (!plan.changes()) {
      line("nothing to do");
    }
    plan.statements().forEach(statement -> line("every node: " + statement));
    switch (plan.effect()) {
      case SchemaPlan.Kept ignored -> {}
      case SchemaPlan.CreatedView created -> line("metadata: " + created.view().sql());
      case SchemaPlan.DroppedView dropped ->
          line("metadata: DROP VIEW temp." + dropped.view().name());
      case SchemaPlan.Created created ->
          line(
              "shard key of "
                  + created.table()
                  + ": "
                  + (created.shardKey().isEmpty()
                      ? "its rowid"
                      : String.join(", ", created.shardKey())));
      case SchemaPlan.RenamedTable renamed ->
          line("shard key of " + renamed.from() + " becomes that of " + renamed.to());
      case SchemaPlan.RenamedColumn renamed ->
          line(
              "in the shard key of "
                  + renamed.table()
                  + ", "
                  + renamed.from()
                  + " becomes "
                  + renamed.to());
    }
  }

  private void keys(Targets targets) {
    if (targets instanceof Targets.ByKey byKey) {
      for (KeyLookup lookup : byKey.lookups()) {
        for (KeyLookup.Alternative alternative : lookup.alternatives()) {
          line(
              "key: "
                  + joined(
                      alternative.values(),
                      values -> joined(values, Computation::sql, " | "),
                      ", "));
        }
      }
    }
  }

  /** Whether the targets are one node whatever the values are. */
  private static boolean isOneKey(Targets targets) {
    return targets instanceof Targets.ByKey byKey
        && byKey.lookups().size() == 1
        && !byKey.lookups().get(0).opcode().equals("IN");
  }

  private static String cell(InsertPlan.Cell cell) {
    return switch (cell) {
      case InsertPlan.Sent sent -> sent.sql().toString();
      case InsertPlan.Computed computed -> "computed " + computed.value().sql();
      case InsertPlan.Asked asked -> "asked " + asked.sql();
    };
  }

  private static String aggregate(Aggregate aggregate) {
    return switch (aggregate) {
      case Aggregate.Count count -> "COUNT of " + (count.first() + 1);
      case Aggregate.Extreme extreme ->
          (extreme.largest() ? "MAX of " : "MIN of ")
              + (extreme.first() + 1)
              + collated(extreme.collation());
      case Aggregate.Summed summed ->
          summed.kind() + " of " + (summed.first() + 1) + " to " + (summed.first() + Sum.PARTS);
      case Aggregate.GuessedSum sum -> sum.kind() + " of " + (sum.first() + 1);
      case Aggregate.OfDistinct distinct ->
          distinct.kind()
              + " of distinct "
              + (distinct.first() + 1)
              + collated(distinct.collation());
    };
  }

  private static String sortKey(SortKey key) {
    String nulls =
        key.nullsFirst() == key.descending()
            ? " NULLS " + (key.nullsFirst() ? "FIRST" : "LAST")
            : "";
    String direction = key.descending() ? " DESC" : "";
    return (key.column() + 1) + collated(key.collation()) + direction + nulls;
  }

  private static String collated(Collation collation) {
    return collation == Collation.BINARY ? "" : " COLLATE " + collation;
  }

  private static <T> String joined(
      List<T> elements, Function<? super T, String> printed, String separator) {
    List<String> texts = new ArrayList<>();
    for (T element : elements) {
      texts.add(printed.apply(element));
    }
    return String.join(separator, texts);
  }

  private void refusal(SqlException why) {
    line(why.code() + ": " + why.message());
  }

  private void head(String label) {
    text.append(label).append(LINE_END);
  }

  private void line(String line) {
    text.append(INDENT).append(line).append(LINE_END);
  }
}
