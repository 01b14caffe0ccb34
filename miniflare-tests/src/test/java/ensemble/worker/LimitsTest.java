package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** SELECTs that a node refuses by the platform's bounds and SQLite would not. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class LimitsTest {
  private static final String DATABASE = "limits";
  private static final String LONG = "a".repeat(60);

  private final Api api;

  LimitsTest(Backend backend) {
    this.api = RunningWorker.shared(backend).api();
  }

  @BeforeEach
  void createTables() {
    api.delete("/databases/" + DATABASE);
    api.create(DATABASE, 4);
    run("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT)");
    run("INSERT INTO t VALUES (1, '" + LONG + "'), (2, 'b'), (3, 'c')");
    StringBuilder columns = new StringBuilder("c0");
    for (int i = 1; i < 60; i++) {
      columns.append(", c").append(i);
    }
    run("CREATE TABLE w(" + columns + ")");
    run("INSERT INTO w(c0) VALUES (7)");
  }

  @Test
  void patterns() {
    assertRows("[[1]]", "SELECT id FROM t WHERE a LIKE '%" + LONG + "%'");
    assertRows("[[1]]", "SELECT id FROM t WHERE id = 1 AND a GLOB '" + LONG + "'");
  }

  @Test
  void highExpressions() {
    assertRows("[[951]]", "SELECT 1" + "+1".repeat(950));
    assertRows("[[2]]", "SELECT id FROM t WHERE id = 0" + " OR id = 2".repeat(950));
    assertRows("[[2]]", "SELECT id FROM t WHERE id = 2" + " AND id > 1".repeat(950));
    assertRows("[[1]]", "SELECT " + "(".repeat(390) + "1" + ")".repeat(390));
    assertRows("[[1]]", "SELECT " + "abs(".repeat(390) + "1" + ")".repeat(390));
    assertRows(
        "[[3]]", "SELECT id FROM t WHERE id = " + "abs(".repeat(390) + "3" + ")".repeat(390));
  }

  @Test
  void wideResults() {
    assertRows("[[7]]", "SELECT v.c0 FROM (SELECT * FROM w x, w y) AS v");
    String row = "[7" + ",null".repeat(59) + ",7" + ",null".repeat(59) + "]";
    assertRows("[" + row + "]", "SELECT * FROM w x, w y");
  }

  @Test
  void longTexts() {
    assertRows("[[2]]", "SELECT id FROM t WHERE a = 'b' AND '" + LONG.repeat(3000) + "' > ''");
    StringBuilder list = new StringBuilder("0");
    for (int i = 1; i < 40_000; i++) {
      list.append(',').append(i);
    }
    assertRows("[[1],[2],[3]]", "SELECT id FROM t WHERE id IN (" + list + ") ORDER BY id");
  }

  @Test
  void compounds() {
    assertRows(
        "[[500]]",
        "SELECT count(*) FROM (SELECT id FROM t" + " UNION ALL SELECT 1".repeat(497) + ")");
  }

  private Api.Reply run(String sql) {
    return api.run(DATABASE, sql);
  }

  private void assertRows(String rows, String sql) {
    assertEquals(rows, run(sql).rows());
  }
}
