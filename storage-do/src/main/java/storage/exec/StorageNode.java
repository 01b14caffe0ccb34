package storage.exec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import storage.api.ChangeVote;
import storage.api.Fate;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.PageReply;
import storage.api.StatementResult;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.StorageStatement;
import storage.api.Verdict;

/**
 * One Storage node over its SQLite.
 *
 * <p>A request is checked first: for another node, at another epoch, while a change of the schema
 * is undecided, or while the node is held for a request that writes on several nodes, nothing is
 * done. All its statements run in one transaction.
 */
public final class StorageNode {
  private final SqlDatabase database;
  private final NodeMetadata metadata;
  private final StatementRunner runner;
  private final Participant participant;
  private final Cursors cursors;
  private final RecentReplies recentReplies = new RecentReplies();

  /** The size of the database after its last write; negative when it must be asked for. */
  private long sizeBytes = -1;

  public StorageNode(SqlDatabase changing, ObjectClock clock) {
    SettledDatabase settled = new SettledDatabase(changing);
    this.database = settled;
    this.metadata = new NodeMetadata(database);
    this.participant = new Participant(database, clock);
    this.runner = new StatementRunner(database, StorageLimits.RESULT_COLUMNS);
    this.cursors = new Cursors(database, runner);
    settled.beforeChange(cursors::settle);
  }

  /** Does what it is asked. */
  public NodeReply answer(NodeCall call) {
    return switch (call) {
      case NodeCall.Run run -> new NodeReply.Ran(handle(run.request()));
      case NodeCall.Initialize initialize -> {
        initialize(initialize.nodeId(), initialize.epoch());
        yield new NodeReply.Done();
      }
      case NodeCall.Prepare prepare ->
          new NodeReply.Voted(
              prepare(prepare.changeId(), prepare.fromEpoch(), prepare.statements()));
      case NodeCall.Apply apply -> {
        apply(apply.changeId(), apply.toEpoch(), apply.statements());
        yield new NodeReply.Done();
      }
      case NodeCall.Release release -> {
        release(release.changeId());
        yield new NodeReply.Done();
      }
      case NodeCall.Hold hold -> new NodeReply.Ran(hold(hold));
      case NodeCall.Decide decide -> ofTransaction(decide);
      case NodeCall.Settle settle -> ofTransaction(settle);
      case NodeCall.Ask ask -> ofTransaction(ask);
      case NodeCall.Alarm alarm -> ofTransaction(alarm);
      case NodeCall.Heard heard -> ofTransaction(heard);
      case NodeCall.Open opened -> new NodeReply.Paged(open(opened));
      case NodeCall.Fetch fetch -> new NodeReply.Paged(cursors.fetch(fetch.cursor(), fetch.page()));
      case NodeCall.Close close -> {
        cursors.close(close.cursor());
        yield new NodeReply.Done();
      }
      case NodeCall.Delete ignored -> {
        delete();
        yield new NodeReply.Done();
      }
      case NodeCall.Trace trace -> ofTransaction(trace);
      case NodeCall.Describe ignored -> new NodeReply.Described(sizeBytes(), inDoubt());
    };
  }

  /** What is asked about a transaction under way; an object that is no node has a part in none. */
  private NodeReply ofTransaction(NodeCall call) {
    String self = metadata.standing().nodeId();
    // The end of a transaction may change the database.
    sizeBytes = -1;
    return switch (call) {
      case NodeCall.Decide decide ->
          self == null
              ? new NodeReply.Ruled(
                  Verdict.aborted(decide.commit().id(), decide.commit().deadlineMillis()))
              : participant.decide(self, decide.commit());
      case NodeCall.Ask ask ->
          self == null
              ? new NodeReply.Ruled(Verdict.aborted(ask.transactionId(), ask.deadlineMillis()))
              : participant.ask(ask);
      case NodeCall.Settle settle ->
          self == null
              ? new NodeReply.Settled(settle.verdicts().stream().map(Verdict::id).toList())
              : participant.settle(self, settle.verdicts());
      case NodeCall.Trace trace ->
          new NodeReply.Traced(
              self == null ? Fate.UNKNOWN : participant.fate(trace.transactionId()));
      case NodeCall.Alarm ignored ->
          self == null ? new NodeReply.Errands(List.of()) : participant.alarm(self);
      case NodeCall.Heard heard -> {
        if (self != null) {
          participant.heard(self, heard);
        }
        yield new NodeReply.Done();
      }
      default -> throw new IllegalStateException("not about a transaction: " + call);
    };
  }

  private List<String> inDoubt() {
    StorageReply.Busy held = metadata.standing().nodeId() == null ? null : participant.busy();
    return held == null ? List.of() : List.of(held.transactionId());
  }

  /** Makes this object the node {@code nodeId}; nothing when it is already. */
  public void initialize(String nodeId, long epoch) {
    String known = metadata.standing().nodeId();
    if (known == null) {
      database.transaction(
          () -> {
            metadata.initialize(nodeId, epoch);
            return true;
          });
    } else if (!known.equals(nodeId)) {
      throw new IllegalStateException("the object is the node " + known + " already");
    }
  }

  /** Runs the statements of a request, all or none; again the same reply when it comes again. */
  public StorageReply handle(StorageRequest request) {
    StorageReply known = recentReplies.find(request.id());
    if (known == null) {
      known = handleFirst(request);
      recentReplies.remember(request.id(), known);
    }
    return known;
  }

  private StorageReply handleFirst(StorageRequest request) {
    StorageReply refusal = misdirected(request);
    if (refusal == null) {
      refusal = participant.busy();
    }
    return refusal != null ? refusal : attempt(request);
  }

