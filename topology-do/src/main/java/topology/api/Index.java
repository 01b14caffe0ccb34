package topology.api;

/**
 * One index of a database.
 *
 * @param name as its CREATE INDEX wrote it; compared without regard to ASCII case
 * @param table the name of its table
 * @param sql the CREATE INDEX as the nodes run it
 * @param state how far it is built
 */
public record Index(String name, String table, String sql, State state) {
  /** The life of an index. */
  public enum State {
    /** Written and not read. */
    BUILDING,
    /** Written and read. */
    READY,
    /** Neither, until its entries are gone. */
    DROPPING
  }
}
