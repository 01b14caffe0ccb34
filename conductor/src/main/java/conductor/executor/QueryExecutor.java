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
import sqlite.ast.AlterTable;
import sqlite.ast.CreateIndex;
import sqlite.ast.CreateTable;
import sqlite.ast.Drop;
import sqlite.ast.Statement;
import sqlite.parser.SqlParser;
import sqlite.parser.SqlSyntaxException;
import sqlite.token.SourceSpan;

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
    return cache
        .find(gateways, request.database())
        .flatMap(
            found ->
                new Attempt(gateways, request, authority, ATTEMPTS)
                    .with(found.database(), found.topologyRequests()))
        .recover(QueryExecutor::unreachable);
  }

  /** What was not reached before anything was applied; later losses say themselves what is so. */
  private static Future<List<Answer>> unreachable(Throwable failure) {
    return Future.failed(
        failure instanceof Unreachable lost
            ? new SqlException(ErrorCode.UNREACHABLE, String.valueOf(lost.getMessage()))
            : failure);
  }

  /** One try of a request. */
  private final class Attempt {
    private final Gateways gateways;
    private final SqlRequest request;
    private final Authority authority;
    private final int left;

    Attempt(Gateways gateways, SqlRequest request, Authority authority, int left) {
      this.gateways = gateways;
      this.request = request;
      this.authority = authority;
      this.left = left;
    }

    Future<List<Answer>> with(CachedDatabase database, int topologyRequests) {
      Future<List<Answer>> answers;
      try {
        answers = carryOut(database);
      } catch (StaleMetadata | Unconfirmed doubtful) {
        answers = Future.failed(doubtful);
      }
      return answers
          .map(list -> charged(list, topologyRequests))
          .recover(
              failure -> {
                if (failure instanceof StaleMetadata) {
                  return again(topologyRequests);
                }
                if (failure instanceof Unconfirmed unconfirmed) {
                  return topologyRequests > 0
                      ? Future.failed(unconfirmed.refusal())
                      : confirmed(database, unconfirmed.refusal());
                }
                return Future.failed(failure);
              });
    }

    /** The refusal, if it is one by the newest metadata too. */
    private Future<List<Answer>> confirmed(CachedDatabase database, SqlException refusal) {
      return cache
          .refresh(gateways, request.database())
          .flatMap(
              found ->
                  found.database() == database
                      ? Future.failed(refusal)
                      : new Attempt(gateways, request, authority, left)
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
                  new Attempt(gateways, request, authority, left - 1)
                      .with(found.database(), topologyRequests + found.topologyRequests()));
    }

    private Future<List<Answer>> carryOut(CachedDatabase database) {
      Authority.Access access = authority.to(database.catalog().snapshot());
      List<SchemaWork.Definition> definitions = definitions();
      if (definitions.isEmpty()) {
        return changeRows(database, access);
      }
      requireWrite(access);
      SchemaWork work = new SchemaWork(gateways, database.catalog());
      return work.run(definitions)
          .flatMap(
              answers ->
                  work.changes() ? refreshed().map(known -> answers) : Future.of(answers));
    }

    /** What the schema is now; where that cannot be learnt, the next request finds it out. */
    private Future<Boolean> refreshed() {
      return cache
          .refresh(gateways, request.database())
          .map(found -> true)
          .recover(
              failure -> {
                cache.forget(request.database());
                return Future.of(false);
              });
    }

    private Future<List<Answer>> changeRows(CachedDatabase database, Authority.Access access) {
      List<Planned> planned = new ArrayList<>();
      List<Bindings> bindings = new ArrayList<>();
      Moment moment = new Moment(gateways.clock().epochMillis());
      for (SqlText item : request.items()) {
        Binder binder = new Binder(item.parameters(), moment, gateways);
        for (Planned statement : plans(database, item.sql())) {
          planned.add(statement);
          bindings.add(binder.bind(statement));
        }
        binder.finish();
      }
      if (planned.size() > Limits.STATEMENTS) {
        throw new SqlException(
            ErrorCode.LIMIT, "too many statements: the limit is " + Limits.STATEMENTS);
      }
      if (planned.stream().anyMatch(statement -> !(statement.plan() instanceof ReadPlan))) {
        requireWrite(access);
      }
      return run(database, planned, bindings, true);
    }

    private Future<List<Answer>> run(
        CachedDatabase database,
        List<Planned> planned,
        List<Bindings> bindings,
        boolean mayRepeat) {
      RequestWork work =
          new RequestWork(
              gateways, database.catalog(), request.shape(), rowIds, expectedIds(planned));
      return Future.inOrder(planned.size(), i -> added(work, planned.get(i), bindings.get(i)))
          .recover(
              failure -> {
                work.abandon();
                return Future.failed(failure);
              })
          .flatMap(all -> work.run())
          .recover(
              failure -> {
                boolean collided =
                    failure instanceof SqlException refused
                        && refused.code() == ErrorCode.SQL
                        && work.mayCollide();
                return collided && mayRepeat
                    ? run(database, planned, bindings, false)
                    : Future.failed(failure);
              });
    }

    private void requireWrite(Authority.Access access) {
      if (access != Authority.Access.WRITE) {
        throw new SqlException(ErrorCode.FORBIDDEN, "the token may only read");
      }
    }

    /** The statements, when they change the schema; they cannot share a request with others. */
    private List<SchemaWork.Definition> definitions() {
      List<SchemaWork.Definition> definitions = new ArrayList<>();
      boolean others = false;
      SourceSpan mixed = SourceSpan.NONE;
      String mixedIn = "";
      for (SqlText item : request.items()) {
        // Only a text that holds such a word can be one; the others are parsed when planned.
        if (!mayDefine(item.sql())) {
          others = true;
          continue;
        }
        for (Statement statement : parse(item.sql())) {
          if (isDefinition(statement)) {
            definitions.add(new SchemaWork.Definition(item.sql(), statement));
            mixed = statement.span();
            mixedIn = item.sql();
          } else {
            others = true;
          }
        }
      }
      if (others && !definitions.isEmpty()) {
        throw SqlException.unsupported(
                "a change of the schema in one request with other statements", mixed)
            .in(mixedIn);
      }
      return definitions;
    }
  }

  private static Future<Boolean> added(RequestWork work, Planned planned, Bindings bindings) {
    try {
      return Unconfirmed.orGet(() -> work.add(planned.plan(), bindings));
    } catch (EvaluationException refused) {
      throw new SqlException(ErrorCode.SQL, String.valueOf(refused.getMessage()));
    }
  }

  private static List<Planned> plans(CachedDatabase database, String sql) {
    List<Planned> known = database.plans(sql);
    if (known != null) {
      return known;
    }
    List<Statement> statements = parse(sql);
    if (statements.isEmpty()) {
      throw new SqlException(ErrorCode.SQL, "the SQL holds no statement");
    }
    List<Planned> plans = Unconfirmed.orGet(() -> planned(database, sql, statements));
    database.remember(sql, plans);
    return plans;
  }

  private static List<Planned> planned(
      CachedDatabase database, String sql, List<Statement> statements) {
    Planner planner = new Planner(database.catalog(), sql);
    List<Planned> plans = new ArrayList<>();
    try {
      for (Statement statement : statements) {
        plans.add(planner.plan(statement));
      }
    } catch (SqlException refused) {
      throw refused.in(sql);
    }
    return List.copyOf(plans);
  }

  private static List<Statement> parse(String sql) {
    try {
      return new SqlParser().parseScript(sql);
    } catch (SqlSyntaxException refused) {
      ErrorCode code =
          switch (refused.reason()) {
            case SYNTAX -> ErrorCode.SQL;
            case TOO_DEEP, TOO_LONG, TOO_MANY -> ErrorCode.LIMIT;
          };
      throw new SqlException(code, String.valueOf(refused.getMessage()), refused.position());
    }
  }

  private static boolean isDefinition(Statement statement) {
    return switch (statement) {
      case CreateTable ignored -> true;
      case CreateIndex ignored -> true;
      case Drop ignored -> true;
      case AlterTable ignored -> true;
      default -> false;
    };
  }

  private static boolean mayDefine(String sql) {
    return holds(sql, "create") || holds(sql, "drop") || holds(sql, "alter");
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
  private static Map<String, Long> expectedIds(List<Planned> planned) {
    Map<String, Long> expected = new HashMap<>();
    for (Planned statement : planned) {
      if (statement.plan() instanceof InsertPlan insert) {
        expected.merge(insert.rowIds().table(), (long) insert.rows().size(), Long::sum);
      }
    }
    return expected;
  }

  private static List<Answer> charged(List<Answer> answers, int topologyRequests) {
    if (topologyRequests == 0 || answers.isEmpty()) {
      return answers;
    }
    List<Answer> charged = new ArrayList<>(answers);
    Answer first = charged.get(0);
    Answer.Cost cost =
        new Answer.Cost(first.cost().subrequests() + topologyRequests, first.cost().nodes());
    charged.set(
        0,
        new Answer(
            first.columns(),
            first.rows(),
            first.changes(),
            first.lastRowId(),
            first.write(),
            cost,
            first.plan()));
    return charged;
  }
}
