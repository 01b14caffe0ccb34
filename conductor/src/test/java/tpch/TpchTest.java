package tpch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cluster.Cluster;
import conductor.api.Answer;
import conductor.api.Parameters;
import conductor.differential.PlainSqlite;
import conductor.engine.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import sqlite.value.SqlValue;

/** The queries whose plans are golden, over four nodes as in one SQLite. */
final class TpchTest {
  private static final Path PLANS = Path.of("src", "test", "resources", "plans", "tpch.txt");
  private static final int QUERIES = 22;
  private static final int NODES = 4;
  private static final long SEED = 7;

  @Test
  void allQueriesAreAnsweredAsByOneSqlite() throws IOException {
    List<String> lines = Files.readAllLines(PLANS);
    try (Cluster cluster = new Cluster(SEED);
        PlainSqlite sqlite = new PlainSqlite()) {
      cluster.await(cluster.gateways().topology().create("h", NODES, 4096));
      Cluster.Conductor conductor = cluster.conductor();
      lines.stream()
          .filter(line -> line.startsWith("CREATE "))
          .forEach(
              create -> {
                run(conductor, create);
                sqlite.execute(create.replace(" SHARD BY (l_orderkey)", ""));
              });
      for (String insert : TpchRows.inserts(SEED)) {
        run(conductor, insert);
        sqlite.execute(insert);
      }
      List<String> queries =
          lines.stream()
              .filter(line -> line.startsWith("> "))
              .map(line -> line.substring(2))
              .toList();
      assertEquals(QUERIES, queries.size());
      for (String query : queries) {
        List<List<SqlValue>> expected = sqlite.query(query, List.of());
        assertTrue(!expected.isEmpty(), () -> "no rows: " + query);
        assertEquals(expected, Rows.read(run(conductor, query).rows()), query);
      }
    }
  }

  private static Answer run(Cluster.Conductor conductor, String sql) {
    return conductor.run("h", sql, Parameters.NONE).get(0);
  }
}
