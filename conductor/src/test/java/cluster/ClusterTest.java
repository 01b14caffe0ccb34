package cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conductor.api.Answer;
import conductor.api.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClusterTest {
  @Test
  void aTableOverFourNodes() {
    try (Cluster cluster = new Cluster(1)) {
      cluster.await(cluster.gateways().topology().create("a", 4, 64));
      Cluster.Conductor conductor = cluster.conductor();
      conductor.run("a", "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)", Parameters.NONE);
      conductor.run("a", "INSERT INTO t(name) VALUES ('x'), ('y'), ('z')", Parameters.NONE);
      assertEquals("[1,\"x\"],[2,\"y\"],[3,\"z\"]", rows(conductor, "SELECT * FROM t"));
      assertEquals("[2,\"y\"]", rows(conductor, "SELECT * FROM t WHERE id = 2"));
      assertEquals("[3]", rows(conductor, "SELECT count(*) FROM t"));
      assertEquals("[6,2.0]", rows(conductor, "SELECT sum(id), avg(id) FROM t"));
    }
  }

  private static String rows(Cluster.Conductor conductor, String sql) {
    List<Answer> answers = conductor.run("a", sql, Parameters.NONE);
    return answers.get(0).rows().text();
  }
}
