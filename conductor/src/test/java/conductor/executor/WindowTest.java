package conductor.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import async.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WindowTest {
  private final List<Future.Completer<String>> calls = new ArrayList<>();

  private Future<String> call(int position) {
    assertEquals(calls.size(), position, "begun in order");
    Future.Completer<String> call = Future.pending();
    calls.add(call);
    return call.future();
  }

  @Test
  void eachThatEndsLetsAnotherBegin() {
    Future<List<String>> all = Window.all(2, 4, this::call);
    assertEquals(2, calls.size());
    calls.get(1).complete("b");
    assertEquals(3, calls.size());
    calls.get(0).complete("a");
    assertEquals(4, calls.size());
    calls.get(3).complete("d");
    assertFalse(all.isDone());
    calls.get(2).complete("c");
    assertEquals(List.of("a", "b", "c", "d"), all.present());
  }

  @Test
  void aFailureEndsItAndBeginsNoOther() {
    Future<List<String>> all = Window.all(2, 4, this::call);
    IllegalStateException why = new IllegalStateException("lost");
    calls.get(0).fail(why);
    assertSame(why, all.failure());
    calls.get(1).complete("b");
    assertEquals(2, calls.size());
  }

  @Test
  void aThrownCallIsAFailure() {
    IllegalStateException why = new IllegalStateException("thrown");
    Future<List<String>> all =
        Window.all(
            1,
            1,
            position -> {
              throw why;
            });
    assertSame(why, all.failure());
  }

  @Test
  void manyThatAreThereAlreadyKeepTheStackFlat() {
    int count = 200_000;
    Future<List<Integer>> all = Window.all(6, count, Future::of);
    assertEquals(count, all.present().size());
    assertEquals(List.of(), Window.all(6, 0, Future::of).present());
  }
}
