package workers;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** What a Topology object does: call in, reply out. */
@JSFunctor
@FunctionalInterface
public interface TopologyFunction extends JSObject {
  /** Answers a call. A rejection means that nobody knows what was done. */
  JSPromise<JSString> call(JSString call);
}
