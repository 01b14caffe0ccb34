package storage.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.Seen;
import storage.api.StorageLimits;
import storage.api.Verdict;
import storage.wire.CallJson;
import storage.wire.ReplyJson;

/**
 * What a node keeps of the transactions that it takes part in.
 *
 * <pre>
 *   _ens_redo       the call that holds the node, in pieces; empty when it is free
 *   _ens_counts     since when it is held, and how many transactions it has carried out
 *   _ens_ended      how transactions ended, until no message of theirs is heeded any more
 *   _ens_unsettled  for the decider: nodes that may not know yet how a transaction ended
 *   _ens_seen       for each other node, how many transactions it must have carried out
 * </pre>
 *
 * <p>As with {@link NodeMetadata}, a change forgets what is in memory before it writes.
 */
final class TransactionRecords {
  /** What holds the node, and since when in milliseconds since 1970. */
  record Held(NodeCall.Hold hold, long sinceMillis) {
    String id() {
      return hold.transaction().id();
    }
  }

  /** A node that may not know how a transaction ended. */
  record Unsettled(String nodeId, String transactionId) {}

  private record Other(String nodeId, long place, long atMillis) {}

  /**
   * The answer to every request's questions.
   *
   * @param kept whether the tables are there: a node that never had a part in anything has none
   */
  private record Standing(boolean kept, long applied, @Nullable Held held, List<Other> others) {}

  private static final Standing NOTHING = new Standing(false, 0, null, List.of());

  private final SqlDatabase database;
  private @Nullable Standing known;

  TransactionRecords(SqlDatabase database) {
    this.database = database;
  }

  private void makeTables() {
    if (standing().kept()) {
      return;
    }
    change("CREATE TABLE _ens_redo(piece INTEGER PRIMARY KEY, text TEXT NOT NULL)");
    change("CREATE TABLE _ens_counts(name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID");
    change(
        "CREATE TABLE _ens_ended(id TEXT PRIMARY KEY, deadline INTEGER, verdict TEXT)"
            + " WITHOUT ROWID");
    change("CREATE TABLE _ens_unsettled(node TEXT, id TEXT, PRIMARY KEY(node, id)) WITHOUT ROWID");
    change(
        "CREATE TABLE _ens_seen(node TEXT PRIMARY KEY, place INTEGER, at INTEGER) WITHOUT ROWID");
  }

  /** What holds the node, or null. */
  @Nullable Held held() {
    return standing().held();
  }

  /** How many transactions the node has carried out. */
  long applied() {
    return standing().applied();
  }

  /** What an answer of now knows of. */
  Seen seen(long nowMillis) {
    Standing standing = standing();
    TreeMap<String, Long> others = new TreeMap<>();
    for (Other other : standing.others()) {
      if (other.atMillis() > nowMillis - StorageLimits.SEEN_MILLIS) {
        others.put(other.nodeId(), other.place());
      }
    }
    return new Seen(standing.applied(), others);
  }

  /** How a transaction ended, or null when it has not or that is not remembered. */
  @Nullable Verdict ended(String id) {
    if (!standing().kept()) {
      return null;
    }
    String verdict =
        database.text("SELECT verdict FROM _ens_ended WHERE id = ?1", List.of(text(id)));
    return verdict == null ? null : verdict(verdict);
  }

  /** The last change of its transaction: what is remembered from then on is not read back. */
  void hold(NodeCall.Hold hold, long nowMillis) {
    makeTables();
    Standing free = standing();
    String redo = CallJson.write(hold);
    int piece = 0;
    for (int from = 0; from < redo.length(); piece++) {
      int end = endOfPiece(redo, from);
      change(
          "INSERT INTO _ens_redo VALUES (?1, ?2)", number(piece), text(redo.substring(from, end)));
      from = end;
    }
    count("held", nowMillis);
    known = new Standing(true, free.applied(), new Held(hold, nowMillis), free.others());
  }

