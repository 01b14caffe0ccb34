package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries in the conductor's own SQLite, as the platform has it. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class GatherTest {
  private static final String DATABASE = "gather";

  private final Api api;

  GatherTest(Backend backend) {
    this.api = RunningWorker.shared(backend).api();
  }

  @BeforeEach
  void createTables() {
    api.delete("/databases/" + DATABASE);
    api.create(DATABASE, 4);
    run("CREATE TABLE a(id INTEGER PRIMARY KEY, x, n TEXT COLLATE NOCASE)");
    run("CREATE TABLE b(k TEXT PRIMARY KEY, a INT, r REAL) WITHOUT ROWID");
    run(
        "INSERT INTO a(x, n) VALUES (9007199254740993, 'One'), (2.0, 'TWO'), (x'0001ff', 'two'),"
            + " ('a' || char(0) || 'b', 'four'), (9e999, 'five'), (NULL, 'six'), (-3, 'One')");
    run("INSERT INTO b VALUES ('p', 1, 1), ('q', 1, 2.5), ('r', 3, -1e300), ('s', 9, NULL)");
  }

  @Test
  void joinsOverAllNodes() {
    assertRows(
        "[[1,\"p\",1.0],[1,\"q\",2.5],[3,\"r\",-1e+300]]",
        "SELECT a.id, b.k, b.r FROM a JOIN b ON a.id = b.a ORDER BY b.k");
    assertRows(
        "[[2],[4],[5],[6],[7]]",
        "SELECT a.id FROM a LEFT JOIN b ON a.id = b.a WHERE b.k IS NULL ORDER BY 1");
    assertRows("[[\"s\"]]", "SELECT b.k FROM a RIGHT JOIN b ON a.id = b.a WHERE a.id IS NULL");
  }

  @Test
  void keepsEveryValueExactly() {
    assertRows(
        "[[9007199254740993,\"integer\"],[2.0,\"real\"],[[0,1,255],\"blob\"],"
            + "[\"a\\u0000b\",\"text\"],[9e999,\"real\"],[null,\"null\"],[-3,\"integer\"]]",
        "SELECT x, typeof(x) FROM (SELECT id, x FROM a UNION ALL SELECT 0, 0 FROM b WHERE 0)"
            + " ORDER BY id");
  }

  @Test
  void comparesAsTheTablesDo() {
    assertRows(
        "[[\"TWO\",2]]",
        "SELECT n, c FROM (SELECT min(id), n, count(*) AS c FROM a GROUP BY n HAVING n = 'two')");
    assertRows(
        "[[2,3]]",
        "SELECT l.id, r.id FROM a l JOIN a r ON l.n = r.n AND l.id < r.id" + " WHERE l.x = 2");
  }

  @Test
  void runsSubqueriesWindowsAndRecursion() {
    assertRows(
        "[[1],[3]]", "SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.a = a.id) ORDER BY 1");
    assertRows(
        "[[1,1],[7,2],[2,1]]",
        "SELECT id, row_number() OVER (PARTITION BY n ORDER BY id) FROM a"
            + " WHERE id IN (1, 2, 7) ORDER BY n, id");
    assertRows(
        "[[1],[2],[3],[4],[5],[6],[7]]",
        "WITH RECURSIVE c(i) AS (SELECT min(id) FROM a UNION ALL SELECT i + 1 FROM c"
            + " WHERE i < (SELECT max(id) FROM a)) SELECT i FROM c");
    assertRows(
        "[[\"five\"],[\"four\"],[\"p\"],[\"q\"]]",
        "SELECT n FROM a WHERE id IN (4, 5) UNION SELECT k FROM b WHERE a = 1 ORDER BY 1");
  }

  @Test
  void bindsParametersExactly() {
    assertEquals(
        "[[9223372036854775807,\"integer\",5.0,\"real\",\"é\",[7],7]]",
        api.run(
                DATABASE,
                "SELECT ?1, typeof(?1), ?2, typeof(?2), ?3, ?4, (SELECT count(*) FROM a)"
                    + " FROM b WHERE k = 's' AND EXISTS (SELECT 1 FROM a WHERE x = ?5)",
                "9223372036854775807",
                "5.0",
                "\"é\"",
                "[7]",
                "9007199254740993")
            .rows());
  }

  @Test
  void goesBeyondThePlatformsLimits() {
    String union = String.join(" UNION ALL ", Collections.nCopies(40, "SELECT id FROM a"));
    assertRows("[[280]]", "SELECT count(*) FROM (" + union + ")");
  }

  @Test
  void refusesInSqlitesWords() {
    Api.Reply ambiguous = api.raw(DATABASE, "SELECT id FROM a JOIN a AS c ON a.id = c.id");
    assertEquals(400, ambiguous.status());
    assertEquals("ambiguous column name: id", ambiguous.text("message"));
  }

  @Test
  void costsOneRequestForEachNode() {
    run("SELECT 1");
    Api.Reply reply = run("SELECT count(*) FROM a, b");
    assertEquals("[[28]]", reply.rows());
    assertEquals(4, reply.meta("subrequests"));
    assertEquals("Gather(Scatter)", reply.text("plan"));
  }

  private Api.Reply run(String sql) {
    return api.run(DATABASE, sql);
  }

  private void assertRows(String rows, String sql) {
    assertEquals(rows, run(sql).rows(), sql);
  }
}
