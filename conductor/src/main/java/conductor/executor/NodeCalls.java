package conductor.executor;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.gateway.Gateways;
import conductor.gateway.Unreachable;
import conductor.semantics.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/** Sends programs to nodes and waits for all of their answers. */
final class NodeCalls {
  private final Gateways gateways;
  private final Catalog catalog;

  NodeCalls(Gateways gateways, Catalog catalog) {
    this.gateways = gateways;
    this.catalog = catalog;
  }

  /** How a call to one node ended. */
  sealed interface Ended {
    /** With an answer. */
    record Answered(StorageReply reply) implements Ended {}

    /** Without one. */
    record Lost(Unreachable why) implements Ended {}
  }

  /**
   * Where a statement of a node's program comes from.
   *
   * @param step the position of the user's statement in the request
   * @param text the number of its SQL text in a batch, or 0
   */
  record Origin(int step, int text) {
    /** Of what the engine asks for itself. */
    static final Origin NONE = new Origin(-1, 0);
  }

  /** Tells where statements come from. */
  @FunctionalInterface
  interface Origins {
    Origin of(int node, int statement);
  }

  /**
   * Sends every node its program, in one request each; again when the node is held for a
   * transaction.
   */
  Future<SortedMap<Integer, Ended>> send(
      SortedMap<Integer, List<StorageStatement>> programs, Mode mode, Shape shape) {
    List<Integer> nodes = new ArrayList<>(programs.keySet());
    List<List<StorageStatement>> ofNodes = new ArrayList<>(programs.values());
    return Window.all(
            Limits.FAN_OUT,
            nodes.size(),
            i -> send(nodes.get(i), ofNodes.get(i), mode, shape, new Patience(gateways)))
        .map(ended -> byNode(nodes, ended));
  }

  /** What calls to these nodes end with. */
  static Future<SortedMap<Integer, Ended>> whenEnded(
      List<Integer> nodes, List<Future<Ended>> calls) {
    return Future.all(calls).map(ended -> byNode(nodes, ended));
  }

  private static SortedMap<Integer, Ended> byNode(List<Integer> nodes, List<Ended> ended) {
    SortedMap<Integer, Ended> byNode = new TreeMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      byNode.put(nodes.get(i), ended.get(i));
    }
    return byNode;
  }

  private Future<Ended> send(
      int node, List<StorageStatement> program, Mode mode, Shape shape, Patience patience) {
    // A node remembers what it has replied to a request: each one has an id of its own.
    return ended(gateways.storage().send(request(node, id(program, mode), program, mode, shape)))
        .flatMap(
            ended ->
                isBusy(ended) && patience.isLeft()
                    ? patience.pause().flatMap(waited -> send(node, program, mode, shape, patience))
                    : Future.of(ended));
  }

  /** Whether a node was held for another transaction. */
  static boolean isBusy(Ended ended) {
    return ended instanceof Ended.Answered answered
        && answered.reply() instanceof StorageReply.Busy;
  }

  /** A program as a request to a node. */
  StorageRequest request(
      int node, String id, List<StorageStatement> program, Mode mode, Shape shape) {
    return new StorageRequest(id, nodeId(node), catalog.snapshot().epoch(), mode, shape, program);
  }

  /** The id of a node. */
  String nodeId(int node) {
    return catalog.snapshot().slotMap().nodes().get(node).id();
  }

  /** How a call ends; a lost one is an end too. */
  static Future<Ended> ended(Future<StorageReply> reply) {
    Future<Ended> answered = reply.map(Ended.Answered::new);
    return answered.recover(
        failure ->
            failure instanceof Unreachable unreachable
                ? Future.of(new Ended.Lost(unreachable))
                : Future.failed(failure));
  }

  /** What a node tells a doubled message by; nothing where it would do no harm. */
  private String id(List<StorageStatement> program, Mode mode) {
    boolean writes =
        program.stream().anyMatch(statement -> statement.kind() == StorageStatement.Kind.WRITE);
    return mode == Mode.RUN && writes ? newId(gateways) : "";
  }

  /** An id that no other request or transaction has. */
  static String newId(Gateways gateways) {
    return Long.toHexString(gateways.entropy().nextLong())
        + Long.toHexString(gateways.entropy().nextLong());
  }

  /** The answer of one node, which is the only one that was asked. */
  static StorageReply.Done only(SortedMap<Integer, Ended> ended) {
    return done(ended, (node, statement) -> Origin.NONE).values().iterator().next();
  }

  /**
   * The answers of all nodes, when nothing was applied anywhere unless all went well. Of several
   * refusals the one of the earliest statement is thrown, as by one SQLite.
   *
   * @throws BeyondPlatform when that refusal is due to the platform
   */
  static SortedMap<Integer, StorageReply.Done> done(
      SortedMap<Integer, Ended> ended, Origins origins) {
    SortedMap<Integer, StorageReply.Done> results = new TreeMap<>();
    SqlException lost = null;
    RuntimeException refusal = null;
    SqlException busy = null;
    int refusedStep = Integer.MAX_VALUE;
    for (Map.Entry<Integer, Ended> end : ended.entrySet()) {
      switch (end.getValue()) {
        case Ended.Lost none ->
            lost = new SqlException(ErrorCode.UNREACHABLE, String.valueOf(none.why().getMessage()));
        case Ended.Answered answered -> {
          switch (answered.reply()) {
            case StorageReply.Done done -> results.put(end.getKey(), done);
            case StorageReply.Stale ignored -> throw new StaleMetadata();
            case StorageReply.WrongNode ignored -> throw new StaleMetadata();
            case StorageReply.Busy ignored -> busy = Patience.busy();
            case StorageReply.Over ignored -> busy = Patience.busy();
            case StorageReply.Failed failed -> {
              Origin origin = origins.of(end.getKey(), failed.statement());
              if (origin.step() < refusedStep) {
                refusedStep = origin.step();
                SqlException words =
                    new SqlException(ErrorCode.SQL, failed.message()).inStatement(origin.text());
                refusal =
                    origin.step() >= 0 && StorageLimits.isRefusal(failed.message())
                        ? new BeyondPlatform(origin.step(), words)
                        : words;
              }
            }
          }
        }
      }
    }
    if (lost != null) {
      throw lost;
    }
    if (busy != null) {
      throw busy;
    }
    if (refusal != null) {
      throw refusal;
    }
    return results;
  }
}
