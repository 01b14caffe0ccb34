package cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.Parameters;
import conductor.api.SqlException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is tried on several nodes and what is carried out there later is the same. */
final class RepetitionTest {
  private final Cluster cluster = new Cluster(1);
  private final Cluster.Conductor conductor = cluster.conductor();

  @BeforeEach
  void create() {
    cluster.await(cluster.gateways().topology().create("d", 3, 64));
    run("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b DEFAULT (hex(randomblob(9))), random)");
    run("CREATE TABLE random(id INTEGER PRIMARY KEY, x)");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private List<Answer> run(String sql) {
    return conductor.run("d", sql, Parameters.NONE);
  }

  private void assertRefused(String sql) {
    SqlException refused = assertThrows(SqlException.class, () -> run(sql));
    assertEquals(ErrorCode.UNSUPPORTED, refused.code());
    assertEquals(
        "random() or randomblob() in a write over several nodes is not supported yet",
        refused.message());
  }

  @Test
  void whatARequestReadsOfItsOwnWritesIsWhatStays() {
    String read = "SELECT id, a, b FROM t ORDER BY id";
    List<Answer> answers =
        run(
            "INSERT INTO t(id, a) VALUES (1, random()), (2, randomblob(20)), (3, random()),"
                + " (4, datetime('now')), (5, CURRENT_TIMESTAMP), (6, unixepoch('subsec')),"
                + " (7, timediff('now', '2000-01-01')), (8, julianday());"
                + read);
    assertEquals(run(read).get(0).rows().text(), answers.get(1).rows().text());
    assertEquals(
        "[7,8]", run("SELECT count(DISTINCT a), count(DISTINCT b) FROM t").get(0).rows().text());
    assertEquals(
        "[20,18]", run("SELECT length(a), length(b) FROM t WHERE id = 2").get(0).rows().text());
  }

  @Test
  void theClockIsReadOnceForAllNodes() {
    run("INSERT INTO t(id) VALUES (1), (2), (3), (4), (5), (6), (7), (8)");
    run("UPDATE t SET a = strftime('%f'), b = CURRENT_TIMESTAMP");
    assertEquals(
        "[1,1]", run("SELECT count(DISTINCT a), count(DISTINCT b) FROM t").get(0).rows().text());
  }

  @Test
  void whatChanceDecidesAnewIsRefusedByName() {
    assertRefused("UPDATE t SET a = random()");
    assertRefused("DELETE FROM t WHERE \"random\"() > 0");
    assertRefused("UPDATE t SET a = randomblob(id)");
    assertRefused(
        "UPDATE t SET a = 1 WHERE id = 1; UPDATE t SET a = RANDOM() WHERE id = 2;"
            + "UPDATE t SET a = 1 WHERE id = 3; UPDATE t SET a = 1 WHERE id = 4");
    assertRefused("INSERT INTO t(id, a) VALUES (1, randomblob(2 + 2)), (2, 1), (3, 1), (4, 1)");
  }

  @Test
  void whatOnlySoundsLikeItIsNot() {
    run("INSERT INTO t(id, a) VALUES (1, 'random()'), (2, 1), (3, 1), (4, 1)");
    run("UPDATE t SET random = (random) WHERE a = 'random()'");
    run("INSERT INTO random(id, x) VALUES (1, 1), (2, 1), (3, 1), (4, 1)");
    run("INSERT INTO t(id, a) VALUES (5, 1)");
    run("UPDATE t SET a = random() WHERE id = 5");
  }
}
