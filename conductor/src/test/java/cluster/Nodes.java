package cluster;

import async.EventLoop;
import async.Future;
import conductor.gateway.Unreachable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.Errand;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.TextRows;
import storage.api.Transaction;
import storage.api.Verdict;
import storage.exec.JdbcDatabase;
import storage.exec.ObjectClock;
import storage.exec.StorageNode;
import storage.wire.CallJson;
import storage.wire.ReplyJson;
import topology.wire.NodeLink;

/**
 * The Storage objects: each a real SQLite, which outlives the object over it. Calls and replies
 * travel as the texts that they are on the platform.
 */
final class Nodes implements NodeLink, AutoCloseable {
  /** By how much the clock of a node may be wrong, in milliseconds. */
  private static final int SKEW_MILLIS = 1_000;

  private final EventLoop loop;
  private final Network network;
  private final WorldTime time;
  private final Map<String, JdbcDatabase> databases = new TreeMap<>();
  private final Map<String, StorageNode> objects = new HashMap<>();
  private final Map<String, Alarm> alarms = new HashMap<>();
  private int ids;

  /** One call in so many finds an object that has just restarted; 0 for none. */
  int oneRestartIn;

  /** A planted fault: nodes run what was planned at another epoch. */
  boolean ignoreEpochs;

  /** A planted fault: nodes keep what they were only to try. */
  boolean keepTrials;

  /** A planted fault: nodes carry out a doubled request twice. */
  boolean runDoublesTwice;

  /** A planted fault: nodes keep no record of what they are to do, but for the decider. */
  boolean skipRedo;

  /** A planted fault: nodes carry out at once what they are only to be held for. */
  boolean commitBeforeDecision;

  /** A planted fault: nodes that are held run other requests meanwhile. */
  boolean forgetLocks;

  /** A planted fault: nodes forget how transactions ended. */
  boolean forgetEnds;

  /** A planted fault: answers do not say what they have seen of writes over several nodes. */
  boolean forgetSeen;

  /** How many requests of conductors have reached a node. */
  int requests;

  /** How many reads page by page were ended by their reader. */
  int closedReads;

  Nodes(EventLoop loop, Network network, WorldTime time) {
    this.loop = loop;
    this.network = network;
    this.time = time;
  }

  /** The databases of all nodes, by node. */
  Map<String, JdbcDatabase> databases() {
    return databases;
  }

  @Override
  public String newNodeId() {
    return "node-" + ids++;
  }

  @Override
  public Future<NodeReply> call(String nodeId, NodeCall call) {
    return call(nodeId, call, 1);
  }

  private Future<NodeReply> call(String nodeId, NodeCall call, int counted) {
    String sent = CallJson.write(call);
    StorageNode[] first = new StorageNode[1];
    boolean once = call instanceof NodeCall.Run;
    return network.call(
        nodeId,
        () -> {
          StorageNode node = object(nodeId);
          if (once && first[0] != null && first[0] != node) {
            // Such a message is doubled on its way to one object, and ends with it.
            throw new Unreachable(nodeId + " has restarted");
          }
          first[0] = node;
          return answer(nodeId, node, sent, counted);
        });
  }

  @Override
  public void close() {
    databases.values().forEach(JdbcDatabase::close);
  }

  private NodeReply answer(String nodeId, StorageNode node, String sent, int counted) {
    NodeCall call = CallJson.read(sent);
    switch (call) {
      case NodeCall.Run run -> {
        requests += counted;
        call = new NodeCall.Run(planted(run.request(), node));
      }
      case NodeCall.Hold ignored -> requests += counted;
      case NodeCall.Decide ignored -> requests += counted;
      case NodeCall.Settle ignored -> requests += counted;
      default -> {}
    }
    if (call instanceof NodeCall.Open || call instanceof NodeCall.Fetch) {
      requests++;
    }
    closedReads += call instanceof NodeCall.Close ? 1 : 0;
    NodeReply reply = planted(nodeId, node, call);
    List<EncodedRows> rows = ReplyJson.rows(reply);
    return ReplyJson.read(
        ReplyJson.writeHead(reply), (place, count) -> new TextRows(count, rows.get(place).text()));
  }

  private NodeReply planted(String nodeId, StorageNode node, NodeCall call) {
    if (forgetLocks && call instanceof NodeCall.Run && keeps(nodeId, "_ens_redo")) {
      return answerUnlocked(nodeId, call);
    }
    if (forgetEnds && call instanceof NodeCall.Hold hold && keeps(nodeId, "_ens_ended")) {
      sql(nodeId, "DELETE FROM _ens_ended WHERE id = ?1", hold.transaction().id());
    }
    NodeReply reply = node.answer(call);
    if (call instanceof NodeCall.Hold hold
        && reply instanceof NodeReply.Ran ran
        && ran.reply() instanceof StorageReply.Done done) {
      plantAfterHold(nodeId, hold.transaction(), done.seen().applied());
    }
    if (forgetSeen
        && call instanceof NodeCall.Run
        && reply instanceof NodeReply.Ran ran
        && ran.reply() instanceof StorageReply.Done done) {
      return new NodeReply.Ran(new StorageReply.Done(done.results(), done.sizeBytes()));
    }
    return reply;
  }

