package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;

/**
 * The SQLite of one Durable Object: {@code sqlite.mjs}. What SQLite refuses is answered in its own
 * words and not thrown. A parameter is null, a JavaScript string or number, or a typed array of
 * bytes; every number binds as REAL.
 *
 * @see <a href="https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/">
 *     Cloudflare: SQLite-backed Durable Object Storage</a>
 */
public interface Sqlite extends JSObject {
  /** Runs a statement that answers no rows; null, or why it is refused. */
  @Nullable String execute(String sql, JSArray<JSObject> parameters);

  /** The names of a statement's result columns. */
  SqliteAnswer columnNames(String sql, JSArray<JSObject> parameters);

  /** The first column of the first row as text. */
  SqliteAnswer text(String sql, JSArray<JSObject> parameters);

  /**
   * Makes a query ready whose last column holds the exact numbers of the others.
   *
   * @param names the names of the columns that are the rows
   * @param keys the positions of the columns that are answered beside them, or null for none
   */
  SqliteQuery prepare(String sql, JSArray<JSString> names, @Nullable JSArray<JSNumber> keys);

  /** Runs the work in a transaction, rolled back if it throws. */
  void transaction(Work work);

  /** Rows that all statements so far have looked at. */
  @JSProperty
  double getRowsRead();

  /** Rows and index entries that all statements so far have written. */
  @JSProperty
  double getRowsWritten();

  /** The size of the database in bytes. */
  @JSProperty
  double getSizeBytes();

  /** Deletes everything. */
  void deleteAll();

  /** Synchronous work: it must not wait. */
  @JSFunctor
  @FunctionalInterface
  interface Work extends JSObject {
    /** Does the work. */
    void run();
  }
}
