package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSString;

/**
 * A SQLite in the conductor's memory: {@code scratch.mjs}. It has none of the platform's limits.
 */
public interface ScratchSqlite extends Sqlite {
  /**
   * Adds rows, JSON arrays joined by commas.
   *
   * @param insert the INSERT up to and with VALUES
   * @return null, or why SQLite refuses
   */
  @Nullable String load(String insert, JSString rows);

  /** Frees its memory. */
  void close();
}
