package conductor.executor;

import async.Future;
import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.Bindings;
import conductor.engine.GuessFailed;
import conductor.engine.InsertPlan;
import conductor.engine.Plan;
import conductor.engine.ReadPlan;
import conductor.engine.SchemaPlan;
import conductor.engine.Work;
import conductor.engine.WritePlan;
import conductor.eval.EvaluationException;
import conductor.gateway.Gateways;
import conductor.gateway.ScratchGateway;
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
import org.jspecify.annotations.Nullable;
import storage.api.RowCounts;
import storage.api.StatementResult;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import topology.api.RowIdBlock;
import topology.api.SlotMap;

/**
 * The work of one request at one epoch: first what every statement has to do is made out, then all
 * of it is done at once, so that each node gets one program of all statements.
 *
 * <pre>
 *   one node                 RUN
 *   several, none writes     COMPARE on all: see ComparedRead
 *   several, some write      hold all, decide on one, settle on the others: see JointWork
 * </pre>
 */
final class RequestWork {
  private final Gateways gateways;
  private final Catalog catalog;
  private final Shape wanted;
  private final @Nullable PlanCosts planCosts;
  private final NodeCalls calls;
  private final Questions questions;
  private final ScratchGateway scratch;
  private final RowIds.Request rowIds;
  private final Map<String, Long> expectedIds;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> changedTables = new HashSet<>();
  private int asked;
  private boolean tried;

  /** Whether cheaper work is tried where there is some. */
  private boolean guessing;

  /** Whether it did not suffice. */
  private boolean guessed;

  /**
   * A statement.
   *
   * @param work what it has to do
   * @param asked the requests that were sent for it before
   * @param text the number of its SQL text in a batch, or 0
   */
  private record Step(Plan plan, Bindings bindings, Work work, int asked, int text) {
    /** The same statement, its rows brought together here; null when that is no other way. */
    @Nullable Step gathered(SlotMap slotMap) {
      if (!(plan instanceof ReadPlan read) || read.gathered() == null) {
        return null;
      }
      ReadPlan gathered = read.gathered().get();
      return new Step(
          gathered,
          bindings,
          gathered.work(new Plan.Input(slotMap, bindings)),
          asked + work.programs().size(),
          text);
    }
  }

