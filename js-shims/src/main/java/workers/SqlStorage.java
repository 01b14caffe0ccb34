package workers;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * SQLite in a Durable Object. Every JavaScript number binds as REAL, so integers are bound as text
 * and cast.
 */
public interface SqlStorage extends JSObject {
  /** Runs a statement; its cursor must be read before anything is awaited. */
  SqlCursor exec(String sql, JSObject... parameters);

  /** The size of the database in bytes. */
  @JSProperty
  double getDatabaseSize();
}
