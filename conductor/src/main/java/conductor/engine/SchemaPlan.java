package conductor.engine;

import java.util.List;

/**
 * A change of the schema.
 *
 * <p>What the schema is afterwards, SQLite itself says: a node tries the change and shows its own
 * schema table. Only what no SQLite knows is kept here.
 *
 * @param label the kind of statement
 * @param statements what every node runs; none when there is nothing to do
 * @param effect what becomes of the shard keys
 */
public record SchemaPlan(String label, List<String> statements, Effect effect) implements Plan {
  /** What becomes of the shard keys. */
  public sealed interface Effect {}

  /** Nothing: tables keep theirs, or go with them. */
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

  public SchemaPlan {
    statements = List.copyOf(statements);
  }
}