  /**
   * @param planCosts finds out what the plans take; null when nobody wants to know
   * @param expectedIds how many row ids the request may need, by table
   */
  RequestWork(
      Gateways gateways,
      Catalog catalog,
      Shape wanted,
      @Nullable PlanCosts planCosts,
      RowIds allRowIds,
      Map<String, Long> expectedIds) {
    this.gateways = gateways;
    this.catalog = catalog;
    this.wanted = wanted;
    this.planCosts = planCosts;
    this.calls = new NodeCalls(gateways, catalog);
    this.questions = new Questions(calls, catalog.nodeCount());
    this.scratch = gateways.scratch();
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

  /**
   * Makes out what a statement has to do.
   *
   * @param text the number of its SQL text in a batch, or 0
   */
  Future<Boolean> add(Plan plan, Bindings bindings, int text) {
    Plan.Input input = new Plan.Input(slotMap(), bindings);
    return switch (plan) {
      case ReadPlan read -> addRead(read, input, text);
      case WritePlan write -> {
        changedTables.add(write.table());
        rowIds.spoil(write.table());
        yield added(plan, bindings, write.work(input), text);
      }
      case InsertPlan insert -> addInsert(insert, input, text);
      case SchemaPlan schema ->
          throw new IllegalStateException("not a statement of data: " + schema.label());
    };
  }

  private Future<Boolean> addRead(ReadPlan read, Plan.Input input, int text) {
    Work work;
    try {
      work = read.work(input);
    } catch (SqlException | EvaluationException refused) {
      // A text is too long with values that cannot be bound, or a key's pattern is.
      if (read.gathered() == null
          || !StorageLimits.isRefusal(String.valueOf(refused.getMessage()))) {
        throw refused;
      }
      return addRead(read.gathered().get(), input, text);
    }
    return added(read, input.bindings(), work, text);
  }

  private Future<Boolean> addInsert(InsertPlan insert, Plan.Input input, int text) {
    long expected = expectedIds.getOrDefault(insert.rowIds().table(), 0L);
    List<StorageStatement> unknown = insert.questions(input.bindings());
    asked += unknown.isEmpty() ? 0 : 1;
    return questions
        .ask(unknown)
        .map(answers -> insert.known(input.bindings(), answers))
        .flatMap(known -> rowIds.fill(insert, known, expected))
        .flatMap(
            filled -> {
              changedTables.add(insert.rowIds().table());
              return added(insert, input.bindings(), insert.work(input, filled), text);
            });
  }

  private Future<Boolean> added(Plan plan, Bindings bindings, Work work, int text) {
    steps.add(new Step(plan, bindings, work, asked, text));
    asked = 0;
    return Future.of(true);
  }

  /** The largest row id on any node, after what the request has done to the table so far. */
  private Future<Long> largestRowId(InsertPlan.RowIdSource source) {
    boolean changed = changedTables.contains(source.table());
    asked += catalog.nodeCount();
    return questions.largestRowId(
        source,
        changed ? programs() : new TreeMap<>(),
        changed ? Mode.TRY : Mode.RUN,
        this::origin);
  }

  /** What each node has to run for all statements so far. */
  private SortedMap<Integer, List<StorageStatement>> programs() {
    SortedMap<Integer, List<StorageStatement>> programs = new TreeMap<>();
    for (Step step : steps) {
      work(step)
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
    return carryOut()
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

  /**
   * Does the work of the only query page by page where it can be done so, else at once. It takes no
   * row ids.
   *
   * @param streaming is told when it is page by page; the answer then has no rows
   */
  Future<List<Answer>> stream(Streaming streaming) {
    Step step = steps.get(0);
    if (Streaming.merge(step.work()) == null) {
      return run();
    }
    String label = label(step.plan(), step.work().programs().size());
    return streaming
        .begin(gateways, calls, step.work(), step.asked(), label)
        .recover(
            failure -> {
              Step gathered = isBeyondPlatform(failure) ? step.gathered(slotMap()) : null;
              if (gathered == null) {
                return Future.failed(failure);
              }
              steps.set(0, gathered);
              return run();
            });
  }

  private static boolean isBeyondPlatform(Throwable failure) {
    return isRefusal(failure) && StorageLimits.isRefusal(String.valueOf(failure.getMessage()));
  }

  /** The work was not begun. */
  void abandon() {
    rowIds.end(false);
  }

  /** Does the work, and what the platform does not let a node do, here. */
  private Future<List<Answer>> carryOut() {
    return carryOutOnce()
        .recover(
            failure -> {
              if (!(failure instanceof BeyondPlatform beyond)) {
                return Future.failed(failure);
              }
              Step gathered = steps.get(beyond.step()).gathered(slotMap());
              if (gathered == null) {
                return Future.failed(beyond.why());
              }
              steps.set(beyond.step(), gathered);
              return carryOut();
            });
  }

  private SlotMap slotMap() {
    return catalog.snapshot().slotMap();
  }

  private Future<List<Answer>> carryOutOnce() {
    boolean writes = steps.stream().anyMatch(step -> step.work().writes());
    guessing = !writes && steps.stream().anyMatch(step -> step.work().guess() != null);
    if (!guessing) {
      return carryOut(writes);
    }
    return carryOut(false)
        .recover(
            failure -> {
              if (!(failure instanceof GuessFailed) && !isRefusal(failure)) {
                return Future.failed(failure);
              }
              guessing = false;
              guessed = true;
              return carryOut(false);
            });
  }

  /** Whether SQLite refused, which it may do for a part of what it would not refuse as a whole. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof BeyondPlatform
        || (failure instanceof SqlException refused && refused.code() == ErrorCode.SQL);
  }

  private Future<List<Answer>> carryOut(boolean writes) {
    if (planCosts != null) {
      planCosts.sent();
    }
    SortedMap<Integer, List<StorageStatement>> programs = programs();
    Shape shape =
        steps.stream().anyMatch(step -> work(step).ending().decodes()) ? Shape.ARRAYS : wanted;
    long enough = enough();
    if (programs.size() <= 1) {
      return calls
          .send(programs, Mode.RUN, shape)
          .flatMap(ended -> answers(Outcomes.ofOnlyWave(ended, writes, this::origin), shape));
    }
    JointWork joint = new JointWork(gateways, calls, this::origin, programs, shape);
    if (writes) {
      programs.values().forEach(Repetition::check);
      tried = true;
      return joint.commit(results -> answers(results, shape));
    }
    ComparedRead read = new ComparedRead(gateways, calls, programs, shape);
    return (enough < 0 ? read.run() : read.runUntil(enough))
        .map(ended -> NodeCalls.done(ended, this::origin))
        .recover(
            failure ->
                failure instanceof ComparedRead.NeverAgreed
                    ? joint.read(Future::of)
                    : Future.failed(failure))
        .flatMap(results -> answers(results, shape));
  }

  /** How many rows suffice of the only query, or a negative number when every node counts. */
  private long enough() {
    return steps.size() == 1 && work(steps.get(0)).ending() instanceof Work.Merge merge
        ? merge.enough()
        : -1;
  }

  private Work work(Step step) {
    Work guess = step.work().guess();
    return guessing && guess != null ? guess : step.work();
  }

  /** The statement that a node was at, when it was at that position of its program. */
  private NodeCalls.Origin origin(int node, int statement) {
    int end = 0;
    for (int i = 0; i < steps.size(); i++) {
      end += work(steps.get(i)).programs().getOrDefault(node, List.of()).size();
      if (statement < end) {
        return new NodeCalls.Origin(i, steps.get(i).text());
      }
    }
    return NodeCalls.Origin.NONE;
  }

  private Future<List<Answer>> answers(SortedMap<Integer, StorageReply.Done> results, Shape shape) {
    if (planCosts != null) {
      planCosts.replied();
    }
    Map<Integer, Integer> position = new HashMap<>();
    List<Answer> answers = new ArrayList<>();
    return Future.inOrder(
            steps.size(),
            i -> {
              Step step = steps.get(i);
              SortedMap<Integer, List<StatementResult>> own = own(step, results, position);
              if (planCosts != null) {
                planCosts.merging();
              }
              return outcome(i, own, shape)
                  .map(outcome -> answer(step, own, outcome, size(own, results)))
                  .map(answer -> answers.add(analyzed(i, own, answer)));
            })
        .map(all -> answers);
  }

  /** The results of a step, which stand behind those of the steps before it. */
  private SortedMap<Integer, List<StatementResult>> own(
      Step step, SortedMap<Integer, StorageReply.Done> results, Map<Integer, Integer> position) {
    SortedMap<Integer, List<StatementResult>> own = new TreeMap<>();
    work(step)
        .programs()
        .forEach(
            (node, statements) -> {
              StorageReply.Done done = results.get(node);
              if (done == null) {
                // Enough rows were there before it was asked.
                return;
              }
              int from = position.getOrDefault(node, 0);
              int end = from + statements.size();
              position.put(node, end);
              own.put(node, done.results().subList(from, end));
            });
    return own;
  }

  private static long size(
      SortedMap<Integer, List<StatementResult>> own,
      SortedMap<Integer, StorageReply.Done> results) {
    long sizeBytes = 0;
    for (int node : own.keySet()) {
      sizeBytes += Objects.requireNonNull(results.get(node)).sizeBytes();
    }
    return sizeBytes;
  }

  private Answer answer(
      Step step,
      SortedMap<Integer, List<StatementResult>> results,
      Work.Outcome outcome,
      long sizeBytes) {
    int nodes = results.size();
    boolean twice = tried || guessed;
    int waves = twice ? 2 : 1;
    RowCounts counts = RowCounts.NONE;
    for (List<StatementResult> ofNode : results.values()) {
      for (StatementResult result : ofNode) {
        counts = counts.plus(result.counts());
      }
    }
    return new Answer(
        outcome.columns(),
        outcome.rows(),
        outcome.changes(),
        outcome.lastRowId(),
        step.work().writes() && outcome.changes() > 0,
        new Answer.Cost(step.asked() + nodes * waves, nodes, counts, sizeBytes),
        label(step.plan(), nodes));
  }

  private Answer analyzed(
      int position, SortedMap<Integer, List<StatementResult>> results, Answer answer) {
    Step step = steps.get(position);
    return planCosts != null
        ? planCosts.of(
            position,
            step.plan(),
            work(step).ending(),
            guessing && step.work().guess() != null,
            results,
            answer)
        : answer;
  }

  private Future<Work.Outcome> outcome(
      int position, SortedMap<Integer, List<StatementResult>> results, Shape shape) {
    Step step = steps.get(position);
    return switch (work(step).ending()) {
      case Work.Merge merge -> Future.of(merged(merge, position, results, shape));
      case Work.Gathering gathering ->
          ScratchQuery.run(scratch, gathering, results, wanted)
              .recover(
                  failure ->
                      Future.failed(
                          failure instanceof SqlException refused
                              ? refused.inStatement(step.text())
                              : failure));
    };
  }

  private Work.Outcome merged(
      Work.Merge merge,
      int position,
      SortedMap<Integer, List<StatementResult>> results,
      Shape shape) {
    try {
      return merge.merge(results, shape, wanted);
    } catch (EvaluationException refused) {
      String message = String.valueOf(refused.getMessage());
      SqlException words =
          new SqlException(ErrorCode.SQL, message).inStatement(steps.get(position).text());
      throw StorageLimits.isRefusal(message) ? new BeyondPlatform(position, words) : words;
    }
  }

  private static String label(Plan plan, int nodes) {
    return plan instanceof ReadPlan read ? read.label(nodes) : plan.label();
  }
}
