package workers;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** Makes the rest of a body while it is sent. */
@JSFunctor
@FunctionalInterface
public interface BodyFunction extends JSObject {
  /**
   * The next parts; none when there are no more.
   *
   * @param wanted whether anyone wants them; else this is the last call
   */
  JSPromise<JSArray<JSString>> next(boolean wanted);
}
