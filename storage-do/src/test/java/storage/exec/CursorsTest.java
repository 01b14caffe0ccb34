package storage.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.PageReply;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.api.StorageStatement.Kind;

/** Reads page by page. */
final class CursorsTest {
  private static final String TABLE = "CREATE TABLE t(id INTEGER PRIMARY KEY)";
  private static final String ALL = "SELECT id FROM t";

  /** Two rows and what is between them. */
  private static final int TWO_ROWS = 6;

  private final JdbcDatabase database = new JdbcDatabase();
  private final StorageNode node = new StorageNode(database, new FixedClock());

  @BeforeEach
  void fill() {
    node.initialize("n", 1);
    node.prepare("c", 1, List.of(TABLE));
    node.apply("c", 2, List.of(TABLE));
    write("INSERT INTO t VALUES (1), (2), (3), (4), (5)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String sql) {
    StorageStatement statement = new StorageStatement(sql, List.of(), Kind.WRITE);
    assertInstanceOf(StorageReply.Done.class, node.handle(request(statement, 2)));
  }

  private static StorageRequest request(StorageStatement statement, long epoch) {
    return new StorageRequest("n", epoch, Mode.RUN, Shape.ARRAYS, List.of(statement));
  }

  private PageReply open(String cursor, String sql) {
    return open(cursor, sql, 2);
  }

  private PageReply open(String cursor, String sql, long epoch) {
    StorageStatement statement = new StorageStatement(sql, List.of(), Kind.READ);
    return paged(new NodeCall.Open(request(statement, epoch), cursor, TWO_ROWS));
  }

  private PageReply fetch(String cursor, int page) {
    return paged(new NodeCall.Fetch(cursor, page));
  }

  private PageReply paged(NodeCall call) {
    return assertInstanceOf(NodeReply.Paged.class, node.answer(call)).reply();
  }

  private static void assertPage(String rows, boolean more, PageReply reply) {
    PageReply.Page page = assertInstanceOf(PageReply.Page.class, reply);
    assertEquals(rows, page.rows().rows().text());
    assertEquals(more, page.more());
    assertEquals(List.of("id"), page.rows().columns());
  }

  @Test
  void pagesEndWithTheirCharactersAndTheLastRow() {
    assertPage("[1],\n[2]", true, open("a", ALL));
    assertPage("[3],\n[4]", true, fetch("a", 1));
    assertPage("[5]", false, fetch("a", 2));
    assertInstanceOf(PageReply.Gone.class, fetch("a", 3));
    assertPage("", false, open("b", "SELECT id FROM t WHERE id > 9"));
    assertPage("[1],\n[2]", false, open("c", "SELECT id FROM t WHERE id < 3"));
  }

  @Test
  void rowsAreThoseOfTheMomentWhenItBegan() {
    open("a", ALL);
    write("DELETE FROM t WHERE id > 2");
    write("INSERT INTO t VALUES (6)");
    open("b", "SELECT id FROM t WHERE id > 1");
    assertPage("[3],\n[4]", true, fetch("a", 1));
    write("DELETE FROM t");
    assertPage("[5]", false, fetch("a", 2));
    assertFalse(assertInstanceOf(PageReply.Page.class, open("c", ALL)).more());
  }

  @Test
  void aDoubledCallGetsTheSamePageAndALateOneNone() {
    PageReply first = open("a", ALL);
    assertSame(first, open("a", ALL));
    PageReply second = fetch("a", 1);
    assertSame(second, fetch("a", 1));
    assertInstanceOf(PageReply.Gone.class, open("a", ALL));
    PageReply last = fetch("a", 2);
    assertSame(last, fetch("a", 2));
    assertInstanceOf(PageReply.Gone.class, fetch("a", 1));
  }

  @Test
  void anotherObjectKnowsNothingOfARead() {
    open("a", ALL);
    StorageNode restarted = new StorageNode(database, new FixedClock());
    NodeReply reply = restarted.answer(new NodeCall.Fetch("a", 1));
    assertInstanceOf(PageReply.Gone.class, assertInstanceOf(NodeReply.Paged.class, reply).reply());
  }

  @Test
  void theReadThatHasWaitedLongestGivesWay() {
    for (int i = 0; i < StorageLimits.CURSORS; i++) {
      assertPage("[1],\n[2]", true, open("c" + i, ALL));
    }
    assertPage("[3],\n[4]", true, fetch("c0", 1));
    open("one more", ALL);
    assertInstanceOf(PageReply.Gone.class, fetch("c1", 1));
    assertPage("[5]", false, fetch("c0", 2));
    assertPage("[3],\n[4]", true, fetch("c2", 1));
  }

  @Test
  void aClosedReadIsOver() {
    open("a", ALL);
    assertInstanceOf(NodeReply.Done.class, node.answer(new NodeCall.Close("a")));
    assertInstanceOf(NodeReply.Done.class, node.answer(new NodeCall.Close("a")));
    assertInstanceOf(PageReply.Gone.class, fetch("a", 1));
  }

  @Test
  void aRefusalIsToldWhenItsRowComes() {
    write("INSERT INTO t VALUES (-9223372036854775807 - 1)");
    PageReply.Refused refused =
        assertInstanceOf(PageReply.Refused.class, open("a", "SELECT abs(id) FROM t ORDER BY id"));
    assertEquals(new StorageReply.Failed(0, "integer overflow"), refused.why());
    assertPage("[5],\n[4]", true, open("b", "SELECT abs(id) AS id FROM t ORDER BY t.id DESC"));
    write("DELETE FROM t");
    assertPage("[3],\n[2]", true, fetch("b", 1));
    assertInstanceOf(PageReply.Refused.class, fetch("b", 2));
    assertInstanceOf(PageReply.Gone.class, fetch("b", 3));
  }

  @Test
  void anotherEpochBeginsNothing() {
    PageReply.Refused refused = assertInstanceOf(PageReply.Refused.class, open("a", ALL, 1));
    assertEquals(new StorageReply.Stale(2), refused.why());
    assertInstanceOf(PageReply.Gone.class, fetch("a", 1));
  }

  @Test
  void whatIsTooMuchToKeepIsGivenUp() {
    String rows = "VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)";
    String sql = "SELECT hex(zeroblob(999000)) AS id FROM (" + rows + ")";
    assertTrue(assertInstanceOf(PageReply.Page.class, open("a", sql)).more());
    open("b", ALL);
    write("INSERT INTO t VALUES (6)");
    PageReply.Gone gone = assertInstanceOf(PageReply.Gone.class, fetch("a", 1));
    assertTrue(gone.why().contains("too large to be kept"), gone.why());
    assertPage("[3],\n[4]", true, fetch("b", 1));
  }
}
