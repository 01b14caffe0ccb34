package sqlite.parser;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import sqlite.ast.Expr;
import sqlite.ast.Statement;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeRewriter;
import sqlite.generator.SqlGenerator;
import sqlite.parser.SqlSyntaxException.Reason;

/** The bounds at n and at n + 1, and the stack that a tree at the bounds takes. */
class LimitsTest {

  private static final String TOO_DEEP = "Expression tree is too large (maximum depth 1000)";
  private static final String TOO_NESTED = "Expression tree is too large (maximum depth 400)";

  private static final long SMALL_STACK_BYTES = 1 << 20;

  /** The JVM compares records through method handles, at several frames a record. */
  private static final long EQUALITY_STACK_BYTES = 4 << 20;

  private final SqlParser parser = new SqlParser();

  private void assertLimit(IntFunction<String> sql, int most, Reason reason, String message) {
    assertDoesNotThrow(() -> parser.parseStatement(sql.apply(most)));
    SqlSyntaxException error =
        assertThrows(SqlSyntaxException.class, () -> parser.parseStatement(sql.apply(most + 1)));
    assertEquals(message, error.getMessage());
    assertEquals(reason, error.reason());
  }

  private static String list(int count, String item) {
    StringBuilder list = new StringBuilder(item);
    for (int i = 1; i < count; i++) {
      list.append(',').append(item);
    }
    return list.toString();
  }

  private static String chain(int count, String operator) {
    return "a" + (operator + "a").repeat(count - 1);
  }

  @Test
  void chainsAreAsLongAsInSqlite() {
    for (String operator : new String[] {" AND ", " OR ", "||", "+", "->", "="}) {
      assertLimit(n -> "SELECT " + chain(n, operator), 1000, Reason.TOO_DEEP, TOO_DEEP);
    }
  }

  @Test
  void nestingIsBounded() {
    assertLimit(
        n -> "SELECT " + "(".repeat(n) + "1" + ")".repeat(n), 399, Reason.TOO_DEEP, TOO_NESTED);
    assertLimit(n -> "SELECT " + "~".repeat(n) + "1", 399, Reason.TOO_DEEP, TOO_NESTED);
    assertLimit(
        n -> "SELECT " + "abs(".repeat(n) + "1" + ")".repeat(n), 399, Reason.TOO_DEEP, TOO_NESTED);
    assertLimit(
        n -> "SELECT " + "(SELECT ".repeat(n) + "1" + ")".repeat(n),
        99,
        Reason.TOO_DEEP,
        "SELECT nested too deeply (maximum depth 100)");
    assertLimit(
        n -> "SELECT * FROM " + "(".repeat(n) + "t" + ")".repeat(n),
        99,
        Reason.TOO_DEEP,
        "SELECT nested too deeply (maximum depth 100)");
  }

  @Test
  void tenThousandParenthesesAreACleanError() {
    for (String opening :
        new String[] {"(", "NOT ", "- ", "CASE WHEN ", "abs(", "(SELECT ", "1+("}) {
      SqlSyntaxException error =
          assertThrows(
              SqlSyntaxException.class,
              () -> parser.parseStatement("SELECT " + opening.repeat(10_000)));
      assertEquals(Reason.TOO_DEEP, error.reason());
    }
  }

  @Test
  void countsAreBounded() {
    assertLimit(
        n -> "SELECT " + list(n, "1"), 2000, Reason.TOO_MANY, "too many columns in result set");
    assertLimit(
        n -> "CREATE TABLE t(" + list(n, "a") + ")",
        2000,
        Reason.TOO_MANY,
        "too many columns on t");
    assertLimit(
        n -> "CREATE INDEX i ON t(" + list(n, "a") + ")",
        2000,
        Reason.TOO_MANY,
        "too many columns in index");
    assertLimit(
        n -> "UPDATE t SET " + list(n, "a=1"),
        2000,
        Reason.TOO_MANY,
        "too many columns in set list");
    assertLimit(
        n -> "SELECT 1 ORDER BY " + list(n, "1"),
        2000,
        Reason.TOO_MANY,
        "too many terms in ORDER BY clause");
    assertLimit(
        n -> "SELECT 1 GROUP BY " + list(n, "1"),
        2000,
        Reason.TOO_MANY,
        "too many terms in GROUP BY clause");
    assertLimit(
        n -> "SELECT max(" + list(n, "1") + ")",
        127,
        Reason.TOO_MANY,
        "too many arguments on function max");
    assertLimit(
        n -> "SELECT 1" + " UNION ALL SELECT 1".repeat(n - 1),
        500,
        Reason.TOO_MANY,
        "too many terms in compound SELECT");
    assertLimit(
        n -> "SELECT * FROM " + list(n, "t"),
        200,
        Reason.TOO_MANY,
        "too many FROM clause terms, max: 200");
  }

