package conductor.http;

import async.Future;
import conductor.cache.MetadataCache;
import conductor.executor.QueryExecutor;
import conductor.gateway.Gateways;
import java.util.function.Supplier;

/**
 * Answers HTTP requests.
 *
 * <p>One of these lives as long as its isolate and holds what is remembered between requests; it
 * holds nothing of a request.
 *
 * <p>A route that does not exist and a method that it does not take are told to everyone; for
 * everything else there must be a token first, see {@link Admission}.
 */
public final class Service {
  private final Admission admission;
  private final Databases databases;
  private final Statements statements;

  /** A service that remembers nothing yet. */
  public Service(Settings settings) {
    MetadataCache cache = new MetadataCache();
    this.admission = new Admission(settings);
    this.databases = new Databases(settings, cache);
    this.statements = new Statements(admission, new QueryExecutor(cache));
  }

  /** The answer to a request. It never fails: what goes wrong is an answer too. */
  public Future<HttpReply> handle(Gateways gateways, HttpRequest request) {
    Future<HttpReply> reply;
    try {
      reply = answer(gateways, request);
    } catch (RuntimeException | StackOverflowError failure) {
      reply = Future.failed(failure);
    }
    return reply.recover(failure -> Future.of(Replies.failure(failure)));
  }

  private Future<HttpReply> answer(Gateways gateways, HttpRequest request) {
    Route route = Route.of(request.path());
    String method = request.method();
    if (!route.methods().contains(method)) {
      return Future.of(Replies.otherMethod(method, route.methods()));
    }
    return switch (route) {
      case Route.Health ignored -> Future.of(Replies.HEALTHY);
      case Route.Databases ignored -> list(gateways, request);
      case Route.Database one ->
          switch (method) {
            case "GET" ->
                look(
                    gateways,
                    request,
                    one.database(),
                    () -> Databases.described(gateways, one.database()));
            case "PUT" ->
                administer(
                    gateways,
                    request,
                    one.database(),
                    () -> databases.create(gateways, one.database(), request.body()));
            default ->
                administer(
                    gateways,
                    request,
                    one.database(),
                    () -> databases.drop(gateways, one.database()));
          };
      case Route.Tokens tokens ->
          administer(
              gateways,
              request,
              tokens.database(),
              () ->
                  method.equals("GET")
                      ? Tokens.list(gateways, tokens.database())
                      : Tokens.create(gateways, tokens.database(), request.body()));
      case Route.OneToken token ->
          administer(
              gateways,
              request,
              token.database(),
              () -> Tokens.revoke(gateways, token.database(), token.id()));
      case Route.Transaction one ->
          look(
              gateways,
              request,
              one.database(),
              () -> Transactions.find(gateways, one.database(), one.id()));
      case Route.Stream stream ->
          admission
              .caller(gateways, request.authorization())
              .flatMap(caller -> statements.stream(gateways, caller, stream, request));
      case Route.Statements run ->
          admission
              .caller(gateways, request.authorization())
              .flatMap(caller -> statements.run(gateways, caller, run, request));
    };
  }

  private Future<HttpReply> list(Gateways gateways, HttpRequest request) {
    admission.requireConfigured();
    return admission
        .caller(gateways, request.authorization())
        .flatMap(
            caller -> {
              admission.requireAdmin(caller);
              return Databases.list(gateways);
            });
  }

  /** What everyone may look at whom the database knows. */
  private Future<HttpReply> look(
      Gateways gateways, HttpRequest request, String database, Supplier<Future<HttpReply>> work) {
    return admission
        .caller(gateways, request.authorization())
        .flatMap(caller -> admission.requireKnown(gateways, caller, database))
        .flatMap(
            known -> {
              DatabaseName.check(database);
              return work.get();
            });
  }

  /** What only the admin may do with a database. */
  private Future<HttpReply> administer(
      Gateways gateways, HttpRequest request, String database, Supplier<Future<HttpReply>> work) {
    admission.requireConfigured();
    return admission
        .caller(gateways, request.authorization())
        .flatMap(caller -> admission.requireAdmin(gateways, caller, database))
        .flatMap(
            admin -> {
              DatabaseName.check(database);
              request.refuseIdempotencyKey();
              return work.get();
            });
  }
}
