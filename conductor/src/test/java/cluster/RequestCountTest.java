package cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conductor.api.Answer;
import conductor.api.Parameters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sqlite.value.SqlValue;

/** What statements cost in requests to objects, once their metadata is known. */
final class RequestCountTest {
  private static final int NODES = 4;

  private final Cluster cluster = new Cluster(1);
  private final Cluster.Conductor conductor = cluster.conductor();

  @BeforeEach
  void create() {
    cluster.await(cluster.gateways().topology().create("d", NODES, 64));
    run("CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    run("INSERT INTO t VALUES (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8)");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private List<Answer> run(String sql, SqlValue... parameters) {
    return conductor.run("d", sql, new Parameters.Positional(List.of(parameters)));
  }

  private void assertCosts(int storage, int nodes, String plan, String sql, SqlValue... values) {
    int storageBefore = cluster.storageRequests();
    int topologyBefore = cluster.topologyRequests();
    Answer answer = run(sql, values).get(0);
    assertEquals(storage, cluster.storageRequests() - storageBefore, sql);
    assertEquals(0, cluster.topologyRequests() - topologyBefore, sql);
    assertEquals(storage, answer.cost().subrequests(), sql);
    assertEquals(nodes, answer.cost().nodes(), sql);
    assertEquals(plan, answer.plan(), sql);
  }

  @Test
  void aReadByKeyIsOneRequest() {
    SqlValue three = new SqlValue.Int(3);
    assertCosts(1, 1, "Route(EqualUnique)", "SELECT * FROM t WHERE id = 3");
    assertCosts(1, 1, "Route(EqualUnique)", "SELECT * FROM t WHERE id = ?", three);
    assertCosts(1, 1, "Route(EqualUnique)", "SELECT count(*) FROM t WHERE 3 = id AND a > 0");
    assertCosts(1, 1, "Route(IN)", "SELECT * FROM t WHERE id IN (3, 3)");
    assertCosts(1, 1, "Route(Any)", "SELECT 1");
  }

  @Test
  void aScatteredReadIsOneRequestForEachNode() {
    assertCosts(NODES, NODES, "MergeSort(Scatter)", "SELECT * FROM t");
    assertCosts(NODES, NODES, "MergeSort(Scatter)", "SELECT * FROM t ORDER BY a LIMIT 1");
    assertCosts(NODES, NODES, "Aggregate(Scatter)", "SELECT count(*) FROM t");
    assertCosts(NODES, NODES, "GroupAggregate(Scatter)", "SELECT a, sum(id) FROM t GROUP BY a");
  }

  @Test
  void nodesAreNotAskedWhenOthersHaveGivenEnough() {
    cluster.await(cluster.gateways().topology().create("wide", 16, 256));
    conductor.run("wide", "CREATE TABLE t(id INTEGER PRIMARY KEY, a)", Parameters.NONE);
    StringBuilder rows = new StringBuilder("(1, 1)");
    for (int id = 2; id <= 320; id++) {
      rows.append(", (").append(id).append(", 1)");
    }
    conductor.run("wide", "INSERT INTO t VALUES " + rows, Parameters.NONE);
    assertEquals(6, asked("SELECT * FROM t LIMIT 3", 3));
    assertEquals(6, asked("SELECT * FROM t LIMIT 0", 0));
    assertEquals(6, asked("SELECT * FROM t WHERE a = 1 LIMIT 10 OFFSET 20", 10));
    assertEquals(12, asked("SELECT a FROM t LIMIT 150", 150));
    assertEquals(16, asked("SELECT * FROM t LIMIT 1000", 320));
    assertEquals(16, asked("SELECT * FROM t", 320));
    assertEquals(16, asked("SELECT * FROM t ORDER BY a LIMIT 3", 3), "every node counts");
    assertEquals(16, asked("SELECT DISTINCT a FROM t LIMIT 1", 1), "rows may be equal");
    assertEquals(16, asked("SELECT a FROM t GROUP BY a LIMIT 1", 1), "groups may be equal");
  }

  /** How many nodes are asked for an answer of so many rows. */
  private int asked(String sql, int rows) {
    int before = cluster.storageRequests();
    Answer answer = conductor.run("wide", sql, Parameters.NONE).get(0);
    assertEquals(rows, answer.rows().count(), sql);
    assertEquals(cluster.storageRequests() - before, answer.cost().subrequests(), sql);
    assertEquals(answer.cost().nodes(), answer.cost().subrequests(), sql);
    return answer.cost().nodes();
  }

  @Test
  void aWriteOfOneRowIsOneRequest() {
    assertCosts(1, 1, "Insert(EqualUnique)", "INSERT INTO t VALUES (100, 1)");
    assertCosts(1, 1, "Route(EqualUnique)", "UPDATE t SET a = 2 WHERE id = 100");
    assertCosts(1, 1, "Route(EqualUnique)", "DELETE FROM t WHERE id = 100");
  }

  @Test
  void aWriteOverSeveralNodesIsTriedOnEachAndThenApplied() {
    assertCosts(2 * NODES, NODES, "Route(Scatter)", "UPDATE t SET a = a + 1");
  }

  @Test
  void aFirstRequestAsksTopologyOnceAndAnotherConductorItsSharedCache() {
    int before = cluster.topologyRequests();
    cluster.conductor().run("d", "SELECT * FROM t WHERE id = 3", Parameters.NONE);
    assertEquals(0, cluster.topologyRequests() - before);
    cluster.await(cluster.gateways().topology().create("e", NODES, 64));
    int created = cluster.topologyRequests();
    List<Answer> answers = cluster.conductor().run("e", "SELECT 1", Parameters.NONE);
    assertEquals(1, cluster.topologyRequests() - created);
    assertEquals(2, answers.get(0).cost().subrequests());
  }

  @Test
  void rowIdsOfABlockCostNothing() {
    // Blocks grow from 1 to 2 to 4 ids, and the fourth insert takes the third block.
    for (int i = 0; i < 4; i++) {
      run("INSERT INTO t(a) VALUES (1)");
    }
    assertCosts(1, 1, "Insert(EqualUnique)", "INSERT INTO t(a) VALUES (1)");
  }
}
