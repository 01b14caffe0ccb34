package conductor.api;

import java.util.List;
import storage.api.StorageRequest.Shape;

/**
 * Statements that commit together or not at all.
 *
 * @param database the database that they are for
 * @param shape how rows are written
 * @param analyze whether answers say what each line of their plan took
 */
public record SqlRequest(String database, List<SqlText> items, Shape shape, boolean analyze) {
  /** One whose answers say no more than usual. */
  public SqlRequest(String database, List<SqlText> items, Shape shape) {
    this(database, items, shape, false);
  }

  public SqlRequest {
    items = List.copyOf(items);
  }
}
