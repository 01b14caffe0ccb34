package sqlite.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.generator.SqlGenerator;
import sqlite.token.Keywords;
import sqlite.token.TokenType;

/** Every word that the real SQLite takes for a name in some place is taken there, and no other. */
class KeywordTest {

  private static final List<String> PLACES =
      List.of(
          "CREATE TABLE @(a)",
          "CREATE TABLE n(@)",
          "CREATE TABLE n(@ INT, b)",
          "CREATE TABLE n(a @)",
          "CREATE TABLE n(a INT @ (5))",
          "CREATE TABLE n(a DEFAULT @)",
          "CREATE TABLE n(a DEFAULT @ NOT NULL)",
          "CREATE TABLE n(a COLLATE @)",
          "CREATE TABLE n(a CONSTRAINT @ NOT NULL)",
          "CREATE TABLE n(a, CONSTRAINT @ UNIQUE(a))",
          "CREATE TABLE n(a REFERENCES @)",
          "CREATE TABLE n(a AS (1) @)",
          "CREATE TABLE n(a) @",
          "CREATE TABLE IF NOT EXISTS @(a)",
          "CREATE INDEX @ ON t(a)",
          "CREATE INDEX i ON @(a)",
          "CREATE INDEX i ON t(@)",
          "CREATE VIEW @ AS SELECT 1",
          "CREATE VIEW v(@) AS SELECT 1",
          "CREATE TRIGGER @ AFTER INSERT ON t BEGIN SELECT 1; END",
          "CREATE TRIGGER r @ INSERT ON t BEGIN SELECT 1; END",
          "CREATE TRIGGER r AFTER UPDATE OF @ ON t BEGIN SELECT 1; END",
          "SELECT @",
          "SELECT @ FROM t",
          "SELECT @.a FROM t",
          "SELECT t.@ FROM t",
          "SELECT t.a.@ FROM t",
          "SELECT @.* FROM t",
          "SELECT @(a) FROM t",
          "SELECT @(*) FROM t",
          "SELECT -@ FROM t",
          "SELECT a + @ FROM t",
          "SELECT (@) FROM t",
          "SELECT (@, 1) FROM t",
          "SELECT a @ FROM t",
          "SELECT a AS @ FROM t",
          "SELECT (a) @ FROM t",
          "SELECT sum(a) @ FROM t",
          "SELECT a @",
          "SELECT * FROM @",
          "SELECT * FROM t @",
          "SELECT * FROM t AS @",
          "SELECT * FROM main.@",
          "SELECT * FROM @.t",
          "SELECT * FROM (@)",
          "SELECT * FROM t @ JOIN u",
          "SELECT * FROM t LEFT @ JOIN u",
          "SELECT * FROM t JOIN u USING (@)",
          "SELECT * FROM t JOIN u ON a @ JOIN w",
          "SELECT * FROM @(1)",
          "SELECT * FROM t INDEXED BY @",
          "SELECT * FROM t WHERE @",
          "SELECT * FROM t WHERE a @",
          "SELECT * FROM t WHERE a IN @",
          "SELECT * FROM t WHERE a IN (@)",
          "SELECT * FROM t WHERE a COLLATE @",
          "SELECT * FROM t GROUP BY @",
          "SELECT * FROM t ORDER BY @",
          "SELECT * FROM t ORDER BY a @",
          "SELECT * FROM t LIMIT @",
          "SELECT a FROM t UNION @",
          "SELECT CAST(a AS @) FROM t",
          "SELECT CASE @ WHEN 1 THEN 2 END FROM t",
          "SELECT CASE WHEN @ THEN @ ELSE @ END FROM t",
          "SELECT sum(a) OVER @ FROM t",
          "SELECT sum(a) OVER (@) FROM t",
          "SELECT sum(a) OVER (@ ORDER BY a) FROM t",
          "SELECT sum(a) OVER (ORDER BY a ROWS @ PRECEDING) FROM t",
          "SELECT sum(a) OVER w FROM t WINDOW @ AS (ORDER BY a)",
          "WITH @ AS (SELECT 1) SELECT 2",
          "WITH q(@) AS (SELECT 1) SELECT 2",
          "INSERT INTO @ VALUES (1)",
          "INSERT INTO t AS @ VALUES (1)",
          "INSERT INTO t(@) VALUES (1)",
          "INSERT INTO t VALUES (@)",
          "INSERT OR @ INTO t VALUES (1)",
          "INSERT INTO t VALUES (1) RETURNING @",
          "INSERT INTO t VALUES (1) RETURNING a @",
          "UPDATE @ SET a = 1",
          "UPDATE t SET @ = 1",
          "UPDATE t SET (@) = 1",
          "UPDATE t SET a = @",
          "UPDATE t SET a = 1 FROM @",
          "DELETE FROM @",
          "DELETE FROM t AS @",
          "DELETE FROM t @",
          "DROP TABLE @",
          "DROP TABLE IF EXISTS @",
          "ALTER TABLE @ RENAME TO x",
          "ALTER TABLE t RENAME TO @",
          "ALTER TABLE t RENAME @ TO x",
          "ALTER TABLE t ADD @",
          "ALTER TABLE t ADD COLUMN @ INT",
          "ALTER TABLE t DROP @",
          "ALTER TABLE t DROP COLUMN @",
          "SAVEPOINT @",
          "RELEASE @",
          "RELEASE SAVEPOINT @",
          "ROLLBACK TO @",
          "BEGIN @",
          "BEGIN TRANSACTION @",
          "PRAGMA @",
          "PRAGMA x = @",
          "PRAGMA x(@)",
          "ANALYZE @",
          "REINDEX @",
          "VACUUM @",
          "DETACH @",
          "ATTACH @ AS x",
          "ATTACH 'f' AS @",
          "EXPLAIN @",
          "CREATE VIRTUAL TABLE @ USING fts5(a)",
          "CREATE VIRTUAL TABLE n USING @(a)",
          "@");