  private void plantAfterHold(String nodeId, Transaction transaction, long place) {
    boolean decides = transaction.decider().equals(nodeId);
    if (skipRedo && !decides) {
      sql(nodeId, "DELETE FROM _ens_redo");
      objects.remove(nodeId);
    }
    if (commitBeforeDecision && !decides) {
      TreeMap<String, Long> places = new TreeMap<>(Map.of(nodeId, place));
      Verdict early = new Verdict(transaction.id(), true, transaction.deadlineMillis(), places);
      object(nodeId).answer(new NodeCall.Settle(List.of(early)));
    }
  }

  /** Answers as if nothing held the node. */
  private NodeReply answerUnlocked(String nodeId, NodeCall call) {
    sql(nodeId, "ALTER TABLE _ens_redo RENAME TO _ens_hidden");
    sql(nodeId, "CREATE TABLE _ens_redo(piece INTEGER PRIMARY KEY, text TEXT NOT NULL)");
    objects.remove(nodeId);
    NodeReply reply = object(nodeId).answer(call);
    sql(nodeId, "DROP TABLE _ens_redo");
    sql(nodeId, "ALTER TABLE _ens_hidden RENAME TO _ens_redo");
    objects.remove(nodeId);
    return reply;
  }

  private boolean keeps(String nodeId, String table) {
    JdbcDatabase database = databases.get(nodeId);
    return database != null && has(database, table);
  }

  /** Whether a database has a table. */
  static boolean has(JdbcDatabase database, String table) {
    return database.text(
            "SELECT 1 FROM sqlite_master WHERE name = ?1", List.of(new SqlValue.Text(table)))
        != null;
  }

  private void sql(String nodeId, String sql, String... parameters) {
    List<SqlValue> values = new ArrayList<>();
    for (String parameter : parameters) {
      values.add(new SqlValue.Text(parameter));
    }
    Objects.requireNonNull(databases.get(nodeId)).execute(sql, values);
  }

  private StorageRequest planted(StorageRequest request, StorageNode node) {
    StorageRequest planted =
        new StorageRequest(
            runDoublesTwice ? "" : request.id(),
            request.nodeId(),
            request.epoch(),
            keepTrials ? StorageRequest.Mode.RUN : request.mode(),
            request.shape(),
            request.statements());
    return ignoreEpochs && node.handle(nothing(planted)) instanceof StorageReply.Stale stale
        ? at(stale.epoch(), planted)
        : planted;
  }

  private static StorageRequest nothing(StorageRequest request) {
    return new StorageRequest(
        request.nodeId(), request.epoch(), request.mode(), request.shape(), List.of());
  }

  private static StorageRequest at(long epoch, StorageRequest request) {
    return new StorageRequest(
        request.id(),
        request.nodeId(),
        epoch,
        request.mode(),
        request.shape(),
        request.statements());
  }

  /** Rings the alarm of a node, which may ring twice. */
  private void ring(String nodeId) {
    int times = loop.oneIn(10) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      NodeReply reply = answer(nodeId, object(nodeId), CallJson.write(new NodeCall.Alarm()), 0);
      if (reply instanceof NodeReply.Errands errands) {
        errands.errands().forEach(errand -> run(nodeId, errand));
      }
    }
  }

  private void run(String nodeId, Errand errand) {
    call(errand.nodeId(), errand.call(), 0)
        .map(
            reply -> {
              String heard = CallJson.write(new NodeCall.Heard(errand.nodeId(), reply));
              answer(nodeId, object(nodeId), heard, 0);
              return true;
            })
        .recover(
            failure -> failure instanceof Unreachable ? Future.of(false) : Future.failed(failure));
  }

  private StorageNode object(String nodeId) {
    if (oneRestartIn > 0 && loop.oneIn(oneRestartIn)) {
      objects.remove(nodeId);
    }
    @Nullable StorageNode known = objects.get(nodeId);
    if (known == null) {
      JdbcDatabase database = databases.computeIfAbsent(nodeId, absent -> new JdbcDatabase());
      Alarm alarm = alarms.computeIfAbsent(nodeId, Alarm::new);
      alarm.move();
      known = new StorageNode(database, alarm);
      objects.put(nodeId, known);
    }
    return known;
  }

  /** The clock of a node, which is not quite right, and its alarm, which outlives the object. */
  private final class Alarm implements ObjectClock {
    private final String nodeId;
    private long skewMillis = skew();
    private long set;

    Alarm(String nodeId) {
      this.nodeId = nodeId;
    }

    private long skew() {
      return (long) loop.below(2 * SKEW_MILLIS) - SKEW_MILLIS;
    }

    /** The object has come to be elsewhere, where the clock is wrong by something else. */
    void move() {
      skewMillis = skew();
    }

    @Override
    public long epochMillis() {
      return time.epochMillis() + skewMillis;
    }

    @Override
    public void setAlarm(long epochMillis) {
      set = epochMillis;
      // Where the platform keeps it.
      sql(nodeId, "CREATE TABLE IF NOT EXISTS _cf_METADATA(key INTEGER PRIMARY KEY, value BLOB)");
      time.at(
          epochMillis - skewMillis,
          () -> {
            if (set == epochMillis) {
              set = 0;
              ring(nodeId);
            }
          });
    }
  }
}
