package conductor.executor;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.engine.InsertPlan;
import conductor.engine.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sqlite.value.SqlValue;
import storage.api.StatementResult;
import storage.api.StorageReply;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/** What nodes are asked before it is known what an INSERT has to do. */
final class Questions {
  private final NodeCalls calls;
  private final int nodes;

  /**
   * @param nodes how many there are
   */
  Questions(NodeCalls calls, int nodes) {
    this.calls = calls;
    this.nodes = nodes;
  }

  /** The rows that one node answers to queries of one row; it is not asked without any. */
  Future<List<List<SqlValue>>> ask(List<StorageStatement> questions) {
    if (questions.isEmpty()) {
      return Future.of(List.of());
    }
    SortedMap<Integer, List<StorageStatement>> program = new TreeMap<>();
    program.put(0, questions);
    return calls
        .send(program, Mode.RUN, Shape.ARRAYS)
        .map(
            ended -> {
              List<List<SqlValue>> rows = new ArrayList<>();
              for (StatementResult result : NodeCalls.only(ended).results()) {
                rows.addAll(Rows.read(Rows.encoded(result)));
              }
              return rows;
            });
  }

  /**
   * The largest row id on any node, once it has run a program.
   *
   * @param programs what the nodes run before; the question is added to them
   */
  Future<Long> largestRowId(
      InsertPlan.RowIdSource source,
      SortedMap<Integer, List<StorageStatement>> programs,
      Mode mode,
      NodeCalls.Origins origins) {
    StorageStatement question =
        new StorageStatement(source.largest(), List.of(), StorageStatement.Kind.READ);
    for (int node = 0; node < nodes; node++) {
      programs.computeIfAbsent(node, none -> new ArrayList<>()).add(question);
    }
    return calls
        .send(programs, mode, Shape.ARRAYS)
        .map(ended -> largest(NodeCalls.done(ended, origins)))
        .recover(
            failure ->
                Future.failed(failure instanceof BeyondPlatform beyond ? beyond.why() : failure));
  }

  private static long largest(SortedMap<Integer, StorageReply.Done> results) {
    long largest = 0;
    boolean any = false;
    for (StorageReply.Done ofNode : results.values()) {
      StatementResult last = ofNode.results().get(ofNode.results().size() - 1);
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
}
