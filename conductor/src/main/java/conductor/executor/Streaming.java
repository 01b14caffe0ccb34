package conductor.executor;

import async.Future;
import conductor.api.Answer;
import conductor.api.Limits;
import conductor.engine.RowStream;
import conductor.engine.Work;
import conductor.gateway.Gateways;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;

/** What becomes of a request whose answer is wanted page by page. */
final class Streaming {
  private @Nullable PagedRead read;
  private int subrequests;

  /** How work is done page by page, or null when it can only be done at once. */
  static @Nullable RowStream merge(Work work) {
    return work.ending() instanceof Work.Merge whole ? whole.stream(work.programs().size()) : null;
  }

  /**
   * Begins such work; what can be said of the answer so far.
   *
   * @param asked how many requests were sent for it before
   * @param label the plan in a line
   */
  Future<List<Answer>> begin(
      Gateways gateways, NodeCalls calls, Work work, int asked, String label) {
    Mode mode = work.programs().size() > 1 ? Mode.COMPARE : Mode.RUN;
    List<StorageRequest> requests = new ArrayList<>();
    work.programs()
        .forEach(
            (node, program) -> requests.add(calls.request(node, "", program, mode, Shape.ARRAYS)));
    return open(gateways, requests, work, asked, label, new Patience(gateways))
        .map(
            begun -> {
              read = begun;
              Answer answer = begun.end();
              subrequests = answer.cost().subrequests();
              return List.of(answer);
            });
  }

  /** Opens the read until its nodes are free and have seen the same of what is written on them. */
  private static Future<PagedRead> open(
      Gateways gateways,
      List<StorageRequest> requests,
      Work work,
      int asked,
      String label,
      Patience patience) {
    RowStream merge = merge(work);
    if (merge == null) {
      throw new IllegalStateException("not page by page: " + label);
    }
    long beginMillis = gateways.clock().epochMillis();
    return PagedRead.open(gateways, requests, merge, asked, label, Limits.FAN_OUT)
        .flatMap(
            begun ->
                begun.agrees() && ComparedRead.isFresh(gateways, beginMillis)
                    ? Future.of(begun)
                    : begun
                        .close()
                        .flatMap(closed -> Future.failed(new NodeHeld(begun.requests()))))
        .recover(
            failure ->
                failure instanceof NodeHeld held
                    ? patience
                        .orBusy()
                        .flatMap(
                            waited ->
                                open(gateways, requests, work, held.requests(), label, patience))
                    : Future.failed(failure));
  }

  /** The stream of an answer to which further requests may have been charged. */
  AnswerStream of(Answer answer) {
    if (read == null) {
      return new WholeAnswer(answer);
    }
    read.charge(answer.cost().subrequests() - subrequests);
    return read;
  }
}
