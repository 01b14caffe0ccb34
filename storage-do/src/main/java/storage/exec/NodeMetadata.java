package storage.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;

/**
 * What a node knows of itself, in its own table {@code _ens_meta}.
 *
 * <p>Every request asks for it, so it is read once in the life of the object and again after a
 * change. A change forgets it before it writes, so what a rollback undoes is not remembered.
 */
final class NodeMetadata {
  /**
   * The answer to every request's questions.
   *
   * @param nodeId the identity that the node was initialized with, or null before that
   * @param epoch the epoch that it is at
   * @param fence the change that it is fenced by, or null
   * @param agreed whether it has agreed to that change
   */
  record Standing(@Nullable String nodeId, long epoch, @Nullable String fence, boolean agreed) {}

  private static final Standing NO_NODE = new Standing(null, 0, null, false);

  private final SqlDatabase database;
  private @Nullable Standing known;

  NodeMetadata(SqlDatabase database) {
    this.database = database;
  }

  Standing standing() {
    if (known == null) {
      known = load();
    }
    return known;
  }

  void initialize(String nodeId, long epoch) {
    change("CREATE TABLE _ens_meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
    write("node", nodeId);
    write("epoch", Long.toString(epoch));
  }

  void fence(String changeId, boolean agreed) {
    write("fence", changeId);
    write("agreed", agreed ? changeId : "");
  }

  void liftFence() {
    change("DELETE FROM _ens_meta WHERE key = 'fence'");
  }

  boolean isReleased(String changeId) {
    return read("released/" + changeId) != null;
  }

  void rememberReleased(String changeId) {
    write("released/" + changeId, "");
  }

  /** Moves to {@code epoch}, where no change made for an earlier one can harm any more. */
  void moveTo(long epoch) {
    change("DELETE FROM _ens_meta WHERE key = 'fence' OR key GLOB 'released/*'");
    write("epoch", Long.toString(epoch));
  }

  /** What the object remembers is no longer so: everything was deleted, or rolled back. */
  void forget() {
    known = null;
  }

  private Standing load() {
    String table = "SELECT 1 FROM sqlite_master WHERE name = '_ens_meta'";
    if (database.text(table, List.of()) == null) {
      return NO_NODE;
    }
    String epoch = read("epoch");
    if (epoch == null) {
      throw new IllegalStateException("a node without an epoch");
    }
    String fence = read("fence");
    boolean agreed = fence != null && fence.equals(read("agreed"));
    return new Standing(read("node"), Long.parseLong(epoch), fence, agreed);
  }

  private @Nullable String read(String key) {
    return database.text(
        "SELECT value FROM _ens_meta WHERE key = ?1", List.of(new SqlValue.Text(key)));
  }

  private void write(String key, String value) {
    known = null;
    database.execute(
        "INSERT OR REPLACE INTO _ens_meta VALUES (?1, ?2)",
        List.of(new SqlValue.Text(key), new SqlValue.Text(value)));
  }

  private void change(String sql) {
    known = null;
    database.execute(sql, List.of());
  }
}
