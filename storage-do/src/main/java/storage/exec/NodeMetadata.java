package storage.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;

/**
 * What a node knows of itself, in its own table {@code _ens_meta}.
 *
 * <p>Nothing is kept in memory: a transaction that rolls back takes its changes here with it.
 */
final class NodeMetadata {
  private static final String NODE = "node";
  private static final String EPOCH = "epoch";
  private static final String FENCE = "fence";
  private static final String RELEASED = "released/";

  private final SqlDatabase database;

  NodeMetadata(SqlDatabase database) {
    this.database = database;
  }

  /** The identity that the node was initialized with, or null before that. */
  @Nullable String nodeId() {
    boolean initialized =
        database.text("SELECT 1 FROM sqlite_master WHERE name = '_ens_meta'", List.of()) != null;
    return initialized ? read(NODE) : null;
  }

  void initialize(String nodeId, long epoch) {
    database.execute(
        "CREATE TABLE _ens_meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        List.of());
    write(NODE, nodeId);
    write(EPOCH, Long.toString(epoch));
  }

  long epoch() {
    String epoch = read(EPOCH);
    if (epoch == null) {
      throw new IllegalStateException("a node without an epoch");
    }
    return Long.parseLong(epoch);
  }

  /** The change that the node is fenced by, or null. */
  @Nullable String fence() {
    return read(FENCE);
  }

  void fence(String changeId) {
    write(FENCE, changeId);
  }

  void liftFence() {
    database.execute("DELETE FROM _ens_meta WHERE key = 'fence'", List.of());
  }

  boolean isReleased(String changeId) {
    return read(RELEASED + changeId) != null;
  }

  void rememberReleased(String changeId) {
    write(RELEASED + changeId, "");
  }

  /** Moves to {@code epoch}, where no change made for an earlier one can harm any more. */
  void moveTo(long epoch) {
    database.execute(
        "DELETE FROM _ens_meta WHERE key = 'fence' OR key GLOB 'released/*'", List.of());
    write(EPOCH, Long.toString(epoch));
  }

  private @Nullable String read(String key) {
    return database.text(
        "SELECT value FROM _ens_meta WHERE key = ?1", List.of(new SqlValue.Text(key)));
  }

  private void write(String key, String value) {
    database.execute(
        "INSERT OR REPLACE INTO _ens_meta VALUES (?1, ?2)",
        List.of(new SqlValue.Text(key), new SqlValue.Text(value)));
  }
}
