package conductor.http;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.api.SqlRequest;
import conductor.api.SqlText;
import conductor.executor.QueryExecutor;
import conductor.gateway.Gateways;
import java.util.List;

/** {@code POST /databases/{db}/query} and {@code /raw}. */
final class Statements {
  private final Admission admission;
  private final QueryExecutor executor;

  Statements(Admission admission, QueryExecutor executor) {
    this.admission = admission;
    this.executor = executor;
  }

  Future<HttpReply> run(
      Gateways gateways, Caller caller, Route.Statements route, HttpRequest request) {
    List<SqlText> items;
    try {
      items = items(route, request);
    } catch (SqlException refused) {
      // What is wrong with a request is only for someone who may send one.
      return admission
          .requireKnown(gateways, caller, route.database())
          .flatMap(known -> Future.failed(refused));
    }
    long startMillis = gateways.clock().epochMillis();
    SqlRequest statements = new SqlRequest(route.database(), items, route.shape());
    return executor
        .execute(gateways, statements, admission.authority(caller))
        .map(
            answers ->
                AnswerWriter.reply(
                    answers, route.shape(), gateways.clock().epochMillis() - startMillis))
        .recover(failure -> Future.failed(hidden(failure, caller)));
  }

  private static List<SqlText> items(Route.Statements route, HttpRequest request) {
    DatabaseName.check(route.database());
    request.refuseIdempotencyKey();
    return StatementBody.read(request.body());
  }

  /** A token of no database must not tell which databases there are. */
  private Throwable hidden(Throwable failure, Caller caller) {
    boolean noDatabase =
        failure instanceof SqlException refused && refused.code() == ErrorCode.NOT_FOUND;
    return noDatabase && caller instanceof Caller.Bearer ? admission.unknownToken() : failure;
  }
}
