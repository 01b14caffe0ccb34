package conductor.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.ast.Expr;
import sqlite.generator.SqlGenerator;
import sqlite.parser.SqlParser;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

final class EvaluatorTest {
  private static final String OVERFLOW = "abs(-9223372036854775808)";

  private static Expr parse(String sql) {
    return new SqlParser().parseExpression(sql);
  }

  private static Optional<Computation> compile(String sql) {
    return Evaluator.compile(parse(sql), Scope.CONSTANT);
  }

  private static SqlValue constant(String sql) {
    return compile(sql).orElseThrow().value(Bound.NOTHING);
  }

  private static void assertDeclined(String... expressions) {
    for (String sql : expressions) {
      assertFalse(compile(sql).isPresent(), sql);
    }
  }

  @Test
  void integersBeyond64BitsAreReal() throws SQLException {
    assertEquals(new SqlValue.Int(Long.MAX_VALUE), constant("9223372036854775807"));
    assertEquals(new SqlValue.Real(0x1p63), constant("9223372036854775808"));
    assertEquals(new SqlValue.Int(Long.MIN_VALUE), constant("-9223372036854775808"));
    assertEquals(new SqlValue.Int(Long.MIN_VALUE), constant("-(9223372036854775808)"));
    Cases.assertAsSqlite(
        "-9223372036854775809",
        "- -9223372036854775808",
        "-(+0.0)",
        "-(+(+9223372036854775808))",
        "+(-0.0)",
        "-(+(-0.0))",
        "1_000",
        "1_0.2_5",
        "-0.0",
        "- 0",
        "1e400",
        "-1e400",
        ".5",
        "5.",
        "1_0e1_0");
  }

  @Test
  void hexadecimalLiteralsHave64Bits() throws SQLException {
    Cases.assertAsSqlite(
        "0xff",
        "0XfF",
        "-0x10",
        "0x1_f",
        "0xffffffffffffffff",
        "0x00000000000000000000001",
        "0x7fffffffffffffff",
        "x'00fF'",
        "x''");
    assertDeclined("0x10000000000000000", "-0x8000000000000000");
  }

  @Test
  void columnsAndQueriesAreDeclined() {
    assertDeclined(
        "a",
        "t.a",
        "\"a\"",
        "\"true\"",
        "(SELECT 1)",
        "EXISTS (SELECT 1)",
        "1 IN (SELECT 1)",
        "1 IN t",
        "(1, 2) = (1, 2)",
        "CURRENT_TIMESTAMP",
        "'a' REGEXP 'a'",
        "'a' MATCH 'a'",
        "'{}' -> 'a'",
        "'{}' ->> 'a'",
        "'a' = 'A' COLLATE unknown",
        "1 + a",
        "abs(a)");
  }

  @Test
  void functionsThatAreNotExactAreDeclined() {
    assertDeclined(
        "random()",
        "pow(2, 3)",
        "sin(1)",
        "exp(1)",
        "ln(2)",
        "printf('%d', 1)",
        "date('now')",
        "json('1')",
        "sum(1)",
        "count(*)",
        "min(1)",
        "max(1)",
        "unknown(1)",
        "changes()");
  }

  @Test
  void callsThatSqliteRefusesAreDeclined() {
    assertDeclined(
        "abs()",
        "abs(1, 2)",
        "abs(DISTINCT 1)",
        "coalesce(1)",
        "ifnull(1, 2, 3)",
        "nullif(1)",
        "iif(1)",
        "substr('a')",
        "substr('a', 1, 2, 3)",
        "round(1, 2, 3)",
        "concat()",
        "concat_ws(',')",
        "likely(1, 2)",
        "likelihood(1, 1)",
        "likelihood(1, 1.5)",
        "instr('a')",
        "replace('a', 'b')",
        "like('a')",
        "glob('a', 'b', 'c')",
        "'a' GLOB 'a' ESCAPE 'b'",
        "abs(1) FILTER (WHERE 1)",
        "abs(1) OVER ()",
        "abs(*)",
        "pi(1)",
        "typeof()");
  }

  @Test
  void comparisonsTakeTheAffinityOfTheirColumns() throws SQLException {
    Cases.assertAsSqlite(
        "'1' = 1",
        "t = 1",
        "1 = t",
        "t = 1.0",
        "i = '1'",
        "i = ' 1 '",
        "+i = '1'",
        "+t = 1",
        "t = i",
        "b = '1'",
        "b = t",
        "b = i",
        "r = '1.5'",
        "CAST('1' AS INTEGER) = '1'",
        "CAST(1 AS TEXT) = 1",
        "t IN (1)",
        "t IN (1, 2)",
        "t IN (1, 2, 3)",
        "i IN ('1', '2')",
        "'1' IN (i, n)",
        "t BETWEEN 0 AND 1",
        "CASE t WHEN 1 THEN 'same' END",
        "nullif(t, 1)",
        "likely(t) = 1",
        "coalesce(t, 2) = 1",
        "iif(1, t, 2) = 1",
        "(t COLLATE NOCASE) = 1");
  }

