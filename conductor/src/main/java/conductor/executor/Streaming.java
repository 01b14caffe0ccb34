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
      Gateways gateways, NodeCalls calls, Work work, RowStream merge, int asked, String label) {
    List<StorageRequest> requests = new ArrayList<>();
    work.programs()
        .forEach((node, program) -> requests.add(calls.request(node, program, Shape.ARRAYS)));
    return PagedRead.open(gateways, requests, merge, asked, label, Limits.FAN_OUT)
        .map(
            begun -> {
              read = begun;
              Answer answer = begun.end();
              subrequests = answer.cost().subrequests();
              return List.of(answer);
            });
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
