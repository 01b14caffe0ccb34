package conductor.executor;

import async.Future;
import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.Plan;
import conductor.engine.Rows;
import conductor.engine.SchemaAfter;
import conductor.engine.SchemaPlan;
import conductor.gateway.Gateways;
import conductor.gateway.Unreachable;
import conductor.plan.Planner;
import conductor.semantics.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sqlite.ast.Statement;
import storage.api.RowCounts;
import storage.api.StatementResult;
import storage.api.StorageReply;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import topology.api.ChangeOutcome;
import topology.api.SchemaChange;
import topology.api.Snapshot;

/**
 * Changes of the schema that one request makes: each is planned against the schema that those
 * before it leave, and Topology applies all of them as one change.
 */
final class SchemaWork {
  /**
   * A statement with the text that its spans are of.
   *
   * @param sql the text
   * @param statement parsed of it
   * @param text the number of the text in a batch, or 0
   */
  record Definition(String sql, Statement statement, int text) {}

  private final Gateways gateways;
  private final Snapshot before;
  private final NodeCalls calls;
  private final List<SchemaPlan> plans = new ArrayList<>();
  private final List<StorageStatement> program = new ArrayList<>();
  private Snapshot after;
  private int asked;
  private RowCounts work = RowCounts.NONE;
  private long sizeBytes;

  SchemaWork(Gateways gateways, Catalog catalog) {
    this.gateways = gateways;
    this.before = catalog.snapshot();
    this.after = before;
    this.calls = new NodeCalls(gateways, catalog);
  }

  Future<List<Answer>> run(List<Definition> definitions) {
    return Future.inOrder(definitions.size(), i -> add(definitions.get(i)))
        .flatMap(planned -> apply());
  }

  private Future<Boolean> add(Definition definition) {
    Catalog catalog = new Catalog(after);
    Plan plan;
    try {
      plan = new Planner(catalog, definition.sql()).plan(definition.statement()).plan();
    } catch (SqlException refused) {
      throw new RefusedByMetadata(refused.in(definition.sql()).inStatement(definition.text()));
    }
    if (!(plan instanceof SchemaPlan schema)) {
      throw new IllegalStateException("not a change of the schema: " + plan.label());
    }
    plans.add(schema);
    if (schema.isOfMetadata()) {
      after = SchemaAfter.ofMetadata(after, schema.effect());
    }
    if (schema.statements().isEmpty()) {
      return Future.of(true);
    }
    for (String statement : schema.statements()) {
      program.add(new StorageStatement(statement, List.of(), StorageStatement.Kind.WRITE));
    }
    return trySoFar(schema, catalog)
        .recover(
            failure ->
                Future.failed(
                    failure instanceof SqlException refused
                        ? refused.inStatement(definition.text())
                        : failure));
  }

  /** Has a node try everything so far and show what its schema is then. */
  private Future<Boolean> trySoFar(SchemaPlan schema, Catalog catalog) {
    List<StorageStatement> trial = new ArrayList<>(program);
    trial.add(SchemaAfter.QUESTION);
    SortedMap<Integer, List<StorageStatement>> programs = new TreeMap<>();
    programs.put(0, trial);
    asked++;
    return calls
        .send(programs, Mode.TRY, Shape.ARRAYS)
        .map(
            ended -> {
              StorageReply.Done done = NodeCalls.only(ended);
              List<StatementResult> results = done.results();
              work = work(results.subList(0, results.size() - 1));
              sizeBytes = done.sizeBytes();
              after =
                  SchemaAfter.of(
                      catalog.snapshot(), schema.effect(), results.get(results.size() - 1));
              Planner.checkPlacement(new Catalog(after));
              return true;
            });
  }

  private static RowCounts work(List<StatementResult> results) {
    RowCounts work = RowCounts.NONE;
    for (StatementResult result : results) {
      work = work.plus(result.counts());
    }
    return work;
  }

  private Future<List<Answer>> apply() {
    if (!changes()) {
      return Future.of(answers());
    }
    List<String> statements = program.stream().map(StorageStatement::sql).toList();
    SchemaChange change =
        new SchemaChange(
            Long.toHexString(gateways.entropy().nextLong())
                + Long.toHexString(gateways.entropy().nextLong()),
            before.epoch(),
            statements,
            after.tables(),
            after.indexes(),
            after.views());
    asked++;
    return gateways
        .topology()
        .change(before.database(), change)
        .map(
            outcome ->
                switch (outcome) {
                  case ChangeOutcome.Applied ignored -> answers();
                  case ChangeOutcome.Stale ignored -> throw new StaleMetadata();
                  case ChangeOutcome.Refused refused ->
                      throw new SqlException(ErrorCode.SQL, refused.message());
                  case ChangeOutcome.Undone ignored -> throw new StaleMetadata();
                  case ChangeOutcome.NoDatabase ignored -> throw new StaleMetadata();
                })
        .recover(
            failure ->
                Future.failed(
                    failure instanceof Unreachable lost
                        ? new SqlException(
                            ErrorCode.OUTCOME_UNKNOWN,
                            lost.getMessage() + ": it is not known whether the schema was changed")
                        : failure));
  }

  /** Whether anything was changed, so that what is remembered is out of date. */
  boolean changes() {
    return plans.stream().anyMatch(SchemaPlan::changes);
  }

  private List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (SchemaPlan plan : plans) {
      answers.add(
          new Answer(
              Plan.NO_COLUMNS,
              Rows.NONE,
              0,
              0,
              plan.changes(),
              new Answer.Cost(asked, plan.changes() ? 1 : 0, work, sizeBytes),
              plan.label()));
      asked = 0;
      work = RowCounts.NONE;
    }
    return answers;
  }
}
