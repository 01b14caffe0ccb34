package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** SQL over the real SQLite of the platform: what a test on the JVM cannot see. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class SqlTest {
  private final Api api;

  SqlTest(Backend backend) {
    this.api = RunningWorker.shared(backend).api();
  }

  @Test
  void keepsEveryValueExactly() {
    api.create("values", 4);
    api.run("values", "CREATE TABLE v(id INTEGER PRIMARY KEY, x)");
    String[] values = {
      "null",
      "0",
      "9223372036854775807",
      "-9223372036854775808",
      "9007199254740993",
      "1.0",
      "-1.5e-300",
      "1.7976931348623157e+308",
      "0.1",
      "\"\"",
      "\"it's \\\"so\\\" \\\\ \\n 😀 日本\"",
      "[]",
      "[0,1,255]",
      "9e999",
      "-9e999"
    };
    for (int i = 0; i < values.length; i++) {
      api.run("values", "INSERT INTO v VALUES (?, ?)", Integer.toString(i), values[i]);
    }
    for (int i = 0; i < values.length; i++) {
      String rows = api.run("values", "SELECT x FROM v WHERE id = ?", Integer.toString(i)).rows();
      assertEquals("[[" + values[i] + "]]", rows);
    }
    assertEquals(
        "[[\"null\"],[\"integer\"],[\"integer\"],[\"integer\"],[\"integer\"],[\"real\"],[\"real\"],"
            + "[\"real\"],[\"real\"],[\"text\"],[\"text\"],[\"blob\"],[\"blob\"],[\"real\"],"
            + "[\"real\"]]",
        api.run("values", "SELECT typeof(x) FROM v ORDER BY id").rows());
  }

  @Test
  void readsWrittenFormsOfOneValueAlike() {
    api.create("forms", 2);
    api.run("forms", "CREATE TABLE v(id INTEGER PRIMARY KEY, x)");
    api.run("forms", "INSERT INTO v VALUES (1, ?)", "{\"int64\":\"9223372036854775807\"}");
    api.run("forms", "INSERT INTO v VALUES (2, ?), (3, ?)", "true", "\"a\\u0000b\"");
    assertEquals(
        "[[9223372036854775807,\"integer\"],[1,\"integer\"],[\"a\\u0000b\",\"text\"]]",
        api.run("forms", "SELECT x, typeof(x) FROM v ORDER BY id").rows());
  }

  @Test
  void givesColumnsInTheirOrderAndWithTheirNames() {
    api.create("names", 2);
    api.run("names", "CREATE TABLE t(id INTEGER PRIMARY KEY, b TEXT)");
    api.run("names", "INSERT INTO t(b) VALUES ('x')");
    assertTrue(
        api.raw("names", "SELECT b, id, b, id AS \"b\", id + 1 FROM t WHERE id = 1")
            .body()
            .contains(
                "\"results\":{\"columns\":[\"b\",\"id\",\"b\",\"b\",\"id + 1\"],"
                    + "\"rows\":[[\"x\",1,\"x\",1,2]]}"));
    assertTrue(
        api.query("names", "SELECT b, id, id AS \"b\" FROM t")
            .body()
            .contains("\"results\":[{\"b\":1,\"id\":1}]"));
  }

  @Test
  void countsItsRequests() {
    api.create("counts", 4);
    api.run("counts", "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT)");
    api.run("counts", "INSERT INTO t(n) VALUES (5), (6), (7), (8)");
    api.run("counts", "SELECT 1");
    Api.Reply point = api.run("counts", "SELECT n FROM t WHERE id = 3");
    assertEquals("[[7]]", point.rows());
    assertEquals(1, point.meta("subrequests"));
    assertEquals(1, point.meta("nodes"));
    assertEquals("Route(EqualUnique)", point.text("plan"));
    Api.Reply scatter = api.run("counts", "SELECT sum(n), avg(n) FROM t");
    assertEquals("[[26,6.5]]", scatter.rows());
    assertEquals(4, scatter.meta("subrequests"));
    assertEquals(4, scatter.meta("nodes"));
    Api.Reply write = api.run("counts", "UPDATE t SET n = n + 1 WHERE id = 3");
    assertEquals(1, write.meta("subrequests"));
    assertEquals(1, write.meta("changes"));
  }

  @Test
  void refusesAWriteOverSeveralNodesAsAWhole() {
    api.create("whole", 4);
    api.run("whole", "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT CHECK (n < 100))");
    api.run("whole", "INSERT INTO t VALUES (1, 10), (2, 20), (3, 99), (4, 40), (5, 50)");
    Api.Reply refused = api.raw("whole", "UPDATE t SET n = n + 1");
    assertEquals(400, refused.status());
    assertEquals("CHECK constraint failed: n < 100", refused.text("message"));
    Api.Reply duplicate = api.raw("whole", "INSERT INTO t VALUES (6, 1), (7, 1), (3, 1), (8, 1)");
    assertEquals("UNIQUE constraint failed: t.id", duplicate.text("message"));
    assertEquals(
        "[[1,10],[2,20],[3,99],[4,40],[5,50]]",
        api.run("whole", "SELECT * FROM t ORDER BY id").rows());
  }

  @Test
  void runsABatchAsOne() {
    api.create("batch", 4);
    api.run("batch", "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT)");
    Api.Reply good =
        api.post(
            "/databases/batch/query",
            "{\"batch\":[{\"sql\":\"INSERT INTO t VALUES (1, ?)\",\"params\":[5]},"
                + "{\"sql\":\"INSERT INTO t VALUES (2, 6)\"}]}");
    assertEquals(200, good.status());
    Api.Reply bad =
        api.post(
            "/databases/batch/query",
            "[{\"sql\":\"UPDATE t SET n = 0\"},{\"sql\":\"INSERT INTO t VALUES (2, 6)\"}]");
    assertEquals(400, bad.status());
    assertEquals("[[5],[6]]", api.run("batch", "SELECT n FROM t ORDER BY id").rows());
  }

  @Test
  void keepsForeignKeysAndDoesNotEnforceThem() {
    api.create("foreign", 2);
    api.run("foreign", "CREATE TABLE a(id INTEGER PRIMARY KEY)");
    api.run("foreign", "CREATE TABLE b(id INTEGER PRIMARY KEY, a INT REFERENCES a(id))");
    api.run("foreign", "INSERT INTO b VALUES (1, 7), (2, 8)");
    assertEquals("[[2]]", api.run("foreign", "SELECT count(*) FROM b").rows());
    assertTrue(
        api.run("foreign", "SELECT sql FROM sqlite_schema WHERE name = 'b'")
            .rows()
            .contains("REFERENCES a(id)"));
  }

  @Test
  void takesAnyNumberOfParameters() {
    api.create("many", 4);
    api.run("many", "CREATE TABLE t(id INTEGER PRIMARY KEY, n)");
    String rows = String.join(",", Collections.nCopies(1000, "(?)"));
    String[] values = new String[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? Integer.toString(i) : i + ".0";
    }
    assertEquals(1000, api.run("many", "INSERT INTO t(n) VALUES " + rows, values).meta("changes"));
    assertEquals("[[1000,499500.0]]", api.run("many", "SELECT count(*), sum(n) FROM t").rows());
    String list = String.join(",", Collections.nCopies(500, "?"));
    String[] keys = new String[500];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Integer.toString(i + 1);
    }
    assertEquals(
        "[[500]]",
        api.run("many", "SELECT count(*) FROM t WHERE id IN (" + list + ")", keys).rows());
  }
}
