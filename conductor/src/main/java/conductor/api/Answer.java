package conductor.api;

import java.util.List;
import storage.api.EncodedRows;
import storage.api.RowCounts;

/**
 * What one statement answers.
 *
 * @param columns the names of the result columns, empty for what answers no rows
 * @param rows the rows, in the shape that the request asked for
 * @param changes how many rows were changed
 * @param lastRowId the id of the last row that an INSERT added, else 0
 * @param changed whether it changed anything, rows or the schema
 * @param cost what it took
 * @param plan how it was carried out, such as {@code Route(EqualUnique)}
 * @param analysis the plan in lines with what each took; empty when nobody asked for it
 */
public record Answer(
    List<String> columns,
    EncodedRows rows,
    long changes,
    long lastRowId,
    boolean changed,
    Cost cost,
    String plan,
    List<PlanLine> analysis) {
  public Answer {
    columns = List.copyOf(columns);
    analysis = List.copyOf(analysis);
  }

  /** One that nobody wants analyzed. */
  public Answer(
      List<String> columns,
      EncodedRows rows,
      long changes,
      long lastRowId,
      boolean changed,
      Cost cost,
      String plan) {
    this(columns, rows, changes, lastRowId, changed, cost, plan, List.of());
  }

  /** The same with what each line of its plan took. */
  public Answer analyzed(List<PlanLine> lines) {
    return new Answer(columns, rows, changes, lastRowId, changed, cost, plan, lines);
  }

  /**
   * Requests to objects, and the work behind them.
   *
   * @param subrequests all of them
   * @param nodes how many Storage nodes were asked
   * @param work of those nodes' SQLites, what was only tried not counted
   * @param sizeBytes the size of those nodes' databases afterwards
   */
  public record Cost(int subrequests, int nodes, RowCounts work, long sizeBytes) {
    /** The same with further requests. */
    public Cost plus(int more) {
      return new Cost(subrequests + more, nodes, work, sizeBytes);
    }
  }

  /** The same with further requests. */
  public Answer charged(int subrequests) {
    return new Answer(
        columns, rows, changes, lastRowId, changed, cost.plus(subrequests), plan, analysis);
  }
}
