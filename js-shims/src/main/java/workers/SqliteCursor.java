package workers;

import org.teavm.jso.JSObject;

/** The rows of a query page by page. */
public interface SqliteCursor extends JSObject {
  /** The next page; it ends after so many characters. */
  SqliteAnswer read(int characters);

  /** Ends it: nobody wants the rest. */
  void end();
}
