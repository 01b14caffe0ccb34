package workers;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/** What a Storage object does: call in; the head of the reply, then the rows of each result out. */
@JSFunctor
@FunctionalInterface
public interface NodeFunction extends JSObject {
  /** Answers a call before anything else runs in the object. */
  JSArray<JSString> call(JSString call);
}
