package storage.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import storage.api.Errand;
import storage.api.Fate;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.Seen;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageStatement;
import storage.api.StorageStatement.Kind;
import storage.api.Transaction;
import storage.api.Verdict;

/**
 * A node's part in the requests that write on several nodes.
 *
 * <p>A node that is held for one of them does nothing else: its rows do not change between the
 * trial of the program and the moment when it is carried out, so it has the effects that it had in
 * the trial. Neither a change of the schema nor a new epoch comes in between; both wait.
 *
 * <p>The first node of a transaction decides: it carries out its own part and keeps the decision in
 * one SQLite transaction. A node that is left alone asks it. What it is asked about before it has
 * decided, it aborts, and refuses a decision that comes later.
 */
final class Participant {
  private final SqlDatabase database;
  private final ObjectClock clock;
  private final TransactionRecords records;

  /** When the alarm is known to ring, in milliseconds since 1970; 0 when that is not known. */
  private long alarmMillis;

  /** When the node last forgot how transactions ended; 0 when that is not known. */
  private long forgotMillis;

  Participant(SqlDatabase database, ObjectClock clock) {
    this.database = database;
    this.clock = clock;
    this.records = new TransactionRecords(database);
  }

  void forget() {
    records.forget();
    alarmMillis = 0;
  }

  /** The refusal of whatever is not about the transaction that holds the node; null when free. */
  StorageReply.@Nullable Busy busy() {
    TransactionRecords.Held held = records.held();
    return held == null ? null : new StorageReply.Busy(held.id());
  }

  /** What an answer of now knows of. */
  Seen seen() {
    return records.seen(clock.epochMillis());
  }

  /** Holds the node for a transaction when {@code trial} goes well; again the same when it is. */
  StorageReply hold(NodeCall.Hold hold, Supplier<StorageReply> trial) {
    Transaction transaction = hold.transaction();
    TransactionRecords.Held held = records.held();
    boolean again = held != null && held.id().equals(transaction.id());
    if (held != null && !again) {
      return Objects.requireNonNull(busy());
    }
    long now = clock.epochMillis();
    if (!again && (now > transaction.deadlineMillis() || records.ended(transaction.id()) != null)) {
      return new StorageReply.Over();
    }
    StorageReply reply = trial.get();
    if (!(reply instanceof StorageReply.Done done)) {
      return reply;
    }
    if (!again) {
      database.transaction(
          () -> {
            records.hold(hold, now);
            return true;
          });
      ring(now + transaction.heldMillis());
    }
    Seen place = new Seen(records.applied() + 1, new TreeMap<>());
    return new StorageReply.Done(done.results(), done.sizeBytes(), place);
  }

  /** Commits a transaction as its decider, unless it has ended. */
  NodeReply decide(String self, Verdict commit) {
    Verdict known = records.ended(commit.id());
    if (known != null) {
      return new NodeReply.Ruled(known);
    }
    if (isHeldFor(commit.id())) {
      return new NodeReply.Ruled(carriedOut(self, commit));
    }
    return clock.epochMillis() > commit.deadlineMillis()
        ? new NodeReply.Forgotten()
        : new NodeReply.Ruled(abort(commit.id(), commit.deadlineMillis()));
  }

  /** Commits, or aborts when SQLite refuses here and now what it took in the trial. */
  private Verdict carriedOut(String self, Verdict commit) {
    try {
      carryOut(self, commit);
    } catch (SqlFailure refused) {
      return abort(commit.id(), commit.deadlineMillis());
    }
    ring(clock.epochMillis() + StorageLimits.HELD_MILLIS);
    return commit;
  }

  /** How a transaction ends that this node decides: by an abort when that is still open. */
  NodeReply ask(NodeCall.Ask ask) {
    Verdict known = records.ended(ask.transactionId());
    return new NodeReply.Ruled(
        known != null ? known : abort(ask.transactionId(), ask.deadlineMillis()));
  }

  /** What is known here of how a transaction ends. */
  Fate fate(String transactionId) {
    Verdict known = records.ended(transactionId);
    if (known != null) {
      return known.committed() ? Fate.COMMITTED : Fate.ABORTED;
    }
    return isHeldFor(transactionId) ? Fate.HELD : Fate.UNKNOWN;
  }