  @Test
  void parametersAreBounded() {
    assertLimit(
        n -> "SELECT ?" + n,
        32_766,
        Reason.TOO_MANY,
        "variable number must be between ?1 and ?32766");
    assertLimit(
        n -> "SELECT 1 IN (" + list(n, "?") + ")",
        32_766,
        Reason.TOO_MANY,
        "too many SQL variables");
    assertThrows(SqlSyntaxException.class, () -> parser.parseStatement("SELECT ?4294967297"));
  }

  @Test
  void statementsAreBoundedInBytes() {
    ParserLimits d = ParserLimits.DEFAULT;
    SqlParser small =
        new SqlParser(
            new ParserLimits(
                30,
                d.expressionDepth(),
                d.nestingDepth(),
                d.selectDepth(),
                d.columns(),
                d.variableNumber(),
                d.compoundTerms(),
                d.fromTerms(),
                d.functionArguments()));
    assertDoesNotThrow(() -> small.parseStatement("SELECT '" + "x".repeat(21) + "' ;"));
    assertDoesNotThrow(() -> small.parseStatement("SELECT '" + "é".repeat(10) + "x'"));
    assertDoesNotThrow(() -> small.parseScript("SELECT 1;".repeat(100)));
    for (String sql :
        new String[] {"SELECT '" + "x".repeat(22) + "'", "SELECT '" + "é".repeat(11) + "'"}) {
      SqlSyntaxException error =
          assertThrows(SqlSyntaxException.class, () -> small.parseStatement(sql));
      assertEquals(Reason.TOO_LONG, error.reason());
      assertEquals("statement too long", error.getMessage());
    }
  }

  @Test
  void longListsDoNotNest() {
    String rows = "INSERT INTO t VALUES " + list(100_000, "(1,'x',?1)");
    Statement insert = parser.parseStatement(rows);
    String printed = new SqlGenerator().print(insert);
    assertEquals(insert, parser.parseStatement(printed));
    Statement in = parser.parseStatement("SELECT a IN (" + list(100_000, "1") + ")");
    assertEquals(100_002, TreeQuestions.expressionsOf(in, true).size());
  }

  @Test
  void aMegabyteIsReadInOneGo() {
    String text = "SELECT '" + "it''s ".repeat(180_000) + "'";
    assertEquals(text, new SqlGenerator().print(parser.parseStatement(text)));
  }

  /** Compiled code has a small stack. */
  @Test
  void theDeepestTreesFitASmallStack() throws InterruptedException {
    String[] deepest = {
      "SELECT " + "1+(".repeat(199) + "1" + ")".repeat(199),
      "SELECT " + "abs(".repeat(399) + "1" + ")".repeat(399),
      "SELECT " + "CASE WHEN ".repeat(399) + "1" + " THEN 2 END".repeat(399),
      "SELECT " + chain(1000, " AND "),
      "SELECT " + "(".repeat(398) + chain(1000, "||") + ")".repeat(398),
      "SELECT " + "1 IN (".repeat(199) + "1" + ")".repeat(199),
      "SELECT " + "abs((SELECT ".repeat(99) + "abs(".repeat(201) + "1" + ")".repeat(399),
      "SELECT * FROM " + "(SELECT * FROM ".repeat(99) + "t" + ")".repeat(99),
      "SELECT sum(1) OVER (ORDER BY " + "abs(".repeat(398) + "1" + ")".repeat(398) + ")",
    };
    // The JVM links pattern switches when they first run, which takes stack of its own.
    Corpus.statements().forEach(LimitsTest::parseAndWalk);
    for (String sql : deepest) {
      Statement[] trees = new Statement[2];
      assertFits(SMALL_STACK_BYTES, sql, () -> trees[0] = parseAndWalk(sql));
      assertFits(SMALL_STACK_BYTES, sql, () -> trees[1] = parseAndWalk(sql));
      assertFits(EQUALITY_STACK_BYTES, sql, () -> assertEquals(trees[0], trees[1]));
      assertFits(
          EQUALITY_STACK_BYTES, sql, () -> assertEquals(trees[0].hashCode(), trees[1].hashCode()));
    }
  }

  private static Statement parseAndWalk(String sql) {
    SqlParser parser = new SqlParser();
    Statement tree = parser.parseStatement(sql);
    TreeQuestions.tablesRead(tree);
    tree = TreeRewriter.ofExpressions((Expr expr) -> expr).rewrite(tree);
    return parser.parseStatement(new SqlGenerator().print(tree));
  }

  private static void assertFits(long stackBytes, String sql, Runnable work)
      throws InterruptedException {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, work, "small", stackBytes);
    thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
    thread.start();
    thread.join();
    assertNull(failure[0], sql.substring(0, 60));
  }
}
