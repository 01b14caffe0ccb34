package workers;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/** A query of a {@link Sqlite} that is ready to be run again and again. */
public interface SqliteQuery extends JSObject {
  /** Its rows as JSON, as objects or else as arrays. */
  SqliteAnswer run(JSArray<JSObject> parameters, boolean objects);

  /** Begins to read its rows, as objects or else as arrays. */
  SqliteAnswer open(JSArray<JSObject> parameters, boolean objects);
}