  /** A character of two code units stays whole: half of one is no text of SQLite. */
  private static int endOfPiece(String text, int from) {
    int end = Math.min(text.length(), from + StorageLimits.REDO_PIECE);
    return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  /** Keeps how a transaction ended; the node is free if it was held for it. */
  void end(Verdict verdict) {
    makeTables();
    Held held = held();
    if (held != null && held.id().equals(verdict.id())) {
      change("DELETE FROM _ens_redo");
    }
    change(
        "INSERT INTO _ens_ended VALUES (?1, ?2, ?3)",
        text(verdict.id()),
        number(verdict.deadlineMillis()),
        text(ReplyJson.writeHead(new NodeReply.Ruled(verdict))));
  }

  /** The node {@code self} has carried out a transaction. */
  void applied(String self, Verdict commit, long nowMillis) {
    for (Map.Entry<String, Long> place : commit.places().entrySet()) {
      if (place.getKey().equals(self)) {
        count("applied", place.getValue());
      } else {
        change(
            "INSERT OR REPLACE INTO _ens_seen VALUES (?1,"
                + " max(CAST(?2 AS INTEGER),"
                + " ifnull((SELECT place FROM _ens_seen WHERE node = ?1), 0)), ?3)",
            text(place.getKey()),
            number(place.getValue()),
            number(nowMillis));
      }
    }
  }

  void unsettled(String nodeId, String transactionId) {
    change("INSERT INTO _ens_unsettled VALUES (?1, ?2)", text(nodeId), text(transactionId));
  }

  void settled(String nodeId, String transactionId) {
    change(
        "DELETE FROM _ens_unsettled WHERE node = ?1 AND id = ?2",
        text(nodeId),
        text(transactionId));
  }

  /** By node; of very many, some. */
  List<Unsettled> unsettled() {
    List<Unsettled> unsettled = new ArrayList<>();
    if (!standing().kept()) {
      return unsettled;
    }
    String some = "SELECT node, id FROM _ens_unsettled LIMIT " + StorageLimits.UNSETTLED;
    for (String line :
        lines("SELECT group_concat(node || ' ' || id, char(10)) FROM (" + some + ")")) {
      int space = line.indexOf(' ');
      unsettled.add(new Unsettled(line.substring(0, space), line.substring(space + 1)));
    }
    return unsettled;
  }

  /** Forgets how transactions ended whose deadline has passed long ago. */
  void forgetLate(long nowMillis) {
    if (standing().kept()) {
      change(
          "DELETE FROM _ens_ended"
              + " WHERE deadline < ?1 AND id NOT IN (SELECT id FROM _ens_unsettled)",
          number(nowMillis - StorageLimits.REMEMBERED_MILLIS));
    }
  }

  /** Whether the end of any transaction is remembered. */
  boolean remembersAny() {
    return standing().kept()
        && database.text("SELECT id FROM _ens_ended LIMIT 1", List.of()) != null;
  }

  /** What the object remembers is no longer so: everything was deleted, or rolled back. */
  void forget() {
    known = null;
  }

  private Standing standing() {
    if (known == null) {
      known = load();
    }
    return known;
  }

  private Standing load() {
    String table = "SELECT 1 FROM sqlite_master WHERE name = '_ens_redo'";
    if (database.text(table, List.of()) == null) {
      return NOTHING;
    }
    StringBuilder redo = new StringBuilder();
    for (int piece = 0; ; piece++) {
      String text =
          database.text("SELECT text FROM _ens_redo WHERE piece = ?1", List.of(number(piece)));
      if (text == null) {
        break;
      }
      redo.append(text);
    }
    Held held = null;
    if (redo.length() > 0) {
      if (!(CallJson.read(redo.toString()) instanceof NodeCall.Hold hold)) {
        throw new IllegalStateException("a redo record that is none");
      }
      held = new Held(hold, count("held"));
    }
    List<Other> others = new ArrayList<>();
    for (String line :
        lines("SELECT group_concat(node || ' ' || place || ' ' || at, char(10)) FROM _ens_seen")) {
      int first = line.indexOf(' ');
      int second = line.indexOf(' ', first + 1);
      others.add(
          new Other(
              line.substring(0, first),
              Long.parseLong(line.substring(first + 1, second)),
              Long.parseLong(line.substring(second + 1))));
    }
    return new Standing(true, count("applied"), held, others);
  }

  private static Verdict verdict(String head) {
    if (ReplyJson.readWithoutRows(head) instanceof NodeReply.Ruled ruled) {
      return ruled.verdict();
    }
    throw new IllegalStateException("not a verdict: " + head);
  }

  private long count(String name) {
    String value =
        database.text(
            "SELECT CAST(value AS TEXT) FROM _ens_counts WHERE name = ?1", List.of(text(name)));
    return value == null ? 0 : Long.parseLong(value);
  }

  private void count(String name, long value) {
    change("INSERT OR REPLACE INTO _ens_counts VALUES (?1, ?2)", text(name), number(value));
  }

  private List<String> lines(String sql) {
    String text = database.text(sql, List.of());
    List<String> lines = new ArrayList<>();
    if (text == null) {
      return lines;
    }
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.add(text.substring(from, end));
      from = end + 1;
    }
    lines.add(text.substring(from));
    return lines;
  }

  private static SqlValue text(String value) {
    return new SqlValue.Text(value);
  }

  /** Bound as text, which the affinity of the column turns into a number again. */
  private static SqlValue number(long value) {
    return new SqlValue.Int(value);
  }

  private void change(String sql, SqlValue... parameters) {
    known = null;
    database.execute(sql, List.of(parameters));
  }
}
