package workers;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** Calls to our Durable Objects, and waiting for what they answer: {@code calls.mjs}. */
public interface ObjectCalls extends JSObject {
  /** An id that nobody can guess, of a Storage object that nobody has used. */
  String newNodeId();

  /** Calls the Storage object of that id; see {@link NodeFunction}. */
  JSPromise<JSArray<JSString>> callNode(String nodeId, JSString call);

  /** Calls the Topology object of that name; see {@link TopologyFunction}. */
  JSPromise<JSString> callTopology(String name, JSString call);

  /**
   * Goes on when {@code promise} ends. When going on is what fails, by a trap, whoever waits for
   * the whole is told: nothing would ever answer it else.
   */
  <T> void follow(JSPromise<T> promise, Continuation<T> done, Continuation<JSString> failed);

  /** What comes after a wait. */
  @JSFunctor
  @FunctionalInterface
  interface Continuation<T> extends JSObject {
    /** Goes on with the value, or with the message of what went wrong. */
    void accept(T value);
  }
}