  /** Ends transactions here as has been decided. */
  NodeReply settle(String self, List<Verdict> verdicts) {
    List<String> settled = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (!verdict.committed()) {
        if (records.ended(verdict.id()) == null) {
          abort(verdict.id(), verdict.deadlineMillis());
        }
      } else if (isHeldFor(verdict.id())) {
        carryOut(self, verdict);
      }
      settled.add(verdict.id());
    }
    return new NodeReply.Settled(settled);
  }

  /** What is to be done for transactions that should have ended. */
  NodeReply alarm(String self) {
    alarmMillis = 0;
    long now = clock.epochMillis();
    List<Errand> errands = new ArrayList<>();
    TransactionRecords.Held held = records.held();
    if (held != null && isLong(held, now)) {
      Transaction transaction = held.hold().transaction();
      if (transaction.decider().equals(self)) {
        abort(transaction.id(), transaction.deadlineMillis());
      } else {
        errands.add(
            new Errand(
                transaction.decider(),
                new NodeCall.Ask(transaction.id(), transaction.deadlineMillis())));
      }
    }
    List<TransactionRecords.Unsettled> unsettled = records.unsettled();
    addVerdicts(unsettled, errands);
    if (Math.abs(now - forgotMillis) >= StorageLimits.FORGET_MILLIS) {
      records.forgetLate(now);
      forgotMillis = now;
    }
    if (records.held() != null || !unsettled.isEmpty()) {
      ring(now + StorageLimits.HELD_MILLIS);
    } else if (records.remembersAny()) {
      alarmMillis = now + StorageLimits.FORGET_MILLIS;
      clock.setAlarm(alarmMillis);
    }
    return new NodeReply.Errands(errands);
  }

  /** Whether it is time to ask, or the clock has jumped back so far that nobody knows. */
  private static boolean isLong(TransactionRecords.Held held, long now) {
    return Math.abs(now - held.sinceMillis()) >= held.hold().transaction().heldMillis();
  }

  /** A node has answered an errand. */
  void heard(String self, NodeCall.Heard heard) {
    if (heard.reply() instanceof NodeReply.Ruled ruled) {
      settle(self, List.of(ruled.verdict()));
    } else if (heard.reply() instanceof NodeReply.Settled settled) {
      for (String id : settled.transactionIds()) {
        records.settled(heard.nodeId(), id);
      }
    }
  }

  private void addVerdicts(List<TransactionRecords.Unsettled> unsettled, List<Errand> errands) {
    Map<String, List<Verdict>> byNode = new TreeMap<>();
    for (TransactionRecords.Unsettled open : unsettled) {
      List<Verdict> verdicts = byNode.computeIfAbsent(open.nodeId(), none -> new ArrayList<>());
      if (verdicts.size() < StorageLimits.ERRAND_VERDICTS) {
        Verdict ended = records.ended(open.transactionId());
        if (ended == null) {
          throw new IllegalStateException("a decision was forgotten too early");
        }
        verdicts.add(ended);
      }
    }
    byNode.forEach(
        (node, verdicts) -> errands.add(new Errand(node, new NodeCall.Settle(verdicts))));
  }

  private boolean isHeldFor(String transactionId) {
    TransactionRecords.Held held = records.held();
    return held != null && held.id().equals(transactionId);
  }

  private Verdict abort(String transactionId, long deadlineMillis) {
    Verdict verdict = Verdict.aborted(transactionId, deadlineMillis);
    database.transaction(
        () -> {
          records.end(verdict);
          return true;
        });
    ring(clock.epochMillis() + StorageLimits.FORGET_MILLIS);
    return verdict;
  }

  /**
   * Carries out what the node is held for, in one transaction with the record of it. What went well
   * in the trial goes well again: the rows are the same, and nothing in the program depends on the
   * moment or on chance.
   */
  private void carryOut(String self, Verdict commit) {
    TransactionRecords.Held held = Objects.requireNonNull(records.held());
    Long place = commit.places().get(self);
    if (place == null || place != records.applied() + 1) {
      throw new IllegalStateException("a transaction at the wrong place: " + commit);
    }
    try {
      database.transaction(
          () -> {
            replay(held.hold());
            records.end(commit);
            records.applied(self, commit, clock.epochMillis());
            if (held.hold().transaction().decider().equals(self)) {
              recordOthers(self, held.hold().transaction());
            }
            return true;
          });
    } catch (SqlFailure refused) {
      records.forget();
      throw refused;
    }
  }

  private void replay(NodeCall.Hold hold) {
    for (StorageStatement statement : hold.request().statements()) {
      if (statement.kind() == Kind.WRITE) {
        database.execute(statement.sql(), statement.parameters());
      }
    }
  }

  private void recordOthers(String self, Transaction transaction) {
    for (String node : transaction.nodes()) {
      if (!node.equals(self)) {
        records.unsettled(node, transaction.id());
      }
    }
  }

  /** Has the alarm ring by then; soon when it may be set already for something else. */
  private void ring(long byMillis) {
    long at =
        alarmMillis == 0
            ? Math.min(byMillis, clock.epochMillis() + StorageLimits.HELD_MILLIS)
            : byMillis;
    if (alarmMillis == 0 || at < alarmMillis) {
      clock.setAlarm(at);
      alarmMillis = at;
    }
  }
}
