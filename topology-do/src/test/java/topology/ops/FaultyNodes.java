package topology.ops;

import async.EventLoop;
import async.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import storage.api.ChangeVote;
import storage.api.StatementResult;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.exec.FixedClock;
import storage.exec.JdbcDatabase;
import storage.exec.StorageNode;

/**
 * Real Storage nodes over real SQLite, whose messages are lost, doubled, delayed and reordered and
 * whose objects restart, by the seed.
 */
final class FaultyNodes implements Nodes, AutoCloseable {
  /** The tables that a change has made, and no others. */
  private static final String SCHEMA =
      "SELECT coalesce(group_concat(sql, ';'), '') FROM (SELECT sql FROM sqlite_master"
          + " WHERE name NOT LIKE '\\_ens%' ESCAPE '\\' AND name <> 'bad' ORDER BY rowid)";

  /** Creates a table that node-1 has already: that node alone refuses. */
  static final String REFUSED_BY_ONE = "CREATE TABLE bad(id)";

  private final Map<String, JdbcDatabase> databases = new LinkedHashMap<>();
  private final Map<String, StorageNode> objects = new LinkedHashMap<>();
  private final EventLoop loop;
  private int ids;

  /** Raised by every restart of the caller: answers to the one before go nowhere. */
  int callerLife;

  boolean faults = true;

  /** A planted fault: a prepare that arrives after its change was undone fences the node. */
  boolean forgetsReleases;

  /** A planted fault: a node agrees and does not fence itself. */
  boolean forgetsFences;

  FaultyNodes(EventLoop loop) {
    this.loop = loop;
  }

  /** How many nodes exist. */
  int count() {
    return databases.size();
  }

  /** What a node answers for its schema at {@code epoch}. */
  StorageReply schema(String nodeId, long epoch) {
    StorageStatement read = new StorageStatement(SCHEMA, List.of(), StorageStatement.Kind.READ);
    return object(nodeId)
        .handle(new StorageRequest(nodeId, epoch, Mode.RUN, Shape.ARRAYS, List.of(read)));
  }

  /** The rows of an answer of {@link #schema}. */
  static String rows(StorageReply reply) {
    if (reply instanceof StorageReply.Done done
        && done.results().get(0) instanceof StatementResult.Rows rows) {
      return rows.rows().text();
    }
    return reply.toString();
  }

  @Override
  public void close() {
    for (JdbcDatabase database : databases.values()) {
      database.close();
    }
  }

  @Override
  public String newNodeId() {
    return "node-" + ids++;
  }

  @Override
  public Future<Done> initialize(String nodeId, String database, long epoch) {
    return send(
        () -> {
          boolean fresh = !databases.containsKey(nodeId);
          JdbcDatabase sqlite = databases.computeIfAbsent(nodeId, id -> new JdbcDatabase());
          object(nodeId).initialize(nodeId, epoch);
          if (fresh && nodeId.endsWith("1")) {
            sqlite.execute(REFUSED_BY_ONE, List.of());
          }
          return Done.DONE;
        });
  }

  @Override
  public Future<ChangeVote> prepare(
      String nodeId, String changeId, long fromEpoch, List<String> statements) {
    return with(
        nodeId,
        node -> {
          ChangeVote vote = node.prepare(changeId, fromEpoch, statements);
          forget(forgetsFences, nodeId, "fence");
          return vote;
        });
  }

  @Override
  public Future<Done> apply(
      String nodeId, String changeId, long fromEpoch, long toEpoch, List<String> statements) {
    return with(
        nodeId,
        node -> {
          node.apply(changeId, toEpoch, statements);
          return Done.DONE;
        });
  }

  @Override
  public Future<Done> release(String nodeId, String changeId) {
    return with(
        nodeId,
        node -> {
          node.release(changeId);
          forget(forgetsReleases, nodeId, "released/*");
          return Done.DONE;
        });
  }

  @Override
  public Future<Done> delete(String nodeId) {
    return send(
        () -> {
          JdbcDatabase database = databases.remove(nodeId);
          if (database != null) {
            database.close();
          }
          return Done.DONE;
        });
  }

  private void forget(boolean planted, String nodeId, String keys) {
    if (planted) {
      String delete = "DELETE FROM _ens_meta WHERE key GLOB '" + keys + "'";
      Objects.requireNonNull(databases.get(nodeId)).execute(delete, List.of());
      objects.remove(nodeId);
    }
  }

  /** The running object, or now and then a new one over the same SQLite. */
  private StorageNode object(String nodeId) {
    JdbcDatabase database = Objects.requireNonNull(databases.get(nodeId), nodeId);
    if (loop.oneIn(10)) {
      objects.remove(nodeId);
    }
    return objects.computeIfAbsent(nodeId, id -> new StorageNode(database, new FixedClock()));
  }

  private <T> Future<T> with(String nodeId, Function<StorageNode, T> action) {
    return send(() -> action.apply(object(nodeId)));
  }

  private interface Action<T> {
    T run();
  }

  private <T> Future<T> send(Action<T> action) {
    Future.Completer<T> answer = Future.pending();
    int life = callerLife;
    if (faults && loop.oneIn(12)) {
      reply(life, () -> answer.fail(new IllegalStateException("no answer")));
      return answer.future();
    }
    int copies = faults && loop.oneIn(8) ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      loop.later(
          () -> {
            T result = action.run();
            boolean lost = faults && loop.oneIn(12);
            reply(life, () -> end(answer, lost, result));
          });
    }
    return answer.future();
  }

  private static <T> void end(Future.Completer<T> answer, boolean lost, T result) {
    if (lost) {
      answer.fail(new IllegalStateException("no answer"));
    } else {
      answer.complete(result);
    }
  }

  private void reply(int life, Runnable arrival) {
    loop.later(
        () -> {
          if (life == callerLife) {
            arrival.run();
          }
        });
  }
}
