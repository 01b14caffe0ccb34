package conductor.executor;

import async.Future;
import conductor.api.Answer;
import conductor.api.Authority;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.api.SqlRequest;
import conductor.api.SqlText;
import conductor.cache.CachedDatabase;
import conductor.cache.MetadataCache;
import conductor.engine.Bindings;
import conductor.engine.InsertPlan;
import conductor.engine.Planned;
import conductor.engine.ReadPlan;
import conductor.eval.EvaluationException;
import conductor.gateway.Gateways;
import conductor.gateway.Unreachable;
import conductor.plan.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sqlite.ast.AlterTable;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.CreateTrigger;
import sqlite.ast.CreateView;
import sqlite.ast.Drop;
import sqlite.ast.Maintenance;
import sqlite.ast.Statement;
import sqlite.parser.SqlParser;
import sqlite.parser.SqlSyntaxException;

/**
 * Carries out requests: the five steps from SQL text to answers.
 *
 * <p>One of these lives as long as its isolate and holds what is remembered between requests; it
 * holds nothing of a request.
 */
public final class QueryExecutor {
  /** The metadata may change while a request runs, and again while it runs anew. */
  private static final int ATTEMPTS = 5;

  private final MetadataCache cache;
  private final RowIds rowIds = new RowIds();

  /** An executor that remembers metadata in {@code cache}. */
  public QueryExecutor(MetadataCache cache) {
    this.cache = cache;
  }

  /** The answers to the statements of a request, in order; or nothing has been done. */
  public Future<List<Answer>> execute(Gateways gateways, SqlRequest request, Authority authority) {
    return execute(gateways, request, authority, null);
  }

  /** The answer to a request of one query, rows as arrays, page by page where that can be. */
  public Future<AnswerStream> stream(Gateways gateways, SqlRequest request, Authority authority) {
    Streaming streaming = new Streaming();
    return execute(gateways, request, authority, streaming)
        .map(answers -> streaming.of(answers.get(0)));
  }

  private Future<List<Answer>> execute(
      Gateways gateways, SqlRequest request, Authority authority, @Nullable Streaming streaming) {
    return cache
        .find(gateways, request.database())
        .flatMap(
            found ->
                new Attempt(gateways, request, authority, streaming, ATTEMPTS)
                    .with(found.database(), found.topologyRequests()))
        .recover(
            failure ->
                Future.failed(
                    failure instanceof Unreachable lost
                        ? new SqlException(ErrorCode.UNREACHABLE, String.valueOf(lost.getMessage()))
                        : failure));
  }

  /** One try of a request. */
  private final class Attempt {
    private final Gateways gateways;
    private final SqlRequest request;
    private final Authority authority;
    private final @Nullable Streaming streaming;
    private final int left;

    Attempt(
        Gateways gateways,
        SqlRequest request,
        Authority authority,
        @Nullable Streaming streaming,
        int left) {
      this.gateways = gateways;
      this.request = request;
      this.authority = authority;
      this.streaming = streaming;
      this.left = left;
    }

    Future<List<Answer>> with(CachedDatabase database, int topologyRequests) {
      Future<List<Answer>> answers;
      try {
        answers = carryOut(database);
      } catch (StaleMetadata | RefusedByMetadata stale) {
        answers = Future.failed(stale);
      }
      return answers
          .flatMap(
              list ->
                  topologyRequests > 0 || aNodeAnswered(list)
                      ? Future.of(charged(list, topologyRequests))
                      : unlessStale(database, Future.of(list)))
          .recover(
              failure -> {
                if (failure instanceof StaleMetadata) {
                  return again(topologyRequests);
                }
                if (failure instanceof RefusedByMetadata refused) {
                  return topologyRequests > 0
                      ? Future.failed(refused.why())
                      : unlessStale(database, Future.failed(refused.why()));
                }
                return Future.failed(failure);
              });
    }

    /**
     * The end of an attempt that no node had a part in, if the metadata that it was made with is
     * still what Topology has; else a new attempt.
     */
    private Future<List<Answer>> unlessStale(CachedDatabase used, Future<List<Answer>> end) {
      return cache
          .refresh(gateways, request.database())
          .flatMap(
              found ->
                  found.database() == used
                      ? end.map(list -> charged(list, found.topologyRequests()))
                      : new Attempt(gateways, request, authority, streaming, left - 1)
                          .with(found.database(), found.topologyRequests()));
    }

    private Future<List<Answer>> again(int topologyRequests) {
      if (left == 1) {
        return Future.failed(
            new SqlException(
                ErrorCode.BUSY, "the schema is being changed again and again; try again"));
      }
      return cache
          .refresh(gateways, request.database())
          .flatMap(
              found ->
                  new Attempt(gateways, request, authority, streaming, left - 1)
                      .with(found.database(), topologyRequests + found.topologyRequests()));
    }