  @Test
  void collationsOfOperatorsWinOverThoseOfColumns() throws SQLException {
    Cases.assertAsSqlite(
        "tn = 'aBC'",
        "'aBC' = tn",
        "t = tn",
        "tn = tr",
        "tr = tn",
        "tr = 'abc'",
        "+tn = 'ABC'",
        "CAST(tn AS TEXT) = 'ABC'",
        "tn || '' = 'ABC'",
        "tn COLLATE BINARY = 'ABC'",
        "'ABC' COLLATE BINARY = tn",
        "tn = 'ABC' COLLATE BINARY",
        "t COLLATE RTRIM = tn",
        "('a' COLLATE NOCASE || 'b') = 'AB'",
        "lower('A' COLLATE NOCASE) = 'A'",
        "'a' IN ('A' COLLATE NOCASE)",
        "'a' COLLATE NOCASE IN ('A')",
        "'a' BETWEEN 'A' COLLATE NOCASE AND 'B'",
        "CASE 'a' WHEN 'A' COLLATE NOCASE THEN 1 END",
        "min('b', 'A' COLLATE NOCASE, 'B')",
        "max(tn, 'ABC')",
        "nullif('ABC', tn)",
        "bn = 'abc'",
        "nn = 'ABC'",
        "likely(tn) = 'ABC'",
        "iif(1, 'a' COLLATE NOCASE, 0) = 'A'");
  }

  @Test
  void truthIsNoComparison() throws SQLException {
    Cases.assertAsSqlite(
        "5 IS TRUE",
        "TRUE IS 5",
        "NULL IS NOT TRUE",
        "0.0 IS FALSE",
        "'x' IS NOT FALSE",
        "5 IS DISTINCT FROM TRUE",
        "5 IS NOT DISTINCT FROM TRUE",
        "5 IS (TRUE COLLATE NOCASE)",
        "5 IS likely(TRUE)",
        "5 IS (1 NOT IN ())",
        "TRUE + 1",
        "5 IS (NOT FALSE)");
  }

  @Test
  void membersMayBeNull() throws SQLException {
    Cases.assertAsSqlite(
        "1 IN ()",
        "NULL IN ()",
        "NULL NOT IN ()",
        "1 IN (NULL)",
        "1 IN (1, NULL)",
        "1 NOT IN (2, NULL)",
        "(abs(1) IN ()) + 1",
        "1.5 IS (abs(1) NOT IN ())",
        "NULL IN (1, 2, 3)",
        "1 IN (1.0, 5, 6)",
        "1 NOT IN (2, 3, 4)");
  }

  @Test
  void operandsThatAreNotNeededMayFail() throws SQLException {
    Cases.assertAsSqlite(
        "coalesce(1, " + OVERFLOW + ")",
        "ifnull(NULL, " + OVERFLOW + ")",
        "iif(1, 2, " + OVERFLOW + ")",
        "CASE WHEN 0 THEN " + OVERFLOW + " ELSE 3 END",
        "CASE 1 WHEN 1 THEN 2 WHEN " + OVERFLOW + " THEN 3 END",
        "1 IN (1, " + OVERFLOW + ")",
        "1 IN (1, 2, " + OVERFLOW + ")",
        "i IN (i, 2, " + OVERFLOW + ")",
        "0 AND " + OVERFLOW,
        OVERFLOW + " AND 0",
        OVERFLOW + " OR TRUE",
        "i = 1 OR " + OVERFLOW,
        "i = 2 AND " + OVERFLOW,
        "NULL AND " + OVERFLOW,
        "5 BETWEEN 6 AND " + OVERFLOW,
        "5 NOT BETWEEN 6 AND " + OVERFLOW,
        OVERFLOW + " AND (5 IS NULL)",
        OVERFLOW + " AND (TRUE IS NULL)",
        OVERFLOW + " OR 1_0",
        OVERFLOW + " OR 0x1",
        OVERFLOW + " OR 4294967296",
        OVERFLOW + " OR 2147483647",
        OVERFLOW + " AND -0",
        OVERFLOW + " IN ()",
        "NOT (i = 1 OR " + OVERFLOW + ")",
        "CASE WHEN (NULL AND " + OVERFLOW + ") IS TRUE THEN 1 END");
  }

