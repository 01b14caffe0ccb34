package conductor.executor;

import async.Future;
import conductor.api.Answer;
import java.util.List;
import storage.api.EncodedRows;

/** An answer whose rows come page by page, as arrays. */
public interface AnswerStream {
  /** The names of the result columns. */
  List<String> columns();

  /**
   * The next rows, at least one; no rows when there are no more.
   *
   * @param joint what stands between them
   */
  Future<EncodedRows> next(String joint);

  /** What the answer says beside its rows; complete after the last of them. */
  Answer end();

  /** No more rows are wanted. Ends when the nodes know it, or cannot be told. */
  Future<Boolean> close();
}
