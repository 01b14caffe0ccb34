package conductor.executor;

import async.Future;
import conductor.api.Answer;
import conductor.engine.Rows;
import java.util.List;
import storage.api.EncodedRows;
import storage.api.TextRows;

/** An answer that is there already, as a stream of one page. */
final class WholeAnswer implements AnswerStream {
  private final Answer answer;
  private EncodedRows rows;

  WholeAnswer(Answer answer) {
    this.answer = answer;
    this.rows = answer.rows();
  }

  @Override
  public List<String> columns() {
    return answer.columns();
  }

  @Override
  public Future<EncodedRows> next(String joint) {
    EncodedRows all = rows;
    rows = TextRows.NONE;
    return Future.of(all.count() == 0 ? all : Rows.joined(all, joint));
  }

  @Override
  public Answer end() {
    return answer;
  }

  @Override
  public Future<Boolean> close() {
    return Future.of(true);
  }
}
