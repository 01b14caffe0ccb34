package cluster;

import async.EventLoop;
import async.Future;
import conductor.gateway.Unreachable;
import java.util.function.Supplier;

/**
 * Carries calls between objects, in an order that the seed decides, and loses and doubles them when
 * it is told to.
 */
final class Network {
  private final EventLoop loop;

  /** One call in so many is lost on its way there, and one on its way back; 0 for none. */
  int oneLostIn;

  /** One call in so many arrives twice; 0 for none. */
  int oneDoubledIn;

  Network(EventLoop loop) {
    this.loop = loop;
  }

  /** Runs {@code action} at the other end, some time later. */
  <T> Future<T> call(String object, Supplier<T> action) {
    return callWaiting(object, () -> Future.of(action.get()));
  }

  /** Runs {@code action}, which may itself wait, at the other end, some time later. */
  <T> Future<T> callWaiting(String object, Supplier<Future<T>> action) {
    Future.Completer<T> answer = Future.pending();
    if (happens(oneLostIn)) {
      loop.later(() -> answer.fail(new Unreachable(object + " did not answer")));
      return answer.future();
    }
    int copies = happens(oneDoubledIn) ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      loop.later(() -> arrive(object, action, answer));
    }
    return answer.future();
  }

  private <T> void arrive(String object, Supplier<Future<T>> action, Future.Completer<T> answer) {
    boolean lost = happens(oneLostIn);
    Future<T> done;
    try {
      done = action.get();
    } catch (RuntimeException failed) {
      done = Future.failed(failed);
    }
    done.map(
            value -> {
              loop.later(
                  () -> {
                    if (lost) {
                      answer.fail(new Unreachable(object + " did not answer"));
                    } else {
                      answer.complete(value);
                    }
                  });
              return true;
            })
        .recover(
            failure -> {
              loop.later(() -> answer.fail(new Unreachable(object + " failed: " + failure)));
              return Future.of(true);
            });
  }

  private boolean happens(int oneIn) {
    return oneIn > 0 && loop.oneIn(oneIn);
  }
}
