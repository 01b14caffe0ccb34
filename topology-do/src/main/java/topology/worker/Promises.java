package topology.worker;

import async.Future;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import workers.ObjectCalls;

/** Between the platform's promises and our futures. */
public final class Promises {
  private Promises() {}

  /** What {@code promise} will hold; fails with its message when it is rejected. */
  public static <T> Future<T> future(ObjectCalls calls, JSPromise<T> promise) {
    Future.Completer<T> future = Future.pending();
    calls.follow(
        promise,
        future::complete,
        message -> future.fail(new IllegalStateException(message.stringValue())));
    return future.future();
  }

  /** A promise of what {@code future} will hold; rejected with the message of its failure. */
  public static <T> JSPromise<T> promise(Future<T> future) {
    return new JSPromise<>(
        (resolve, reject) ->
            future
                .map(
                    value -> {
                      resolve.accept(value);
                      return true;
                    })
                .recover(
                    failure -> {
                      reject.accept(JSString.valueOf(String.valueOf(failure.getMessage())));
                      return Future.of(false);
                    }));
  }
}
