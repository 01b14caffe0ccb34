package sqlite.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.parser.SqlSyntaxException.Reason;
import sqlite.token.SourcePosition;
import sqlite.token.TokenType;

class SyntaxErrorTest {

  private static final List<String> WRONG =
      List.of(
          "SELECT",
          "SELECT 1 FROM",
          "SELECT 1,",
          "SELECT (",
          "SELECT )",
          "SELECT ()",
          "SELECT 1 2",
          "SELECT 1 + ",
          "SELECT * FROM t WHERE",
          "SELECT * FROM t WHERE a = 1 b",
          "SELECT * FROM t GROUP a",
          "SELECT * FROM t ORDER BY a LIMIT",
          "SELECT * FROM t LIMIT 1 OFFSET 2 LIMIT 3",
          "SELECT a FROM t ORDER BY a UNION SELECT 1",
          "SELECT a FROM t LIMIT 1 UNION ALL SELECT 1",
          "VALUES (1) ORDER BY 1",
          "SELECT * FROM t JOIN u ON",
          "SELECT * FROM t ON 1",
          "SELECT * FROM t USING (a)",
          "SELECT * FROM t LEFT u JOIN u",
          "SELECT * FROM t INNER OUTER JOIN u",
          "SELECT * FROM t OUTER JOIN u",
          "SELECT 1a",
          "SELECT 'abc",
          "SELECT \"abc",
          "SELECT x'0'",
          "SELECT $",
          "SELECT 1 ! 2",
          "SELECT 1__0",
          "SELECT ?0",
          "SELECT #1",
          "SELECT a.b.c.d",
          "SELECT CASE END",
          "SELECT CASE 1 WHEN 2 END",
          "SELECT CAST(1)",
          "SELECT a IS DISTINCT b",
          "SELECT a NOT b",
          "SELECT EXISTS 1",
          "SELECT sum(a) OVER (ROWS UNBOUNDED FOLLOWING) FROM t",
          "WITH q SELECT 1",
          "WITH q AS (SELECT 1)",
          "WITH q(a COLLATE nocase) AS (SELECT 1) SELECT 1",
          "INSERT INTO",
          "INSERT INTO t",
          "INSERT INTO t VALUES",
          "INSERT INTO t VALUES ()",
          "INSERT INTO t() VALUES (1)",
          "INSERT OR NOTHING INTO t VALUES (1)",
          "INSERT INTO t SELECT * FROM u ON CONFLICT DO NOTHING",
          "INSERT INTO t DEFAULT VALUES ON CONFLICT DO NOTHING",
          "INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING ON CONFLICT(a) DO NOTHING",
          "UPDATE t",
          "UPDATE t x SET a = 1",
          "UPDATE t SET a",
          "UPDATE t SET a = 1,",
          "DELETE t",
          "DELETE FROM t x",
          "DELETE FROM t WHERE a NOT",
          "CREATE",
          "CREATE TABLE n",
          "CREATE TABLE n()",
          "CREATE TABLE n(a,)",
          "CREATE TABLE n(a INT(1,2,3))",
          "CREATE TABLE n(a) WITHOUT",
          "CREATE TABLE n(a) FOO",
          "CREATE TABLE n(a) WITHOUT x",
          "CREATE TABLE n(PRIMARY KEY (a))",
          "CREATE TABLE n(a DEFAULT (1)",
          "CREATE TABLE n(a, UNIQUE (a), b)",
          "CREATE TEMP INDEX i ON t(a)",
          "CREATE INDEX i ON t",
          "CREATE TRIGGER r AFTER INSERT ON t BEGIN END",
          "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1 END",
          "CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t NOT INDEXED; END",
          "CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t INDEXED BY i SET a = 1; END",
          "CREATE VIRTUAL TABLE n USING fts5(a",
          "DROP t",
          "DROP TABLE IF t",
          "ALTER TABLE t",
          "ALTER TABLE t ADD UNIQUE (a)",
          "EXPLAIN",
          "EXPLAIN EXPLAIN SELECT 1",
          "PRAGMA x = ",
          "PRAGMA x = 1_000",
          "PRAGMA x = -1_0.5",
          "CREATE TABLE n(a INT(1_0))",
          "BEGIN CONCURRENT",
          "FOO",
          "1",
          "(SELECT 1)");

