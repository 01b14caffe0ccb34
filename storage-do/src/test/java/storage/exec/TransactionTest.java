package storage.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sqlite.value.SqlValue;
import storage.api.ChangeVote;
import storage.api.Errand;
import storage.api.Fate;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.Seen;
import storage.api.StatementResult;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.api.StorageStatement.Kind;
import storage.api.Transaction;
import storage.api.Verdict;

/** One node's part in writes over several nodes: here {@code n}, beside {@code m}. */
final class TransactionTest {
  private static final List<String> TABLE =
      List.of("CREATE TABLE t(id INTEGER PRIMARY KEY, a CHECK (a <> 'no'))");

  private final JdbcDatabase database = new JdbcDatabase();
  private final FixedClock clock = new FixedClock();
  private StorageNode node = new StorageNode(database, clock);

  @BeforeEach
  void initialize() {
    node.initialize("n", 1);
    node.prepare("c", 1, TABLE);
    node.apply("c", 2, TABLE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Transaction transaction(String id, String... nodes) {
    return new Transaction(
        id,
        List.of(nodes),
        clock.millis + StorageLimits.TRANSACTION_MILLIS,
        StorageLimits.HELD_MILLIS);
  }

  private StorageReply hold(Transaction transaction, String... sql) {
    NodeCall hold = new NodeCall.Hold(request(Mode.TRY, Kind.WRITE, sql), transaction, false);
    return assertInstanceOf(NodeReply.Ran.class, node.answer(hold)).reply();
  }

  private static StorageRequest request(Mode mode, Kind kind, String... sql) {
    List<StorageStatement> statements =
        List.of(sql).stream().map(text -> new StorageStatement(text, List.of(), kind)).toList();
    return new StorageRequest("n", 2, mode, Shape.ARRAYS, statements);
  }

  private StorageReply read(String sql) {
    return node.handle(request(Mode.COMPARE, Kind.READ, sql));
  }

  private String rows(String sql) {
    StorageReply.Done done = assertInstanceOf(StorageReply.Done.class, read(sql));
    return assertInstanceOf(StatementResult.Rows.class, done.results().get(0)).rows().text();
  }

  private Verdict commit(Transaction transaction, long here, long there) {
    return new Verdict(
        transaction.id(),
        true,
        transaction.deadlineMillis(),
        new TreeMap<>(Map.of("n", here, "m", there)));
  }

  private void settle(Verdict verdict) {
    assertEquals(
        new NodeReply.Settled(List.of(verdict.id())),
        node.answer(new NodeCall.Settle(List.of(verdict))));
  }

  private List<Errand> ring() {
    return assertInstanceOf(NodeReply.Errands.class, node.answer(new NodeCall.Alarm())).errands();
  }

  private Fate fate(String id) {
    return assertInstanceOf(NodeReply.Traced.class, node.answer(new NodeCall.Trace(id))).fate();
  }

  private void restart() {
    node = new StorageNode(database, clock);
  }

  private static Verdict aborted(Transaction transaction) {
    return Verdict.aborted(transaction.id(), transaction.deadlineMillis());
  }

  @Test
  void aHeldNodeDoesNothingElseUntilItsTransactionEnds() {
    Transaction transaction = transaction("x", "m", "n");
    StorageReply.Done held =
        assertInstanceOf(
            StorageReply.Done.class, hold(transaction, "INSERT INTO t VALUES (1, 'a')"));
    assertEquals(new Seen(1, new TreeMap<>()), held.seen());
    StorageReply busy = new StorageReply.Busy("x");
    assertEquals(busy, read("SELECT * FROM t"));
    assertEquals(busy, hold(transaction("y", "n", "m"), "DELETE FROM t"));
    restart();
    assertEquals(busy, read("SELECT * FROM t"));
    assertEquals(Fate.HELD, fate("x"));
    NodeReply.Described described =
        assertInstanceOf(NodeReply.Described.class, node.answer(new NodeCall.Describe()));
    assertEquals(List.of("x"), described.transactionsInDoubt());
    settle(commit(transaction, 1, 5));
    assertEquals("[1,\"a\"]", rows("SELECT * FROM t"));
    assertEquals(Fate.COMMITTED, fate("x"));
  }

  @Test
  void anAbortLeavesNothingAndIsFinal() {
    Transaction transaction = transaction("x", "m", "n");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    settle(aborted(transaction));
    assertEquals("", rows("SELECT * FROM t"));
    assertEquals(new StorageReply.Over(), hold(transaction, "INSERT INTO t VALUES (1, 'a')"));
    assertEquals(Fate.ABORTED, fate("x"));
    assertEquals(Fate.UNKNOWN, fate("y"));
  }

  @Test
  void aTrialThatFailsDoesNotHold() {
    assertEquals(
        new StorageReply.Failed(1, "CHECK constraint failed: a <> 'no'"),
        hold(
            transaction("x", "m", "n"),
            "INSERT INTO t VALUES (1, 'a')",
            "INSERT INTO t VALUES (2, 'no')"));
    assertEquals("", rows("SELECT * FROM t"));
  }

  @Test
  void messagesThatArriveTwiceDoNothingTwice() {
    Transaction transaction = transaction("x", "n", "m");
    String insert = "INSERT INTO t(a) VALUES ('a')";
    assertInstanceOf(StorageReply.Done.class, hold(transaction, insert));
    assertInstanceOf(StorageReply.Done.class, hold(transaction, insert));
    Verdict commit = commit(transaction, 1, 1);
    assertEquals(new NodeReply.Ruled(commit), node.answer(new NodeCall.Decide(commit)));
    restart();
    assertEquals(new NodeReply.Ruled(commit), node.answer(new NodeCall.Decide(commit)));
    settle(commit);
    assertEquals(new StorageReply.Over(), hold(transaction, insert));
    assertEquals("[1]", rows("SELECT count(*) FROM t"));
  }

  @Test
  void theDeciderTellsTheOthersUntilTheyHaveHeard() {
    Transaction transaction = transaction("x", "n", "m");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    Verdict commit = commit(transaction, 1, 7);
    node.answer(new NodeCall.Decide(commit));
    assertEquals(clock.millis + StorageLimits.HELD_MILLIS, clock.alarm);
    List<Errand> errands = List.of(new Errand("m", new NodeCall.Settle(List.of(commit))));
    assertEquals(errands, ring());
    clock.millis += StorageLimits.TRANSACTION_MILLIS + StorageLimits.REMEMBERED_MILLIS + 1;
    assertEquals(errands, ring());
    node.answer(new NodeCall.Heard("m", new NodeReply.Settled(List.of("x"))));
    clock.millis += StorageLimits.FORGET_MILLIS;
    assertEquals(List.of(), ring());
    assertEquals(Fate.UNKNOWN, fate("x"));
  }

  @Test
  void aNodeThatIsLeftAloneAsksTheDecider() {
    Transaction transaction = transaction("x", "m", "n");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    assertEquals(clock.millis + StorageLimits.HELD_MILLIS, clock.alarm);
    assertEquals(List.of(), ring());
    clock.millis += StorageLimits.HELD_MILLIS;
    Errand ask = new Errand("m", new NodeCall.Ask("x", transaction.deadlineMillis()));
    assertEquals(List.of(ask), ring());
    assertEquals(clock.millis + StorageLimits.HELD_MILLIS, clock.alarm);
    node.answer(new NodeCall.Heard("m", new NodeReply.Ruled(commit(transaction, 1, 1))));
    assertEquals("[1,\"a\"]", rows("SELECT * FROM t"));
  }

  @Test
  void aDeciderThatIsAskedBeforeItHasDecidedAborts() {
    Transaction transaction = transaction("x", "n", "m");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    NodeReply aborted = new NodeReply.Ruled(aborted(transaction));
    assertEquals(aborted, node.answer(new NodeCall.Ask("x", transaction.deadlineMillis())));
    assertEquals(aborted, node.answer(new NodeCall.Decide(commit(transaction, 1, 1))));
    assertEquals("", rows("SELECT * FROM t"));
  }

  @Test
  void aDeciderThatIsLeftAloneAborts() {
    Transaction transaction = transaction("x", "n", "m");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    clock.millis += StorageLimits.HELD_MILLIS;
    assertEquals(List.of(), ring());
    assertEquals("", rows("SELECT * FROM t"));
    assertEquals(Fate.ABORTED, fate("x"));
  }

  @Test
  void whatIsAskedAboutBeforeItHasComeIsAborted() {
    Transaction transaction = transaction("x", "n", "m");
    node.answer(new NodeCall.Ask("x", transaction.deadlineMillis()));
    assertEquals(new StorageReply.Over(), hold(transaction, "INSERT INTO t VALUES (1, 'a')"));
  }

  @Test
  void aMessageBehindItsDeadlineIsNotHeeded() {
    Transaction transaction = transaction("x", "n", "m");
    clock.millis = transaction.deadlineMillis();
    assertInstanceOf(StorageReply.Done.class, hold(transaction, "INSERT INTO t VALUES (1, 'a')"));
    node.answer(new NodeCall.Settle(List.of(aborted(transaction))));
    Transaction late = transaction("y", "n", "m");
    clock.millis = late.deadlineMillis() + 1;
    assertEquals(new StorageReply.Over(), hold(late, "INSERT INTO t VALUES (1, 'a')"));
    assertEquals(new NodeReply.Forgotten(), node.answer(new NodeCall.Decide(commit(late, 1, 1))));
  }

  @Test
  void endsAreForgottenLongAfterTheDeadline() {
    Transaction transaction = transaction("x", "m", "n");
    settle(aborted(transaction));
    clock.millis = transaction.deadlineMillis() + StorageLimits.REMEMBERED_MILLIS;
    ring();
    assertEquals(Fate.ABORTED, fate("x"));
    assertEquals(clock.millis + StorageLimits.FORGET_MILLIS, clock.alarm);
    clock.millis = clock.alarm;
    clock.alarm = 0;
    ring();
    assertEquals(Fate.UNKNOWN, fate("x"));
    assertEquals(0, clock.alarm);
  }

  @Test
  void answersTellWhatTheyHaveSeenForAWhile() {
    Transaction transaction = transaction("x", "m", "n");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    settle(commit(transaction, 1, 7));
    Seen seen = new Seen(1, new TreeMap<>(Map.of("m", 7L)));
    assertEquals(seen, ((StorageReply.Done) read("SELECT 1")).seen());
    restart();
    assertEquals(seen, ((StorageReply.Done) read("SELECT 1")).seen());
    clock.millis += StorageLimits.SEEN_MILLIS;
    assertEquals(new Seen(1, new TreeMap<>()), ((StorageReply.Done) read("SELECT 1")).seen());
  }

  @Test
  void aProgramOfManyPiecesOutlivesTheObjectUnchanged() {
    Transaction transaction = transaction("x", "m", "n");
    // Two code units each, so that the end of a piece falls into the midst of one.
    String text = "-" + "\uD83D\uDE00".repeat(StorageLimits.REDO_PIECE);
    StorageStatement insert =
        new StorageStatement(
            "INSERT INTO t VALUES (1, ?1), (2, ?2)",
            List.of(new SqlValue.Text(text), new SqlValue.Text("-" + text)),
            Kind.WRITE);
    StorageRequest request = new StorageRequest("n", 2, Mode.TRY, Shape.ARRAYS, List.of(insert));
    node.answer(new NodeCall.Hold(request, transaction, true));
    restart();
    settle(commit(transaction, 1, 1));
    assertEquals(text, database.text("SELECT a FROM t WHERE id = 1", List.of()));
    assertEquals("-" + text, database.text("SELECT a FROM t WHERE id = 2", List.of()));
  }

  @Test
  void aChangeOfTheSchemaWaitsForTheTransactionAndNothingNewBegins() {
    Transaction transaction = transaction("x", "m", "n");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    List<String> grow = List.of("ALTER TABLE t ADD COLUMN b");
    assertEquals(new ChangeVote.Held(), node.prepare("d", 2, grow));
    assertThrows(IllegalStateException.class, () -> node.apply("d", 3, grow));
    settle(commit(transaction, 1, 1));
    assertEquals(new StorageReply.Stale(2), hold(transaction("y", "m", "n"), "DELETE FROM t"));
    assertEquals(new ChangeVote.Agreed(), node.prepare("d", 2, grow));
    node.apply("d", 3, grow);
    assertEquals("1", database.text("SELECT count(*) FROM t WHERE b IS NULL", List.of()));
  }

  @Test
  void aTokenIsTakenBackAlsoWhileTheNodeIsHeld() {
    Transaction transaction = transaction("x", "m", "n");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    assertEquals(new ChangeVote.Agreed(), node.prepare("d", 2, List.of()));
    node.apply("d", 3, List.of());
    settle(commit(transaction, 1, 1));
    assertEquals("1", database.text("SELECT count(*) FROM t", List.of()));
  }

  @Test
  void whatTheDeciderCannotDoAnyMoreIsAborted() {
    Transaction transaction = transaction("x", "n", "m");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    // As when its storage is full.
    database.execute(
        "CREATE TRIGGER full BEFORE INSERT ON t BEGIN SELECT raise(ABORT, 'full'); END", List.of());
    assertEquals(
        new NodeReply.Ruled(aborted(transaction)),
        node.answer(new NodeCall.Decide(commit(transaction, 1, 1))));
    assertEquals("", rows("SELECT * FROM t"));
  }

  @Test
  void aDeletedNodeHasAPartInNothing() {
    Transaction transaction = transaction("x", "n", "m");
    hold(transaction, "INSERT INTO t VALUES (1, 'a')");
    node.answer(new NodeCall.Delete());
    assertEquals(
        new NodeReply.Ruled(aborted(transaction)),
        node.answer(new NodeCall.Decide(commit(transaction, 1, 1))));
    assertEquals(Fate.UNKNOWN, fate("x"));
    assertEquals(List.of(), ring());
    settle(commit(transaction, 1, 1));
    assertTrue(
        node.answer(new NodeCall.Describe()) instanceof NodeReply.Described described
            && described.transactionsInDoubt().isEmpty());
  }
}
