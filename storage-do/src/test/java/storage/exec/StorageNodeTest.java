package storage.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import storage.api.Apart;
import storage.api.ChangeVote;
import storage.api.RowCounts;
import storage.api.StatementResult;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.api.StorageStatement.Kind;
import storage.api.TextRows;

final class StorageNodeTest {
  private static final String TABLE = "CREATE TABLE t(id INTEGER PRIMARY KEY, a)";

  private final JdbcDatabase database = new JdbcDatabase();
  private final FixedClock clock = new FixedClock();
  private final StorageNode node = new StorageNode(database, clock);

  @BeforeEach
  void initialize() {
    node.initialize("n", 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private StorageReply ask(String nodeId, long epoch, Mode mode, StorageStatement... statements) {
    return node.handle(new StorageRequest(nodeId, epoch, mode, Shape.ARRAYS, List.of(statements)));
  }

  private static StorageStatement write(String sql) {
    return new StorageStatement(sql, List.of(), Kind.WRITE);
  }

  private static StorageStatement read(String sql) {
    return new StorageStatement(sql, List.of(), Kind.READ);
  }

  private void createTable() {
    assertEquals(new ChangeVote.Agreed(), node.prepare("c", 1, List.of(TABLE)));
    node.apply("c", 2, List.of(TABLE));
  }

  private static String rows(StorageReply reply, int statement) {
    StorageReply.Done done = assertInstanceOf(StorageReply.Done.class, reply);
    return assertInstanceOf(StatementResult.Rows.class, done.results().get(statement))
        .rows()
        .text();
  }

  @Test
  void statementsOfOneRequestSeeEachOther() {
    createTable();
    StorageReply reply =
        ask("n", 2, Mode.RUN, write("INSERT INTO t VALUES (7, 'x')"), read("SELECT * FROM t"));
    assertEquals("[7,\"x\"]", rows(reply, 1));
    StorageReply.Done done = assertInstanceOf(StorageReply.Done.class, reply);
    assertEquals(new StatementResult.Changed(1, 7, new RowCounts(0, 1)), done.results().get(0));
  }

  @Test
  void theWorkOfEveryStatementIsCountedForItself() {
    createTable();
    StorageReply reply =
        ask(
            "n",
            2,
            Mode.RUN,
            write("INSERT INTO t VALUES (1, 1), (2, 2)"),
            read("SELECT * FROM t"),
            read("SELECT * FROM t LIMIT 1"));
    StorageReply.Done done = assertInstanceOf(StorageReply.Done.class, reply);
    assertEquals(
        List.of(new RowCounts(0, 2), new RowCounts(2, 0), new RowCounts(1, 0)),
        done.results().stream().map(StatementResult::counts).toList());
    assertEquals(database.sizeBytes(), done.sizeBytes());
  }

  @Test
  void keysAreSentBesideTheRowsInTheShapeOfNeither() {
    createTable();
    ask("n", 2, Mode.RUN, write("INSERT INTO t VALUES (7, 'x'), (8, 1.5)"));
    StorageStatement apart =
        read("SELECT a, id, a FROM t").with(new Apart(List.of("b"), List.of(1, 2)));
    StorageRequest request =
        new StorageRequest("n", 2, Mode.RUN, Shape.OBJECTS, List.of(apart, read("SELECT 1 AS b")));
    StorageReply.Done done = assertInstanceOf(StorageReply.Done.class, node.handle(request));
    StatementResult.Rows rows = assertInstanceOf(StatementResult.Rows.class, done.results().get(0));
    assertEquals(List.of("b"), rows.columns());
    assertEquals("{\"b\":\"x\"},\n{\"b\":1.5}", rows.rows().text());
    assertEquals(new TextRows(2, "[7,\"x\"],\n[8,1.5]"), rows.keys());
    assertEquals("{\"b\":1}", rows(done, 1));
  }

  @Test
  void anotherEpochDoesNothing() {
    createTable();
    assertEquals(
        new StorageReply.Stale(2), ask("n", 1, Mode.RUN, write("INSERT INTO t VALUES (1, 1)")));
    assertEquals(
        new StorageReply.Stale(2), ask("n", 3, Mode.RUN, write("INSERT INTO t VALUES (1, 1)")));
    assertEquals("0", database.text("SELECT count(*) FROM t"));
  }

  @Test
  void anotherNodeIsNotAnswered() {
    assertEquals(new StorageReply.WrongNode(), ask("m", 1, Mode.RUN, read("SELECT 1")));
    node.delete();
    assertEquals(new StorageReply.WrongNode(), ask("n", 1, Mode.RUN, read("SELECT 1")));
  }

  @Test
  void aTrialAnswersAndLeavesNothing() {
    createTable();
    StorageReply reply =
        ask("n", 2, Mode.TRY, write("INSERT INTO t VALUES (1, 2)"), read("SELECT a FROM t"));
    assertEquals("[2]", rows(reply, 1));
    assertEquals("0", database.text("SELECT count(*) FROM t"));
  }

  @Test
  void aFailureInTheMiddleLeavesNothing() {
    createTable();
    StorageReply reply =
        ask(
            "n",
            2,
            Mode.RUN,
            write("INSERT INTO t VALUES (1, 2)"),
            write("INSERT INTO t VALUES (2, 2), (1, 3)"));
    assertEquals(new StorageReply.Failed(1, "UNIQUE constraint failed: t.id"), reply);
    assertEquals("0", database.text("SELECT count(*) FROM t"));
  }

  @Test
  void anUndecidedChangeFencesTheNode() {
    assertEquals(new ChangeVote.Agreed(), node.prepare("c", 1, List.of(TABLE)));
    assertEquals("0", database.text("SELECT count(*) FROM sqlite_master WHERE name = 't'"));
    assertEquals(new StorageReply.Stale(1), ask("n", 1, Mode.RUN, read("SELECT 1")));
    assertInstanceOf(ChangeVote.Refused.class, node.prepare("other", 1, List.of(TABLE)));
    node.release("c");
    assertEquals("[1]", rows(ask("n", 1, Mode.RUN, read("SELECT 1")), 0));
  }

  @Test
  void aChangeThatCannotBeAppliedLeavesNoFence() {
    ChangeVote vote = node.prepare("c", 1, List.of(TABLE, "CREATE TABLE t(x)"));
    assertEquals(new ChangeVote.Refused("table t already exists"), vote);
    assertEquals("[1]", rows(ask("n", 1, Mode.RUN, read("SELECT 1")), 0));
  }

  @Test
  void aPrepareThatArrivesAfterItsReleaseDoesNotFence() {
    node.release("c");
    assertEquals(new ChangeVote.Over(), node.prepare("c", 1, List.of(TABLE)));
    assertEquals("[1]", rows(ask("n", 1, Mode.RUN, read("SELECT 1")), 0));
  }

  @Test
  void messagesThatArriveTwiceDoNothingTwice() {
    createTable();
    node.apply("c", 2, List.of(TABLE));
    node.initialize("n", 1);
    assertEquals(new ChangeVote.Over(), node.prepare("c", 1, List.of(TABLE)));
    assertEquals("[1]", rows(ask("n", 2, Mode.RUN, read("SELECT 1")), 0));
    assertThrows(IllegalStateException.class, () -> node.initialize("m", 1));
    assertThrows(IllegalStateException.class, () -> node.apply("d", 3, List.of()));
  }

  @Test
  void aRestartKeepsEpochAndFence() {
    createTable();
    node.prepare("d", 2, List.of("DROP TABLE t"));
    StorageNode restarted = new StorageNode(database, clock);
    StorageRequest request =
        new StorageRequest("n", 2, Mode.RUN, Shape.ARRAYS, List.of(read("SELECT 1")));
    assertEquals(new StorageReply.Stale(2), restarted.handle(request));
    restarted.apply("d", 3, List.of("DROP TABLE t"));
    assertEquals(new StorageReply.Stale(3), restarted.handle(request));
  }

  @Test
  void starShowsAColumnThatAChangeHasAdded() {
    createTable();
    assertEquals("", rows(ask("n", 2, Mode.RUN, read("SELECT * FROM t")), 0));
    List<String> grow = List.of("ALTER TABLE t ADD COLUMN b DEFAULT 5");
    node.prepare("d", 2, grow);
    node.apply("d", 3, grow);
    ask("n", 3, Mode.RUN, write("INSERT INTO t(id) VALUES (1)"));
    assertEquals("[1,null,5]", rows(ask("n", 3, Mode.RUN, read("SELECT * FROM t")), 0));
  }

  @Test
  void foreignKeysAreKeptAndNotEnforced() {
    List<String> tables = List.of(TABLE, "CREATE TABLE u(t REFERENCES t(id) ON DELETE CASCADE)");
    node.prepare("c", 1, tables);
    node.apply("c", 2, tables);
    ask("n", 2, Mode.RUN, write("INSERT INTO u VALUES (99)"));
    List<String> drop = List.of("DROP TABLE t");
    node.prepare("d", 2, drop);
    node.apply("d", 3, drop);
    assertEquals("[99]", rows(ask("n", 3, Mode.RUN, read("SELECT * FROM u")), 0));
  }
}
