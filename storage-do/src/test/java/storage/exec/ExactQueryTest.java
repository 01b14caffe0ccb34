package storage.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sqlite.value.SqlValue;
import storage.api.StatementResult;
import storage.api.StorageLimits;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.api.StorageStatement.Kind;

final class ExactQueryTest {
  private final JdbcDatabase database = new JdbcDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  private StorageReply ask(Shape shape, String sql, SqlValue... parameters) {
    StorageNode node = new StorageNode(database, new FixedClock());
    node.initialize("n", 1);
    StorageStatement statement = new StorageStatement(sql, List.of(parameters), Kind.READ);
    return node.handle(new StorageRequest("n", 1, Mode.RUN, shape, List.of(statement)));
  }

  private String rows(Shape shape, String sql, SqlValue... parameters) {
    return result(ask(shape, sql, parameters)).rows().text();
  }

  private static StatementResult.Rows result(StorageReply reply) {
    StorageReply.Done done = assertInstanceOf(StorageReply.Done.class, reply);
    return assertInstanceOf(StatementResult.Rows.class, done.results().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1|1",
        "1.0|1.0",
        "-0.0|-0.0",
        "0.1|0.1",
        "9007199254740992|9007199254740992",
        "9007199254740993|9007199254740993",
        "9007199254740993.0|9.007199254740992E15",
        "9223372036854775807|9223372036854775807",
        "-9223372036854775807-1|-9223372036854775808",
        "9223372036854775808|9.223372036854776E18",
        "1e300|1.0E300",
        "5e-324|4.9E-324",
        "9e999|9e999",
        "-9e999|-9e999",
        "NULL|null",
        "'1'|\"1\"",
        "'9e999'|\"9e999\"",
        "''|\"\"",
        "'a,b'|\"a,b\"",
        "x'00ff2c'|[0,255,44]",
        "x''|[]",
      })
  void everyValueSurvivesABorderOfDoubles(String expression, String json) {
    assertEquals("[" + json + ",7]", rows(Shape.ARRAYS, "SELECT " + expression + ", 7"));
  }

  @Test
  void parametersSurviveTheBorder() {
    String text =
        rows(
            Shape.ARRAYS,
            "SELECT +CAST(?1 AS INTEGER), ?2, ?3, ?4, ?5",
            new SqlValue.Int(Long.MIN_VALUE + 1),
            new SqlValue.Real(1.0),
            new SqlValue.Text("ü😀\"\n"),
            new SqlValue.Blob(new byte[] {1, 2}),
            SqlValue.NULL);
    assertEquals("[-9223372036854775807,1.0,\"ü😀\\\"\\u000a\",[1,2],null]", text);
  }

  @Test
  void aValueAndItsLiteralAreOfOneEvaluation() {
    List<String> hundred = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      hundred.add("(" + i + ")");
    }
    String rows =
        rows(
            Shape.ARRAYS,
            "SELECT CASE WHEN random() % 2 THEN 1.5 ELSE 7 END FROM (VALUES "
                + String.join(",", hundred)
                + ")");
    assertTrue(rows.contains("[7]") && rows.contains("[1.5]"), rows);
    assertFalse(rows.contains("7.0"), rows);
  }

  @Test
  void orderAndLimitSurvive() {
    database.execute("CREATE TABLE s(a, b)", List.of());
    database.execute("INSERT INTO s VALUES (1, 'c'), (2, 'a'), (3, 'b'), (4, 'd')", List.of());
    assertEquals("[2],[3],[1]", rows(Shape.ARRAYS, "SELECT a FROM s ORDER BY b LIMIT 3"));
    assertEquals(
        "[4],[1],[3]", rows(Shape.ARRAYS, "SELECT DISTINCT a FROM s ORDER BY b DESC LIMIT 3"));
    assertEquals(
        "[9],[4],[3],[2],[1]",
        rows(Shape.ARRAYS, "SELECT a FROM s UNION SELECT 9 ORDER BY 1 DESC"));
    assertEquals(
        "[3,1],[2,2]",
        rows(
            Shape.ARRAYS,
            "WITH x(p, q) AS (SELECT a, row_number() OVER (ORDER BY a DESC) - 1 FROM s)"
                + " SELECT p, q FROM x WHERE q > 0 ORDER BY q LIMIT 2 -- comment"));
  }

  @Test
  void namesAreTheOnesOfTheQueryItself() {
    database.execute("CREATE TABLE s(a, b)", List.of());
    database.execute("INSERT INTO s VALUES (1, 2)", List.of());
    StatementResult.Rows result = result(ask(Shape.ARRAYS, "SELECT a, b AS a, a+1, s.* FROM s"));
    assertEquals(List.of("a", "a", "a+1", "a", "b"), result.columns());
    assertEquals("[1,2,2,1,2]", result.rows().text());
    assertEquals(1, result.rows().count());
  }

  @Test
  void anObjectTakesTheLastOfTwoColumnsWithOneName() {
    assertEquals(
        "{\"a\":3,\"b\\\"\":2}", rows(Shape.OBJECTS, "SELECT 1 AS a, 2 AS \"b\"\"\", 3 AS a"));
  }

  @Test
  void aRowMayHaveAsManyColumnsAsFitAndNotOneMore() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < StorageLimits.RESULT_COLUMNS; i++) {
      values.add(i % 2 == 0 ? Integer.toString(i) : i + ".0");
    }
    String list = String.join(",", values);
    assertEquals("[" + list + "]", rows(Shape.ARRAYS, "SELECT " + list));
    assertEquals(
        new StorageReply.Failed(0, "too many columns in result set"),
        ask(Shape.ARRAYS, "SELECT " + list + ",1"));
  }

  @Test
  void sqlitesOwnWordsComeBack() {
    assertEquals(
        new StorageReply.Failed(0, "no such column: nope"), ask(Shape.ARRAYS, "SELECT nope"));
    assertEquals(
        new StorageReply.Failed(0, "integer overflow"),
        ask(Shape.ARRAYS, "SELECT abs(-9223372036854775807 - 1)"));
  }
}
