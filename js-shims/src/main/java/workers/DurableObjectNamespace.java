package workers;

import org.teavm.jso.JSObject;

/** A binding to one class of Durable Objects. */
public interface DurableObjectNamespace extends JSObject {
  /** The object of that name, made when it is first called. */
  DurableObjectStub getByName(String name);
}