    private Future<List<Answer>> carryOut(CachedDatabase database) {
      Authority.Access access = access(database);
      List<SchemaWork.Definition> definitions = definitions(access);
      if (definitions.isEmpty()) {
        return changeRows(database, access);
      }
      if (streaming != null) {
        throw onlyOneQuery();
      }
      SchemaWork work = new SchemaWork(gateways, database.catalog());
      return work.run(definitions)
          .flatMap(answers -> work.changes() ? withNewMetadata(answers) : Future.of(answers));
    }

    private Authority.Access access(CachedDatabase database) {
      try {
        return authority.to(database.catalog().snapshot());
      } catch (SqlException unknown) {
        throw new RefusedByMetadata(unknown);
      }
    }

    /**
     * The answers once the new schema is known; they are right also when it cannot be asked for.
     */
    private Future<List<Answer>> withNewMetadata(List<Answer> answers) {
      return cache
          .refresh(gateways, request.database())
          .map(found -> charged(answers, found.topologyRequests()))
          .recover(
              failure -> {
                cache.forget(request.database());
                return Future.of(charged(answers, 1));
              });
    }

    private Future<List<Answer>> changeRows(CachedDatabase database, Authority.Access access) {
      List<Bound> statements = new ArrayList<>();
      Moment moment = new Moment(gateways.clock().epochMillis());
      for (int i = 0; i < request.items().size(); i++) {
        bind(database, access, i, moment, statements);
      }
      if (statements.size() > Limits.STATEMENTS) {
        throw new SqlException(
            ErrorCode.LIMIT, "too many statements: the limit is " + Limits.STATEMENTS);
      }
      if (streaming != null && (statements.size() != 1 || !reads(statements.get(0).planned()))) {
        throw onlyOneQuery();
      }
      return run(database, statements, true);
    }

    private static SqlException onlyOneQuery() {
      return new SqlException(
          ErrorCode.BAD_REQUEST, "a stream is the answer to one SELECT: send the rest to /query");
    }

    private void bind(
        CachedDatabase database,
        Authority.Access access,
        int item,
        Moment moment,
        List<Bound> statements) {
      SqlText text = request.items().get(item);
      int number = number(item);
      try {
        Binder binder = new Binder(text.parameters(), moment, gateways);
        for (Planned planned : plans(database, text.sql(), access)) {
          statements.add(new Bound(planned, binder.bind(planned), number));
        }
        binder.finish();
      } catch (SqlException refused) {
        throw refused.inStatement(number);
      } catch (RefusedByMetadata refused) {
        throw new RefusedByMetadata(refused.why().inStatement(number));
      }
    }

    private Future<List<Answer>> run(
        CachedDatabase database, List<Bound> statements, boolean mayRepeat) {
      RequestWork work =
          new RequestWork(
              gateways,
              database.catalog(),
              request.shape(),
              request.analyze()
                  ? new PlanCosts(
                      gateways.clock(), statements.stream().map(Bound::planned).toList())
                  : null,
              rowIds,
              expectedIds(statements));
      return Future.inOrder(statements.size(), i -> added(work, statements.get(i)))
          .recover(
              failure -> {
                work.abandon();
                return Future.failed(failure);
              })
          .flatMap(all -> streaming == null ? work.run() : work.stream(streaming))
          .recover(
              failure -> {
                boolean collided =
                    failure instanceof SqlException refused
                        && refused.code() == ErrorCode.SQL
                        && work.mayCollide();
                return collided && mayRepeat
                    ? run(database, statements, false)
                    : Future.failed(failure);
              });
    }

    /** The number of a text in the batch, or 0 when the request is no batch. */
    private int number(int item) {
      return request.items().size() == 1 ? 0 : item + 1;
    }

    /** The statements, when they change the schema; they cannot share a request with others. */
    private List<SchemaWork.Definition> definitions(Authority.Access access) {
      List<SchemaWork.Definition> definitions = new ArrayList<>();
      boolean others = false;
      for (int i = 0; i < request.items().size(); i++) {
        String sql = request.items().get(i).sql();
        // Only a text that holds such a word can be one; the others are parsed when planned.
        if (!mayDefine(sql)) {
          others = true;
          continue;
        }
        for (Statement statement : parse(sql, number(i))) {
          if (isDefinition(statement)) {
            definitions.add(new SchemaWork.Definition(sql, statement, number(i)));
          } else {
            others = true;
          }
        }
      }
      if (!definitions.isEmpty()) {
        SchemaWork.Definition last = definitions.get(definitions.size() - 1);
        if (access == Authority.Access.READ) {
          throw mayOnlyRead(last.statement()).in(last.sql()).inStatement(last.text());
        }
        if (others) {
          throw SqlException.unsupported(
                  "a change of the schema in one request with other statements",
                  last.statement().span())
              .in(last.sql())
              .inStatement(last.text());
        }
      }
      return definitions;
    }
  }

