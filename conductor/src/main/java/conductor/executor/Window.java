package conductor.executor;

import async.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Many calls, of which a few are under way at any time: each that ends lets another begin.
 *
 * @param <T> what a call gives
 */
final class Window<T> {
  private final int width;
  private final int count;
  private final IntFunction<Future<T>> call;
  private final Map<Integer, T> results = new HashMap<>();
  private final Future.Completer<List<T>> end = Future.pending();
  private int begun;
  private boolean beginning;

  private Window(int width, int count, IntFunction<Future<T>> call) {
    this.width = width;
    this.count = count;
    this.call = call;
  }

  /**
   * What all calls give, in their order; fails as soon as the first of them fails, and begins no
   * other then.
   *
   * @param width how many are under way at once, at most
   */
  static <T> Future<List<T>> all(int width, int count, IntFunction<Future<T>> call) {
    Window<T> window = new Window<>(width, count, call);
    window.proceed();
    return window.end.future();
  }

  private void proceed() {
    // A call that ends at once comes back here from within the loop, which goes on by itself.
    if (beginning) {
      return;
    }
    beginning = true;
    while (begun < count && begun - results.size() < width && !end.future().isDone()) {
      begin(begun++);
    }
    beginning = false;
    if (results.size() == count) {
      List<T> inOrder = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        inOrder.add(Objects.requireNonNull(results.get(i)));
      }
      end.complete(inOrder);
    }
  }

  private void begin(int position) {
    Future<T> begun;
    try {
      begun = call.apply(position);
    } catch (RuntimeException | StackOverflowError thrown) {
      begun = Future.failed(thrown);
    }
    begun
        .map(
            value -> {
              results.put(position, value);
              proceed();
              return true;
            })
        .recover(
            failure -> {
              end.fail(failure);
              return Future.of(false);
            });
  }
}
