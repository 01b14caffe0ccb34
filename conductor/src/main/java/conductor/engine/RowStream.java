package conductor.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of nodes become an answer page by page.
 *
 * @param columns the names of the result columns; empty when the only node says them
 * @param order of the rows of several nodes; null for those of one, which are in order
 */
public record RowStream(List<String> columns, @Nullable RowOrder order) {
  public RowStream {
    columns = List.copyOf(columns);
  }

  /** The rows of one node as they are. */
  static RowStream ofOneNode() {
    return new RowStream(List.of(), null);
  }
}
