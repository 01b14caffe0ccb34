package workers;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/** The rows of a statement, read once. */
public interface SqlCursor extends JSObject {
  /** The columns' names, duplicates included. */
  @JSProperty
  JSArray<JSString> getColumnNames();

  /** The rows as arrays. */
  RowIterator raw();

  /** How many rows the statement has read so far. */
  @JSProperty
  double getRowsRead();

  /** How many rows the statement has written so far. */
  @JSProperty
  double getRowsWritten();

  /** An iterator over rows. */
  interface RowIterator extends JSObject {
    /** All the rows that are left. */
    JSArray<JSArray<JSObject>> toArray();
  }
}