  /** Tries a program and holds the node for the transaction that it is of. */
  private StorageReply hold(NodeCall.Hold hold) {
    StorageReply refusal = misdirected(hold.request());
    return refusal != null ? refusal : participant.hold(hold, () -> attempt(hold.request()));
  }

  /** Begins a read whose rows come page by page. */
  private PageReply open(NodeCall.Open opened) {
    StorageRequest request = opened.request();
    StorageReply refusal = misdirected(request);
    if (refusal == null) {
      refusal = participant.busy();
    }
    if (refusal != null) {
      return new PageReply.Refused(refusal);
    }
    if (request.statements().size() != 1 || writes(request)) {
      throw new IllegalArgumentException("only one query can be read page by page");
    }
    PageReply first =
        cursors.open(opened.cursor(), request.statements().get(0), opened.characters());
    return request.mode() == StorageRequest.Mode.COMPARE && first instanceof PageReply.Page page
        ? page.with(participant.seen())
        : first;
  }

  /** Why a request is not for this node as it is, or null. */
  private @Nullable StorageReply misdirected(StorageRequest request) {
    NodeMetadata.Standing standing = metadata.standing();
    if (!request.nodeId().equals(standing.nodeId())) {
      return new StorageReply.WrongNode();
    }
    return standing.epoch() != request.epoch() || standing.fence() != null
        ? new StorageReply.Stale(standing.epoch())
        : null;
  }

  private StorageReply attempt(StorageRequest request) {
    List<StatementResult> results = new ArrayList<>();
    try {
      // Nothing else runs in this object meanwhile: queries alone need no transaction.
      return writes(request)
          ? database.transaction(() -> run(request, results))
          : run(request, results);
    } catch (Undone undone) {
      sizeBytes = -1;
      return new StorageReply.Done(results, undone.sizeBytes);
    } catch (SqlFailure refused) {
      return new StorageReply.Failed(results.size(), refused.message());
    }
  }

  /** Says whether the change can be applied here, and fences the node when it can. */
  public ChangeVote prepare(String changeId, long fromEpoch, List<String> statements) {
    NodeMetadata.Standing standing = metadata.standing();
    if (standing.nodeId() == null) {
      return new ChangeVote.Refused("the node is not initialized");
    }
    if (standing.epoch() != fromEpoch || metadata.isReleased(changeId)) {
      return new ChangeVote.Over();
    }
    String fence = standing.fence();
    if (fence != null && !fence.equals(changeId)) {
      return new ChangeVote.Refused("another change of the schema is under way");
    }
    if (fence != null && standing.agreed()) {
      return new ChangeVote.Agreed();
    }
    // Without statements there is nothing that a transaction under way could be in the way of.
    if (participant.busy() != null && !statements.isEmpty()) {
      metadata.fence(changeId, false);
      return new ChangeVote.Held();
    }
    try {
      database.transaction(
          () -> {
            executeAll(statements);
            throw new Undone(0);
          });
      throw new IllegalStateException("the trial of a change was not rolled back");
    } catch (Undone undone) {
      metadata.fence(changeId, true);
      return new ChangeVote.Agreed();
    } catch (SqlFailure refused) {
      return new ChangeVote.Refused(refused.message());
    }
  }

  /**
   * Applies a change that this node has agreed to and moves to {@code toEpoch}; nothing when it has
   * done so already.
   */
  public void apply(String changeId, long toEpoch, List<String> statements) {
    NodeMetadata.Standing standing = metadata.standing();
    if (standing.epoch() >= toEpoch) {
      return;
    }
    if (!changeId.equals(standing.fence()) || !standing.agreed()) {
      throw new IllegalStateException("the node was not prepared for the change " + changeId);
    }
    database.transaction(
        () -> {
          executeAll(statements);
          metadata.moveTo(toEpoch);
          return true;
        });
    runner.forgetAll();
    sizeBytes = -1;
  }

  /**
   * Lifts the fence of a change that will not be applied, also when its prepare is still to come.
   */
  public void release(String changeId) {
    boolean fenced = changeId.equals(metadata.standing().fence());
    database.transaction(
        () -> {
          metadata.rememberReleased(changeId);
          if (fenced) {
            metadata.liftFence();
          }
          return true;
        });
  }

  /** The size of the node's database in bytes. */
  public long sizeBytes() {
    return database.sizeBytes();
  }

  /** Deletes everything; the object is no node any more. */
  public void delete() {
    cursors.closeAll();
    database.deleteAll();
    metadata.forget();
    participant.forget();
    runner.forgetAll();
    recentReplies.forgetAll();
    sizeBytes = -1;
  }

  private StorageReply run(StorageRequest request, List<StatementResult> results) {
    for (StorageStatement statement : request.statements()) {
      results.add(runner.run(statement, request.shape()));
    }
    if (sizeBytes < 0 || writes(request)) {
      sizeBytes = database.sizeBytes();
    }
    return switch (request.mode()) {
      case RUN -> new StorageReply.Done(results, sizeBytes);
      case COMPARE -> new StorageReply.Done(results, sizeBytes, participant.seen());
      case TRY -> throw new Undone(sizeBytes);
    };
  }

  private static boolean writes(StorageRequest request) {
    for (StorageStatement statement : request.statements()) {
      if (statement.kind() == StorageStatement.Kind.WRITE) {
        return true;
      }
    }
    return false;
  }

  private void executeAll(List<String> statements) {
    for (String statement : statements) {
      database.execute(statement, List.of());
    }
  }

  /** Rolls back a transaction in which nothing went wrong. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The size that the database had before it was rolled back. */
    private final long sizeBytes;

    Undone(long sizeBytes) {
      this.sizeBytes = sizeBytes;
    }
  }
}
