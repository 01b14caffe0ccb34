package conductor.http;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.api.SqlRequest;
import conductor.api.SqlText;
import conductor.executor.QueryExecutor;
import conductor.gateway.Gateways;
import java.util.List;
import storage.api.StorageRequest.Shape;

/** {@code POST /databases/{db}/query}, {@code /raw} and {@code /stream}. */
final class Statements {
  private final Admission admission;
  private final QueryExecutor executor;

  Statements(Admission admission, QueryExecutor executor) {
    this.admission = admission;
    this.executor = executor;
  }

  Future<HttpReply> run(
      Gateways gateways, Caller caller, Route.Statements route, HttpRequest request) {
    long startMillis = gateways.clock().epochMillis();
    return read(gateways, caller, route.database(), request)
        .flatMap(
            items ->
                executor.execute(
                    gateways,
                    new SqlRequest(
                        route.database(), items, route.shape(), request.hasOption("analyze=1")),
                    admission.authority(caller)))
        .map(
            answers ->
                AnswerWriter.reply(
                    answers, route.shape(), gateways.clock().epochMillis() - startMillis))
        .recover(failure -> Future.failed(hidden(failure, caller)));
  }

  /** The answer to one query, its rows sent as they come. */
  Future<HttpReply> stream(
      Gateways gateways, Caller caller, Route.Stream route, HttpRequest request) {
    long startMillis = gateways.clock().epochMillis();
    return read(gateways, caller, route.database(), request)
        .flatMap(
            items -> {
              StreamWriter.Format format = StreamWriter.Format.of(request.query());
              SqlRequest statements = new SqlRequest(route.database(), items, Shape.ARRAYS);
              return executor.stream(gateways, statements, admission.authority(caller))
                  .map(answer -> StreamWriter.reply(answer, format, gateways.clock(), startMillis));
            })
        .recover(failure -> Future.failed(hidden(failure, caller)));
  }

  /** What is wrong with a request is only for someone who may send one. */
  private Future<List<SqlText>> read(
      Gateways gateways, Caller caller, String database, HttpRequest request) {
    try {
      DatabaseName.check(database);
      request.refuseIdempotencyKey();
      return Future.of(StatementBody.read(request.body()));
    } catch (SqlException refused) {
      return admission
          .requireKnown(gateways, caller, database)
          .flatMap(known -> Future.failed(refused));
    }
  }

  /** A token of no database must not tell which databases there are. */
  private Throwable hidden(Throwable failure, Caller caller) {
    boolean noDatabase =
        failure instanceof SqlException refused && refused.code() == ErrorCode.NOT_FOUND;
    return noDatabase && caller instanceof Caller.Bearer ? admission.unknownToken() : failure;
  }
}
