package topology.api;

import java.util.List;

/**
 * One table of a database.
 *
 * @param name as its CREATE TABLE wrote it; compared without regard to ASCII case
 * @param sql the CREATE TABLE as the nodes run it, the one source of its columns and constraints
 * @param shardKey the names of the columns whose values decide the slot, in hashing order; empty
 *     for a table that is sharded by its rowid
 */
public record Table(String name, String sql, List<String> shardKey) {
  public Table {
    shardKey = List.copyOf(shardKey);
  }
}
