package async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FutureTest {
  @Test
  void continuationsRunWhenTheValueArrives() {
    Future.Completer<Integer> first = Future.pending();
    Future<Integer> sum = first.future().map(n -> n + 1).flatMap(n -> Future.of(n * 10));
    assertFalse(sum.isDone());
    first.complete(4);
    assertEquals(50, sum.present());
  }

  @Test
  void onlyTheFirstCompletionCounts() {
    Future.Completer<String> answer = Future.pending();
    answer.complete("first");
    answer.complete("second");
    answer.fail(new IllegalStateException("late"));
    assertEquals("first", answer.future().present());
  }

  @Test
  void aThrowingContinuationFailsTheFutureItWasToMake() {
    IllegalStateException thrown = new IllegalStateException("broken");
    Future<Integer> broken =
        Future.of(1)
            .map(
                n -> {
                  throw thrown;
                });
    assertSame(thrown, broken.failure());
    assertEquals(7, broken.recover(failure -> Future.of(7)).present());
  }

  @Test
  void allKeepsTheOrderOfItsFutures() {
    Future.Completer<String> slow = Future.pending();
    Future<List<String>> both = Future.all(List.of(slow.future(), Future.of("b")));
    assertFalse(both.isDone());
    slow.complete("a");
    assertEquals(List.of("a", "b"), both.present());
  }

  @Test
  void allFailsWithTheFirstFailure() {
    IllegalStateException thrown = new IllegalStateException("lost");
    Future.Completer<String> never = Future.pending();
    assertSame(thrown, Future.all(List.of(never.future(), Future.failed(thrown))).failure());
  }

  @Test
  void allStaysFailedWhenTheOthersArrive() {
    Future.Completer<String> lost = Future.pending();
    Future.Completer<String> late = Future.pending();
    Future<List<String>> both = Future.all(List.of(lost.future(), late.future()));
    IllegalStateException thrown = new IllegalStateException("lost");
    lost.fail(thrown);
    late.complete("late");
    assertSame(thrown, both.failure());
  }
}
