package workers;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** A remote Durable Object of ours: one method, text to text. */
public interface DurableObjectStub extends JSObject {
  /**
   * Sends one request. A rejection means that the outcome is unknown; an error that the object
   * decided on comes back as a value.
   */
  JSPromise<JSString> call(JSString request);
}
