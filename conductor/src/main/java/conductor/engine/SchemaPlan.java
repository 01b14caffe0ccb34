package conductor.engine;

import java.util.List;
import topology.api.View;

/**
 * A change of the schema.
 *
 * <p>What the schema is afterwards, SQLite itself says: a node tries the change and shows its own
 * schema table. Only what no SQLite knows is kept here.
 *
 * @param label the kind of statement
 * @param statements what every node runs; none when there is nothing to do
 * @param effect what the metadata alone knows of it
 */
public record SchemaPlan(String label, List<String> statements, Effect effect) implements Plan {
  /** What no node knows of a change: shard keys, and views of the schema {@code temp}. */
  public sealed interface Effect {}

  /** Nothing: tables keep their shard keys, or go with them. */
  public record Kept() implements Effect {}

  /** A new table has this one. */
  public record Created(String table, List<String> shardKey) implements Effect {
    public Created {
      shardKey = List.copyOf(shardKey);
    }
  }

  /** A table has another name. */
  public record RenamedTable(String from, String to) implements Effect {}

  /** A column has another name. */
  public record RenamedColumn(String table, String from, String to) implements Effect {}

  /** A view that no node has. */
  public record CreatedView(View view) implements Effect {}

  /** A view that no node had is gone. */
  public record DroppedView(View view) implements Effect {}

  /** Whether the metadata changes and no node's schema. */
  public boolean isOfMetadata() {
    return effect instanceof CreatedView || effect instanceof DroppedView;
  }

  /** Whether anything changes. */
  public boolean changes() {
    return isOfMetadata() || !statements.isEmpty();
  }

  public SchemaPlan {
    statements = List.copyOf(statements);
  }
}
