package conductor.executor;

import conductor.api.Answer;
import org.jspecify.annotations.Nullable;

/** What becomes of a request whose answer is wanted page by page. */
final class Streaming {
  private @Nullable PagedRead read;
  private int subrequests;

  /** It is read page by page; what can be said of the answer so far. */
  Answer begin(PagedRead begun) {
    read = begun;
    Answer answer = begun.end();
    subrequests = answer.cost().subrequests();
    return answer;
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
