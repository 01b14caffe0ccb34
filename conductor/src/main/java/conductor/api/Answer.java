package conductor.api;

import java.util.List;
import storage.api.EncodedRows;

/**
 * What one statement answers.
 *
 * @param columns the names of the result columns, empty for what answers no rows
 * @param rows the rows, in the shape that the request asked for
 * @param changes how many rows were changed
 * @param lastRowId the id of the last row that an INSERT added, else 0
 * @param write whether it was a statement that may change something
 * @param cost what it took
 * @param plan how it was carried out, such as {@code Route(EqualUnique)}
 */
public record Answer(
    List<String> columns,
    EncodedRows rows,
    long changes,
    long lastRowId,
    boolean write,
    Cost cost,
    String plan) {
  public Answer {
    columns = List.copyOf(columns);
  }

  /**
   * Requests to objects.
   *
   * @param subrequests all of them
   * @param nodes how many Storage nodes were asked
   */
  public record Cost(int subrequests, int nodes) {}
}
