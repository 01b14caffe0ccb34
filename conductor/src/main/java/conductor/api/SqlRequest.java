package conductor.api;

import java.util.List;
import storage.api.StorageRequest.Shape;

/**
 * Statements that commit together or not at all.
 *
 * @param database the database that they are for
 * @param shape how rows are written
 */
public record SqlRequest(String database, List<SqlText> items, Shape shape) {
  public SqlRequest {
    items = List.copyOf(items);
  }
}
