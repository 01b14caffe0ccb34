package conductor.executor;

import async.Future;
import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.Bindings;
import conductor.engine.InsertPlan;
import conductor.engine.Plan;
import conductor.engine.ReadPlan;
import conductor.engine.Rows;
import conductor.engine.SchemaPlan;
import conductor.engine.Work;
import conductor.engine.WritePlan;
import conductor.eval.EvaluationException;
import conductor.gateway.Gateways;
import conductor.semantics.Catalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sqlite.value.SqlValue;
import storage.api.StatementResult;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import topology.api.RowIdBlock;

/**
 * The work of one request at one epoch: first what every statement has to do is made out, then all
 * of it is done at once, so that each node gets one program of all statements.
 *
 * <pre>
 *   one node                 RUN
 *   several, none writes     RUN on all
 *   several, some write      TRY on all; then, when all went well, RUN on those that write
 * </pre>
 */
final class RequestWork {
  private final Catalog catalog;
  private final Shape wanted;
  private final NodeCalls calls;
  private final RowIds.Request rowIds;
  private final Map<String, Long> expectedIds;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> changedTables = new HashSet<>();
  private int asked;
  private boolean tried;

  /** A statement, what it has to do, and the requests that it took to find that out. */
  private record Step(Plan plan, Work work, int asked) {}

  /**
   * @param expectedIds how many row ids the request may need, by table
   */
  RequestWork(
      Gateways gateways,
      Catalog catalog,
      Shape wanted,
      RowIds allRowIds,
      Map<String, Long> expectedIds) {
    this.catalog = catalog;
    this.wanted = wanted;
    this.calls = new NodeCalls(gateways, catalog);
    this.expectedIds = expectedIds;
    this.rowIds =
        allRowIds
        .new Request(
            catalog.snapshot().slotMap().nodes().get(0).id(),
            catalog.snapshot().epoch(),
            new RowIds.Source() {
              @Override
              public Future<Long> base(InsertPlan.RowIdSource source) {
                return largestRowId(source).map(largest -> largest + 1);
              }

              @Override
              public Future<RowIdBlock> take(String table, long base, long count, long returned) {
                asked++;
                return gateways
                    .topology()
                    .rowIds(catalog.snapshot().database(), table, base, count, returned);
              }
            });
  }

  /** Makes out what a statement has to do. */
  Future<Boolean> add(Plan plan, Bindings bindings) {
    Plan.Input input = new Plan.Input(catalog.snapshot().slotMap(), bindings);
    return switch (plan) {
      case ReadPlan read -> added(plan, read.work(input));
      case WritePlan write -> {
        changedTables.add(write.table());
        rowIds.spoil(write.table());
        yield added(plan, write.work(input));
      }
      case InsertPlan insert -> addInsert(insert, input);
      case SchemaPlan schema ->
          throw new IllegalStateException("not a statement of data: " + schema.label());
    };
  }

  private Future<Boolean> addInsert(InsertPlan insert, Plan.Input input) {
    long expected = expectedIds.getOrDefault(insert.rowIds().table(), 0L);
    return ask(insert.questions(input.bindings()))
        .map(answers -> insert.known(input.bindings(), answers))
        .flatMap(known -> rowIds.fill(insert, known, expected))
        .flatMap(
            filled -> {
              changedTables.add(insert.rowIds().table());
              return added(insert, insert.work(input, filled));
            });
  }

  private Future<Boolean> added(Plan plan, Work work) {
    steps.add(new Step(plan, work, asked));
    asked = 0;
    return Future.of(true);
  }

  /** The rows that one node answers to queries of one row. */
  private Future<List<List<SqlValue>>> ask(List<StorageStatement> questions) {
    if (questions.isEmpty()) {
      return Future.of(List.of());
    }
    asked++;
    SortedMap<Integer, List<StorageStatement>> program = new TreeMap<>();
    program.put(0, questions);
    return calls
        .send(program, Mode.RUN, Shape.ARRAYS)
        .map(
            ended -> {
              List<List<SqlValue>> rows = new ArrayList<>();
              for (StatementResult result : NodeCalls.onlyResults(ended)) {
                rows.addAll(Rows.read(Rows.encoded(result)));
              }
              return rows;
            });
  }

  /** The largest row id on any node, after what the request has done to the table so far. */
  private Future<Long> largestRowId(InsertPlan.RowIdSource source) {
    boolean changed = changedTables.contains(source.table());
    SortedMap<Integer, List<StorageStatement>> programs = changed ? programs() : new TreeMap<>();
    StorageStatement question =
        new StorageStatement(source.largest(), List.of(), StorageStatement.Kind.READ);
    for (int node = 0; node < catalog.nodeCount(); node++) {
      programs.computeIfAbsent(node, none -> new ArrayList<>()).add(question);
    }
    asked += programs.size();
    return calls
        .send(programs, changed ? Mode.TRY : Mode.RUN, Shape.ARRAYS)
        .map(ended -> largest(NodeCalls.results(ended)));
  }

