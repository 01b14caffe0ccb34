package conductor.engine;

import conductor.api.SqlException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import storage.api.EncodedRows;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * A query. When everything that it reads is on one node, that node answers it whole; else every
 * node does its part and the parts are merged.
 *
 * @param targets the nodes that hold what it reads
 * @param whole the query as one node can answer it, or null when none can
 * @param scattered what to do when that is several nodes
 * @param gathered what to do when a node may not run it, by the platform's bounds; null where that
 *     is done anyway
 */
public record ReadPlan(
    Targets targets,
    @Nullable SqlTemplate whole,
    Later<Scattered> scattered,
    @Nullable Later<ReadPlan> gathered)
    implements Plan {

  /** What to do when several nodes hold what is read. */
  public sealed interface Scattered permits RowMerge, GroupMerge, Gather, Refused {
    /** The plan in a line. */
    String label();
  }

  /** Such a query is not done over several nodes. */
  public record Refused(SqlException why) implements Scattered {
    @Override
    public String label() {
      return "Refused";
    }
  }

  @Override
  public String label() {
    return "Route(" + targets.opcode() + ")";
  }

  /** The plan for the nodes that the parameters lead to, in a line. */
  public String label(int nodes) {
    return nodes == 1 && whole != null
        ? label()
        : scattered.get().label() + "(" + targets.opcode() + ")";
  }

  /** What to do with these values. */
  public Work work(Input input) {
    Bindings bindings = input.bindings();
    SortedSet<Integer> nodes = targets.nodes(bindings, input.slotMap());
    if (nodes.size() == 1 && whole != null) {
      StorageStatement statement =
          StatementBuilder.forNode().append(whole, bindings).build(StorageStatement.Kind.READ);
      return Work.same(nodes, statement, false, new PassThrough());
    }
    return switch (scattered.get()) {
      case RowMerge merge -> merge.work(nodes, bindings);
      case GroupMerge merge -> merge.work(nodes, bindings);
      case Gather gather -> gather.work(bindings, input.slotMap());
      case Refused refused -> throw refused.why();
    };
  }

  /** The rows of one node as they are. */
  private record PassThrough() implements Work.Merge {
    @Override
    public boolean decodes() {
      return false;
    }

    @Override
    public RowStream stream(int nodes) {
      return RowStream.ofOneNode();
    }

    @Override
    public Work.Outcome merge(
        SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted) {
      StatementResult result = Work.only(results).get(0);
      List<String> columns = columns(result);
      EncodedRows encoded = Rows.encoded(result);
      if (rows != wanted) {
        encoded = Rows.write(columns, Rows.read(encoded), wanted);
      }
      return new Work.Outcome(columns, encoded, 0, 0);
    }

    private static List<String> columns(StatementResult result) {
      return switch (result) {
        case StatementResult.Rows rows -> rows.columns();
        case StatementResult.Changed changed ->
            throw new IllegalStateException("rows expected: " + changed);
      };
    }
  }
}
