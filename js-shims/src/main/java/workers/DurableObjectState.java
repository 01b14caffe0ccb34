package workers;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What a Durable Object is given when it is made. */
public interface DurableObjectState extends JSObject {
  /** The object's own storage. */
  @JSProperty
  DurableObjectStorage getStorage();
}
