package topology.ops;

import async.Future;
import java.util.function.Supplier;

/** Runs operations that wait one after the other: each begins when the one before has ended. */
final class Turns {
  private Future<Boolean> last = Future.of(true);

  <T> Future<T> take(Supplier<Future<T>> operation) {
    Future<T> turn = last.flatMap(ended -> operation.get());
    last = turn.map(value -> true).recover(failure -> Future.of(false));
    return turn;
  }
}
