package conductor.engine;

import conductor.api.SqlException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/**
 * A statement that changes rows where they are: every node that may hold some runs it.
 *
 * @param targets the nodes that may hold rows that it changes
 * @param statement what they run
 * @param table the folded name of the table
 * @param refusedOverSeveral why it cannot run on several nodes, or null
 * @param inserts whether it adds rows, so that it has a last row id
 */
public record WritePlan(
    Targets targets,
    SqlTemplate statement,
    String table,
    @Nullable SqlException refusedOverSeveral,
    boolean inserts)
    implements Plan {

  @Override
  public String label() {
    return "Route(" + targets.opcode() + ")";
  }

  /** What to do with these values. */
  public Work work(Input input) {
    SortedSet<Integer> nodes = targets.nodes(input.bindings(), input.slotMap());
    if (nodes.size() > 1 && refusedOverSeveral != null) {
      throw refusedOverSeveral;
    }
    StorageStatement filled =
        StatementBuilder.forNode()
            .append(statement, input.bindings())
            .build(StorageStatement.Kind.WRITE);
    return Work.same(nodes, filled, true, new Counted(inserts));
  }

  /** The changes of all nodes together. */
  private record Counted(boolean inserts) implements Work.Merge {
    @Override
    public boolean decodes() {
      return false;
    }

    @Override
    public Work.Outcome merge(
        SortedMap<Integer, List<StatementResult>> results, Shape rows, Shape wanted) {
      long changes = 0;
      long lastRowId = 0;
      for (List<StatementResult> ofNode : results.values()) {
        for (StatementResult result : ofNode) {
          StatementResult.Changed changed = changed(result);
          changes += changed.changes();
          lastRowId = changed.lastRowId();
        }
      }
      return new Work.Outcome(Plan.NO_COLUMNS, Rows.NONE, changes, inserts ? lastRowId : 0);
    }
  }

  /** The counts of a write. */
  static StatementResult.Changed changed(StatementResult result) {
    return switch (result) {
      case StatementResult.Changed changed -> changed;
      case StatementResult.Rows rows ->
          throw new IllegalStateException("no rows expected: " + rows);
    };
  }
}
