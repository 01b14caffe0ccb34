package async;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value that is there now, arrives later, or fails.
 *
 * <p>Continuations run at once in the turn of the event that completes the future, in the order in
 * which they were added. A continuation that throws fails the future that it was to make; nothing
 * is swallowed. Everything happens on one thread.
 *
 * @param <T> the type of the value, never null
 */
public final class Future<T> {
  private @Nullable T value;
  private @Nullable Throwable failure;
  private List<Runnable> waiting = new ArrayList<>();

  private Future() {}

  /** A future that is complete already. */
  public static <T> Future<T> of(T value) {
    Future<T> future = new Future<>();
    future.value = value;
    return future;
  }

  /** A future that has failed already. */
  public static <T> Future<T> failed(Throwable failure) {
    Future<T> future = new Future<>();
    future.failure = failure;
    return future;
  }

  /** A future that its completer ends. */
  public static <T> Completer<T> pending() {
    return new Completer<>(new Future<>());
  }

  /** All values in the order of {@code futures}; fails as soon as the first of them fails. */
  public static <T> Future<List<T>> all(List<Future<T>> futures) {
    if (futures.isEmpty()) {
      return of(List.of());
    }
    Completer<List<T>> all = pending();
    int[] missing = {futures.size()};
    for (Future<T> future : futures) {
      future.whenDone(
          () -> {
            if (future.failure != null) {
              all.fail(future.failure);
              return;
            }
            missing[0]--;
            if (missing[0] == 0) {
              all.complete(values(futures));
            }
          });
    }
    return all.future();
  }

  /**
   * Does {@code count} steps one after the other, each begun when the one before has ended; the
   * first that fails is the last. However many there are, the stack stays flat.
   */
  public static Future<Boolean> inOrder(int count, IntFunction<Future<Boolean>> step) {
    Completer<Boolean> end = pending();
    inOrder(0, count, step, end);
    return end.future();
  }

  private static void inOrder(
      int from, int count, IntFunction<Future<Boolean>> step, Completer<Boolean> end) {
    for (int i = from; i < count; i++) {
      Future<Boolean> done;
      try {
        done = step.apply(i);
      } catch (RuntimeException | StackOverflowError thrown) {
        end.fail(thrown);
        return;
      }
      if (!done.isDone()) {
        int next = i + 1;
        done.whenDone(
            () -> {
              if (done.failure != null) {
                end.fail(done.failure);
              } else {
                inOrder(next, count, step, end);
              }
            });
        return;
      }
      if (done.failure != null) {
        end.fail(done.failure);
        return;
      }
    }
    end.complete(true);
  }

  /** The value changed by {@code function}. */
  public <R> Future<R> map(Function<? super T, ? extends R> function) {
    return flatMap(result -> of(function.apply(result)));
  }

  /** The future that {@code function} makes of the value. */
  public <R> Future<R> flatMap(Function<? super T, Future<R>> function) {
    Completer<R> next = pending();
    whenDone(
        () -> {
          if (failure != null) {
            next.fail(failure);
          } else {
            next.follow(() -> function.apply(present()));
          }
        });
    return next.future();
  }

  /** This value, or on a failure the future that {@code function} makes of it. */
  public Future<T> recover(Function<? super Throwable, Future<T>> function) {
    Completer<T> next = pending();
    whenDone(
        () -> {
          Throwable failed = failure;
          if (failed == null) {
            next.complete(present());
          } else {
            next.follow(() -> function.apply(failed));
          }
        });
    return next.future();
  }

  /** Runs {@code continuation} when the future has ended, at once if it has. */
  void whenDone(Runnable continuation) {
    if (isDone()) {
      continuation.run();
    } else {
      waiting.add(continuation);
    }
  }

  /** Whether it has a value or has failed. */
  public boolean isDone() {
    return value != null || failure != null;
  }

  /** The failure, or null while it runs and when it has a value. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /**
   * The value.
   *
   * @throws IllegalStateException when there is none
   */
  public T present() {
    if (value == null) {
      throw new IllegalStateException("the future has no value", failure);
    }
    return value;
  }

  private static <T> List<T> values(List<Future<T>> futures) {
    List<T> values = new ArrayList<>(futures.size());
    for (Future<T> future : futures) {
      values.add(future.present());
    }
    return values;
  }

  private void end(@Nullable T result, @Nullable Throwable cause) {
    if (isDone()) {
      return;
    }
    value = result;
    failure = cause;
    List<Runnable> ready = waiting;
    waiting = List.of();
    for (Runnable continuation : ready) {
      continuation.run();
    }
  }

  /** What makes a future, and a source of nothing else. */
  @FunctionalInterface
  interface Source<T> {
    Future<T> get();
  }

  /**
   * The end of a future that its maker holds. Only the first completion counts: a doubled message
   * does not change an answer.
   *
   * @param <T> the type of the value
   */
  public static final class Completer<T> {
    private final Future<T> future;

    private Completer(Future<T> future) {
      this.future = future;
    }

    /** The future that this ends. */
    public Future<T> future() {
      return future;
    }

    /** Gives the value. */
    public void complete(T value) {
      future.end(value, null);
    }

    /** Fails. */
    public void fail(Throwable failure) {
      future.end(null, failure);
    }

    private void follow(Source<T> source) {
      Future<T> followed;
      try {
        followed = source.get();
      } catch (RuntimeException | StackOverflowError thrown) {
        fail(thrown);
        return;
      }
      followed.whenDone(
          () -> {
            if (followed.failure != null) {
              fail(followed.failure);
            } else {
              complete(followed.present());
            }
          });
    }
  }
}
