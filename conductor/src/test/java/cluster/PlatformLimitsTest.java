package cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conductor.api.Answer;
import conductor.api.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sqlite.value.SqlValue;

/** SELECTs beyond the bounds that the platform has set for a node, at one node and at several. */
final class PlatformLimitsTest {
  private static final String LONG = "a".repeat(60);
  private static final String WIDE =
      IntStream.range(0, 60).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));

  private static final String WIDE_ROW =
      IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(","));

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void allOfThemAreAnswered(int nodes) {
    try (Cluster cluster = new Cluster(1)) {
      cluster.await(cluster.gateways().topology().create("d", nodes, 64));
      Run run = new Run(cluster.conductor());
      run.all("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, p TEXT)");
      run.all("INSERT INTO t VALUES (1,'" + LONG + "','%" + LONG + "%'), (2,'b','b'), (3,'c','d')");
      run.all("CREATE TABLE w(" + WIDE + ")");
      run.all("INSERT INTO w VALUES (" + WIDE_ROW + ")");

      String pattern = "SELECT id FROM t WHERE a LIKE ";
      assertEquals("[[1]]", run.all(pattern + "'%" + LONG + "%'"));
      assertEquals("[[1]]", run.all(pattern + "?", new SqlValue.Text("%" + LONG)));
      assertEquals("[[1],[2]]", run.all(pattern + "p ORDER BY id"));
      assertEquals("[[1]]", run.all("SELECT id FROM t WHERE a GLOB '" + LONG + "*'"));
      assertEquals("[[1]]", run.all(pattern + "'%" + LONG + "%' AND id = 1"));
      assertEquals("[[1]]", run.all("SELECT 1 FROM t WHERE id = (?1 LIKE ?1)", text(LONG)));
      assertEquals(
          "[[1,3]]", run.all("SELECT 'x' LIKE max(a) || '" + LONG + "' IS 0, count(*) FROM t"));

      assertEquals("[[901]]", run.all("SELECT 1" + "+1".repeat(900)));
      assertEquals("[[2]]", run.all("SELECT id FROM t WHERE id = 0" + " OR id = 2".repeat(500)));
      assertEquals(
          "[[2]]", run.all("SELECT a.id FROM t a, w WHERE a.id = 0" + " OR a.id = 2".repeat(120)));
      assertEquals(
          "[[1]]",
          run.all("SELECT count(*) FROM t, w WHERE t.id = 2" + " AND t.id > 0".repeat(120)));
      assertEquals("[[3],[2],[1]]", run.all("SELECT id FROM t ORDER BY -id" + "+0".repeat(300)));

      String both = run.all("SELECT * FROM w x, w y");
      assertEquals("[[" + WIDE_ROW + "," + WIDE_ROW + "]]", both);
      assertEquals("[[1]]", run.all("SELECT count(*) FROM (SELECT * FROM w x, w y)"));

      String list =
          IntStream.range(0, 40_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
      assertEquals(
          "[[1],[2],[3]]", run.all("SELECT id FROM t WHERE id IN (" + list + ") ORDER BY 1"));
      assertEquals(
          "[[2]]",
          run.all("SELECT id FROM t WHERE a = 'b' AND length('" + LONG.repeat(2000) + "') > 5"));

      List<SqlValue> values = new ArrayList<>();
      IntStream.range(0, 5_000).forEach(i -> values.add(text("b".repeat(40) + i)));
      values.add(text("c"));
      String places = "?,".repeat(5_000) + "?";
      assertEquals("[[3]]", run.all("SELECT id FROM t WHERE a IN (" + places + ")", values));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void oneBesideWritesSeesThem(int nodes) {
    try (Cluster cluster = new Cluster(1)) {
      cluster.await(cluster.gateways().topology().create("d", nodes, 64));
      Run run = new Run(cluster.conductor());
      run.all("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT)");
      run.all("INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')");
      List<Answer> answers =
          cluster
              .conductor()
              .run(
                  "d",
                  "UPDATE t SET a = '"
                      + LONG
                      + "' WHERE id > 2;"
                      + "SELECT id FROM t WHERE a LIKE '%"
                      + LONG
                      + "' ORDER BY id",
                  Parameters.NONE);
      assertEquals(2, answers.get(0).changes());
      assertEquals("[3],[4]", answers.get(1).rows().text());
      assertEquals("[[2]]", run.all("SELECT count(*) FROM t WHERE length(a) = 60"));
    }
  }

  private static SqlValue text(String text) {
    return new SqlValue.Text(text);
  }

  /** Runs one statement and shows its rows. */
  private record Run(Cluster.Conductor conductor) {
    String all(String sql, SqlValue... values) {
      return all(sql, List.of(values));
    }

    String all(String sql, List<SqlValue> values) {
      List<Answer> answers = conductor.run("d", sql, new Parameters.Positional(values));
      return "[" + answers.get(0).rows().text() + "]";
    }
  }
}