  @Test
  void constantsUnderCollateThatMayFailAreDeclined() {
    assertDeclined("CASE WHEN 1 THEN 2 ELSE (" + OVERFLOW + " COLLATE NOCASE) END");
  }

  @Test
  void castsGoByTheDeclaredType() throws SQLException {
    Cases.assertAsSqlite(
        "CAST('12abc' AS)",
        "CAST('1.9' AS INT)",
        "CAST(1.9 AS VARCHAR(3))",
        "CAST(x'31' AS REAL)",
        "CAST(5 AS BLOB)",
        "CAST('9e18' AS INTEGER)",
        "CAST('0x10' AS NUMERIC)",
        "CAST(NULL AS TEXT)",
        "CAST('1e3' AS DECIMAL(10, 2))",
        "CAST(1e20 AS INTEGER)");
  }

  @Test
  void expressionsAreBounded() {
    String deepest = "~".repeat(EvaluationLimits.DEPTH - 1) + "1";
    assertTrue(compile(deepest).isPresent());
    assertDeclined("~" + deepest);
  }

  /** Over the keys of a GROUP BY, which have the affinity and collation of their expressions. */
  @Test
  void expressionsOverKeysGiveWhatSqliteGives() throws SQLException {
    List<String> keys =
        List.of(
            "i",
            "t",
            "tn",
            "+tn",
            "CAST(tn AS TEXT)",
            "CAST(t AS INTEGER)",
            "i + 1",
            "lower(tn)",
            "tn COLLATE BINARY",
            "t COLLATE NOCASE",
            "lower(t COLLATE NOCASE)",
            "bn",
            "nn",
            "r");
    List<String> uses =
        List.of(
            "KEY = 1",
            "KEY = '1'",
            "'2' = KEY",
            "KEY = 'ABC'",
            "'aBC' = KEY",
            "KEY = 'abc'",
            "KEY IN ('ABC', 1, '2')",
            "min('B', KEY)",
            "nullif('ABC', KEY)",
            "KEY || 'x' = 'ABCX'",
            "KEY BETWEEN 'AB' AND 'AC'",
            "CASE KEY WHEN 'ABC' THEN 1 WHEN '1' THEN 2 END");
    List<String> wrong = new ArrayList<>();
    try (Oracle oracle = new Oracle()) {
      List<SqlValue> row = oracle.fill(Cases.ROW);
      for (String key : keys) {
        Expr expr = parse(key);
        Computation ofKey = Evaluator.compile(expr, oracle).orElseThrow();
        Input input = new Input(0, ofKey.affinity(), ofKey.collation());
        SqlValue value = ofKey.value(new Bound(List.of(), row));
        for (String use : uses) {
          String sql = use.replace("KEY", "(" + key + ")");
          Scope scope = part -> sameText(part, expr) ? input : null;
          Outcome actual =
              Outcome.of(
                  Evaluator.compile(parse(sql), scope).orElseThrow(),
                  new Bound(List.of(), List.of(value)));
          Outcome expected = oracle.groupOutcome(sql, key);
          if (!Outcome.agree(expected, actual)) {
            wrong.add(sql + " is " + expected + " not " + actual);
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private static boolean sameText(Expr left, Expr right) {
    SqlGenerator generator = new SqlGenerator();
    return generator.print(left).equals(generator.print(right));
  }

  @Test
  void aComputationKnowsItsAffinityAndCollation() throws SQLException {
    try (Oracle oracle = new Oracle()) {
      Computation cast = Evaluator.compile(parse("CAST(tn AS INTEGER)"), oracle).orElseThrow();
      assertEquals(Affinity.INTEGER, cast.affinity());
      assertEquals(Collation.NOCASE, cast.collation());
      Computation sum = Evaluator.compile(parse("tn + 1"), oracle).orElseThrow();
      assertEquals(Optional.empty(), Optional.ofNullable(sum.affinity()));
      assertEquals(Collation.BINARY, sum.collation());
    }
  }

  @Test
  void anInputMayBeAnyExpression() {
    Expr count = parse("count(*)");
    Scope scope =
        expr ->
            expr instanceof Expr.FunctionCall call && call.star()
                ? new Input(0, null, Collation.BINARY)
                : null;
    Computation computation = Evaluator.compile(parse("count(*) * 2 + ?1"), scope).orElseThrow();
    assertTrue(Evaluator.compile(count, scope).isPresent());
    assertEquals(
        new SqlValue.Int(9),
        computation.value(new Bound(List.of(new SqlValue.Int(1)), List.of(new SqlValue.Int(4)))));
  }
}