  private final SqlParser parser = new SqlParser();

  private SqlSyntaxException error(String sql) {
    return assertThrows(SqlSyntaxException.class, () -> parser.parseStatement(sql), sql);
  }

  @Test
  void errorsAreInSqlitesWords() throws SQLException {
    try (SqliteOracle oracle = SqliteOracle.withCorpusSchema()) {
      for (String sql : WRONG) {
        Optional<String> theirs = oracle.error(sql);
        assertEquals(
            theirs.map(message -> message.replace("?250000", "?32766")),
            Optional.of(String.valueOf(error(sql).getMessage())),
            sql);
      }
    }
  }

  @Test
  void errorsTellTheTokenAndItsPlace() {
    SqlSyntaxException error = error("SELECT a\nFROM t\n  WHERE WHERE b");
    assertEquals("near \"WHERE\": syntax error", error.getMessage());
    assertEquals(new SourcePosition(3, 9), error.position());
    assertEquals(24, error.span().start());
    assertEquals(29, error.span().end());
    assertEquals(Reason.SYNTAX, error.reason());
  }

  @Test
  void errorsTellWhatWouldHaveFitted() {
    assertEquals(List.of(TokenType.TABLE), error("ALTER TREE t ADD a").expected());
    assertEquals(
        List.of(
            TokenType.INDEX,
            TokenType.TABLE,
            TokenType.TEMP,
            TokenType.TEMPORARY,
            TokenType.TRIGGER,
            TokenType.UNIQUE,
            TokenType.VIEW,
            TokenType.VIRTUAL),
        error("CREATE").expected());
    assertEquals(
        List.of(TokenType.FIRST, TokenType.LAST), error("SELECT a ORDER BY a NULLS").expected());
    List<TokenType> afterColumn = error("SELECT a FROM t WHERE b 5").expected();
    assertTrue(
        afterColumn.containsAll(
            List.of(
                TokenType.END_OF_INPUT,
                TokenType.SEMICOLON,
                TokenType.EQUAL,
                TokenType.AND,
                TokenType.LIKE,
                TokenType.ORDER,
                TokenType.DOT)));
    assertFalse(afterColumn.contains(TokenType.IDENTIFIER));
    assertFalse(afterColumn.contains(TokenType.TABLE));
    List<TokenType> afterSelect = error("SELECT FROM t").expected();
    assertTrue(
        afterSelect.containsAll(
            List.of(TokenType.IDENTIFIER, TokenType.STAR, TokenType.CASE, TokenType.DISTINCT)));
    assertFalse(afterSelect.contains(TokenType.ABORT), "a name like any other");
  }

  @Test
  void errorsInExpressionsTellWhatWouldHaveFitted() {
    SqlSyntaxException error =
        assertThrows(SqlSyntaxException.class, () -> parser.parseExpression("(a + b"));
    assertTrue(error.expected().contains(TokenType.RIGHT_PARENTHESIS));
    assertFalse(error.expected().contains(TokenType.SEMICOLON));
    assertFalse(error.expected().contains(TokenType.FROM));
  }

  @Test
  void theEndOfTheTextIsAPlaceToo() {
    SqlSyntaxException error = error("SELECT 1 FROM ");
    assertEquals("incomplete input", error.getMessage());
    assertEquals(14, error.span().start());
    assertEquals(14, error.span().end());
  }

  @Test
  void onlyOneStatementIsTakenForOne() {
    assertEquals("near \"SELECT\": syntax error", error("SELECT 1; SELECT 2").getMessage());
    assertEquals("incomplete input", error(" ; -- nothing").getMessage());
    assertEquals(parser.parseStatement("SELECT 1"), parser.parseStatement(";; SELECT 1 ; ;"));
  }

  @Test
  void whatFollowsANulIsNotDropped() {
    assertEquals("unrecognized token: \"\0\"", error("DELETE FROM t\0 WHERE a = 1").getMessage());
  }
}