  private final SqlParser parser = new SqlParser();

  @Test
  void wordsAreNamesWhereSqliteTakesThemSo() throws SQLException {
    List<String> differences = new ArrayList<>();
    try (SqliteOracle oracle = SqliteOracle.withCorpusSchema()) {
      for (String place : PLACES) {
        for (String word : words()) {
          String sql = place.replace("@", word);
          Optional<String> theirs = oracle.error(sql);
          boolean syntaxError = theirs.filter(SqliteOracle::isSyntaxError).isPresent();
          Optional<String> ours = ourError(sql);
          if (ours.isEmpty() ? syntaxError : theirs.isEmpty()) {
            differences.add(sql + "  SQLite " + theirs + "  ours " + ours);
          }
        }
      }
    }
    assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(List.of("plain", "\"q\"", "[q]", "`q`", "'s'", "1"));
    for (TokenType type : TokenType.values()) {
      if (type.isKeyword()) {
        words.add(type.name());
      }
    }
    return words;
  }

  private Optional<String> ourError(String sql) {
    try {
      parser.parseStatement(sql);
      return Optional.empty();
    } catch (SqlSyntaxException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Test
  void keywordsAreFoundInAnyCase() {
    assertEquals(TokenType.SELECT, Keywords.find("xSeLeCty", 1, 7));
    assertEquals(TokenType.IDENTIFIER, Keywords.find("selects", 0, 7));
    assertEquals(TokenType.CURRENT_TIMESTAMP, Keywords.find("current_timestamp", 0, 17));
    assertTrue(Keywords.isKeyword("as"));
  }

  @Test
  void printedNamesAreQuotedWhenTheyAreKeywords() {
    for (TokenType type : TokenType.values()) {
      if (type.isKeyword()) {
        String quoted = "SELECT [" + type.name() + "] FROM t";
        String printed = new SqlGenerator().print(parser.parseStatement(quoted));
        assertEquals("SELECT `" + type.name() + "` FROM t", printed);
      }
    }
  }
}
