package topology.api;

/** Everything that a Topology object is asked. What each means stands at the object. */
public sealed interface TopologyCall {
  /** Create the database. */
  record Create(String database, int nodes, int slots) implements TopologyCall {}

  /** Give the metadata. */
  record GetSnapshot() implements TopologyCall {}

  /** Change the schema on every node or on none. */
  record Change(SchemaChange change) implements TopologyCall {}

  /** Add a token. */
  record AddToken(Token token) implements TopologyCall {}

  /** Take a token back. */
  record RevokeToken(String changeId, String tokenId) implements TopologyCall {}

  /** Hand out row ids. */
  record TakeRowIds(String table, long base, long count, long returned) implements TopologyCall {}

  /** Delete the database with all of its nodes. */
  record DropDatabase() implements TopologyCall {}

  /** End what a crash has left. */
  record Alarm() implements TopologyCall {}

  /** Enter the name of a database; for the registry. */
  record AddName(String database) implements TopologyCall {}

  /** Take the name of a database out; for the registry. */
  record RemoveName(String database) implements TopologyCall {}

  /** Give all names; for the registry. */
  record ListNames() implements TopologyCall {}
}