  private static long largest(SortedMap<Integer, List<StatementResult>> results) {
    long largest = 0;
    boolean any = false;
    for (List<StatementResult> ofNode : results.values()) {
      StatementResult last = ofNode.get(ofNode.size() - 1);
      SqlValue value = Rows.read(Rows.encoded(last)).get(0).get(0);
      if (value instanceof SqlValue.Int id) {
        largest = any ? Math.max(largest, id.value()) : id.value();
        any = true;
      }
    }
    if (largest == Long.MAX_VALUE) {
      throw new SqlException(ErrorCode.SQL, "database or disk is full");
    }
    return largest;
  }

  /** What each node has to run for all statements so far. */
  private SortedMap<Integer, List<StorageStatement>> programs() {
    SortedMap<Integer, List<StorageStatement>> programs = new TreeMap<>();
    for (Step step : steps) {
      step.work()
          .programs()
          .forEach(
              (node, statements) ->
                  programs.computeIfAbsent(node, none -> new ArrayList<>()).addAll(statements));
    }
    return programs;
  }

  /** Whether a failure may be due to row ids that others have used meanwhile. */
  boolean mayCollide() {
    return rowIds.usedOlderBlock();
  }

  /** Does the work. */
  Future<List<Answer>> run() {
    SortedMap<Integer, List<StorageStatement>> programs = programs();
    return carryOut(programs)
        .map(
            answers -> {
              rowIds.end(true);
              return answers;
            })
        .recover(
            failure -> {
              rowIds.end(false);
              return Future.failed(failure);
            });
  }

  /** The work was not begun. */
  void abandon() {
    rowIds.end(false);
  }

  private Future<List<Answer>> carryOut(SortedMap<Integer, List<StorageStatement>> programs) {
    boolean writes = steps.stream().anyMatch(step -> step.work().writes());
    Shape shape =
        steps.stream().anyMatch(step -> step.work().merge().decodes()) ? Shape.ARRAYS : wanted;
    if (programs.size() <= 1 || !writes) {
      return calls
          .send(programs, Mode.RUN, shape)
          .map(ended -> answers(Outcomes.ofOnlyWave(ended, writes), shape));
    }
    tried = true;
    return calls
        .send(programs, Mode.TRY, shape)
        .flatMap(
            ended -> {
              SortedMap<Integer, List<StatementResult>> results = NodeCalls.results(ended);
              // A merge that fails must do so before anything is applied.
              answers(results, shape);
              return calls
                  .send(writers(programs), Mode.RUN, shape)
                  .map(
                      applied -> {
                        results.putAll(Outcomes.ofSecondWave(applied));
                        return answers(results, shape);
                      });
            });
  }

  private SortedMap<Integer, List<StorageStatement>> writers(
      SortedMap<Integer, List<StorageStatement>> programs) {
    Set<Integer> nodes = new HashSet<>();
    for (Step step : steps) {
      if (step.work().writes()) {
        nodes.addAll(step.work().programs().keySet());
      }
    }
    SortedMap<Integer, List<StorageStatement>> writers = new TreeMap<>(programs);
    writers.keySet().retainAll(nodes);
    return writers;
  }

  private List<Answer> answers(SortedMap<Integer, List<StatementResult>> results, Shape shape) {
    Map<Integer, Integer> position = new HashMap<>();
    List<Answer> answers = new ArrayList<>();
    for (Step step : steps) {
      SortedMap<Integer, List<StatementResult>> own = new TreeMap<>();
      step.work()
          .programs()
          .forEach(
              (node, statements) -> {
                int from = position.getOrDefault(node, 0);
                int end = from + statements.size();
                position.put(node, end);
                own.put(node, Objects.requireNonNull(results.get(node)).subList(from, end));
              });
      answers.add(answer(step, own, shape));
    }
    return answers;
  }

  private Answer answer(Step step, SortedMap<Integer, List<StatementResult>> results, Shape shape) {
    Work.Outcome outcome = merged(step, results, shape);
    int nodes = step.work().programs().size();
    int waves = tried && step.work().writes() ? 2 : 1;
    return new Answer(
        outcome.columns(),
        outcome.rows(),
        outcome.changes(),
        outcome.lastRowId(),
        step.work().writes(),
        new Answer.Cost(step.asked() + nodes * waves, nodes),
        label(step.plan(), nodes));
  }

  private Work.Outcome merged(
      Step step, SortedMap<Integer, List<StatementResult>> results, Shape shape) {
    try {
      return step.work().merge().merge(results, shape, wanted);
    } catch (EvaluationException refused) {
      throw new SqlException(ErrorCode.SQL, String.valueOf(refused.getMessage()));
    }
  }

  private static String label(Plan plan, int nodes) {
    return plan instanceof ReadPlan read ? read.label(nodes) : plan.label();
  }
}
