package workers;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;

/** The storage of one Durable Object. */
public interface DurableObjectStorage extends JSObject {
  /** The object's SQLite database. */
  @JSProperty
  SqlStorage getSql();

  /** Runs the work in a transaction, rolled back if it throws. */
  void transactionSync(Work work);

  /** Asks for a call of the object's alarm at that time, replacing the alarm that is set. */
  JSPromise<JSObject> setAlarm(double epochMillis);

  /** Cancels the alarm that is set. */
  JSPromise<JSObject> deleteAlarm();

  /** Deletes everything the object has stored. */
  JSPromise<JSObject> deleteAll();

  /** Synchronous work: it must not wait. */
  @JSFunctor
  @FunctionalInterface
  interface Work extends JSObject {
    /** Does the work. */
    void run();
  }
}