  /**
   * A statement with the values of its parameters.
   *
   * @param text the number of its text in a batch, or 0
   */
  private record Bound(Planned planned, Bindings bindings, int text) {}

  private static Future<Boolean> added(RequestWork work, Bound statement) {
    Future<Boolean> added;
    try {
      added = work.add(statement.planned().plan(), statement.bindings(), statement.text());
    } catch (EvaluationException refused) {
      added = Future.failed(refused);
    } catch (SqlException refused) {
      throw new RefusedByMetadata(refused.inStatement(statement.text()));
    }
    return added.recover(
        failure ->
            Future.failed(
                switch (failure) {
                  case EvaluationException refused ->
                      new SqlException(ErrorCode.SQL, String.valueOf(refused.getMessage()))
                          .inStatement(statement.text());
                  case SqlException refused -> refused.inStatement(statement.text());
                  default -> failure;
                }));
  }

  private static List<Planned> plans(CachedDatabase database, String sql, Authority.Access access) {
    List<Planned> known = database.plans(sql);
    if (known != null
        && (access == Authority.Access.WRITE || known.stream().allMatch(QueryExecutor::reads))) {
      return known;
    }
    List<Statement> statements = parse(sql, 0);
    if (statements.isEmpty()) {
      throw new SqlException(ErrorCode.SQL, "the SQL holds no statement");
    }
    for (Statement statement : statements) {
      if (access == Authority.Access.READ && !Planner.onlyReads(statement)) {
        throw mayOnlyRead(statement).in(sql);
      }
    }
    Planner planner = new Planner(database.catalog(), sql);
    List<Planned> plans = new ArrayList<>();
    try {
      for (Statement statement : statements) {
        plans.add(planner.plan(statement));
      }
    } catch (SqlException refused) {
      throw new RefusedByMetadata(refused.in(sql));
    }
    database.remember(sql, List.copyOf(plans));
    return plans;
  }

  private static boolean reads(Planned planned) {
    return planned.plan() instanceof ReadPlan;
  }

  private static SqlException mayOnlyRead(Statement statement) {
    return new SqlException(
        ErrorCode.FORBIDDEN, "the token may only read: SELECT and no more", statement.span());
  }

  private static List<Statement> parse(String sql, int text) {
    try {
      return new SqlParser().parseScript(sql);
    } catch (SqlSyntaxException refused) {
      ErrorCode code =
          switch (refused.reason()) {
            case SYNTAX -> ErrorCode.SQL;
            case TOO_DEEP, TOO_LONG, TOO_MANY -> ErrorCode.LIMIT;
          };
      throw new SqlException(code, String.valueOf(refused.getMessage()), refused.position())
          .inStatement(text);
    }
  }

  private static boolean isDefinition(Statement statement) {
    return switch (statement) {
      case CreateTable ignored -> true;
      case CreateIndex ignored -> true;
      case Drop ignored -> true;
      case AlterTable ignored -> true;
      case CreateView ignored -> true;
      case CreateTrigger ignored -> true;
      case Maintenance.Reindex ignored -> true;
      default -> false;
    };
  }

  private static boolean mayDefine(String sql) {
    return holds(sql, "create")
        || holds(sql, "drop")
        || holds(sql, "alter")
        || holds(sql, "reindex");
  }

  private static boolean holds(String sql, String word) {
    for (int i = 0; i + word.length() <= sql.length(); i++) {
      if (sql.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  /** How many row ids the statements may need of each table. */
  private static Map<String, Long> expectedIds(List<Bound> statements) {
    Map<String, Long> expected = new HashMap<>();
    for (Bound statement : statements) {
      if (statement.planned().plan() instanceof InsertPlan insert) {
        expected.merge(insert.rowIds().table(), (long) insert.rows().size(), Long::sum);
      }
    }
    return expected;
  }

  private static boolean aNodeAnswered(List<Answer> answers) {
    return answers.stream().anyMatch(answer -> answer.cost().nodes() > 0);
  }

  private static List<Answer> charged(List<Answer> answers, int topologyRequests) {
    List<Answer> charged = new ArrayList<>(answers);
    if (topologyRequests > 0 && !charged.isEmpty()) {
      charged.set(0, charged.get(0).charged(topologyRequests));
    }
    return charged;
  }
}
