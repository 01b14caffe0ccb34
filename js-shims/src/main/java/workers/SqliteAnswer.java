package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/** What {@link Sqlite} answers; each property is there for the calls that say so. */
public interface SqliteAnswer extends JSObject {
  /** Why it is refused, in SQLite's words; null when it is not. Of every call. */
  @JSProperty
  @Nullable String getRefusal();

  /** Of {@link Sqlite#columnNames}. */
  @JSProperty
  JSArray<JSString> getNames();

  /** Of {@link Sqlite#text}: null when there is no row or it holds NULL. */
  @JSProperty
  @Nullable String getText();

  /** Of {@link SqliteQuery#run}: the rows as JSON, joined by commas. */
  @JSProperty
  JSString getRows();

  /**
   * Of {@link SqliteQuery#run}: the columns beside the rows, as such a text; null when none are
   * asked for. Both then have a line feed behind the comma between rows.
   */
  @JSProperty
  @Nullable JSString getKeys();

  /** Of {@link SqliteQuery#run}: how many rows. */
  @JSProperty
  int getCount();

  /** Of {@link SqliteQuery#open}. */
  @JSProperty
  SqliteCursor getCursor();

  /** Of {@link SqliteCursor#read}: whether there are other rows behind these. */
  @JSProperty("more")
  boolean isMore();
}
