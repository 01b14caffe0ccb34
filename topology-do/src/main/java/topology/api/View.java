package topology.api;

/**
 * One view of a database.
 *
 * @param name as its CREATE VIEW wrote it; compared without regard to ASCII case
 * @param sql the CREATE VIEW
 * @param temporary whether it is in SQLite's schema {@code temp}, of which the nodes know nothing
 */
public record View(String name, String sql, boolean temporary) {}
