package sqlite.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.parser.Corpus;
import sqlite.parser.SqlParser;
import sqlite.parser.SqliteOracle;

class SqlNormalizerTest {

  private final SqlParser parser = new SqlParser();

  private NormalizedSql normalize(String sql) {
    return SqlNormalizer.normalize(parser.parseStatement(sql));
  }

  private void assertNormalizes(String expected, List<String> literals, String sql) {
    NormalizedSql normal = normalize(sql);
    SqlGenerator generator = new SqlGenerator();
    assertEquals(expected, normal.sql());
    assertEquals(literals, normal.literals().stream().map(generator::print).toList());
  }

  @Test
  void literalsBecomeParametersAfterTheStatementsOwn() {
    assertNormalizes(
        "SELECT a, ?3 FROM t WHERE b = ?4 AND c > ?1 AND d < ?2 LIMIT ?5",
        List.of("1.5", "'x'", "10"),
        "SELECT a, 1.5 FROM t WHERE b = 'x' AND c > ? AND d < :d LIMIT 10");
    assertEquals(3, normalize("SELECT ?, ?, 5").firstLiteral());
    assertNormalizes(
        "INSERT INTO t (a, b) VALUES (?1, ?2), (?3, NULL)",
        List.of("1", "x'00'", "2"),
        "INSERT INTO t(a, b) VALUES (1, x'00'), (2, NULL)");
  }

  @Test
  void aNumberTakesItsSignAlong() {
    assertNormalizes(
        "SELECT ?1, ?2 - a, -a, ?3",
        List.of("-9223372036854775808", "0", "-1.5"),
        "SELECT -9223372036854775808, 0 - a, -a, -1.5");
  }

  @Test
  void numbersThatCountColumnsStay() {
    assertNormalizes(
        "SELECT a, b + ?1 FROM t GROUP BY 1, b + ?1 ORDER BY 2 DESC, 1 COLLATE nocase",
        List.of("1"),
        "SELECT a, b + 1 FROM t GROUP BY 1, b + 1 ORDER BY 2 DESC, 1 COLLATE nocase");
  }

  @Test
  void statementsThatDifferInLiteralsOnlyAreOne() {
    String one = normalize("SELECT * FROM t WHERE a = 1 AND b IN ('x', 'y')").sql();
    assertEquals(one, normalize("select * from t where a=22 and b in('z', '')").sql());
    assertNotEquals(one, normalize("SELECT * FROM t WHERE a = 1 AND b IN ('x')").sql());
  }

  @Test
  void whatSqliteMustSeeStays() {
    for (String sql :
        List.of(
            "SELECT likelihood(a, 0.5) FROM t",
            "SELECT a FROM t INDEXED BY t_b WHERE b = 'x'",
            "CREATE TABLE n (a DEFAULT 5, CHECK (a > 1))",
            "PRAGMA cache_size = 5")) {
      assertNormalizes(sql, List.of(), sql);
    }
    assertNormalizes(
        "INSERT INTO t (a) VALUES (?1) ON CONFLICT (a + 1) WHERE a > 0 DO NOTHING",
        List.of("7"),
        "INSERT INTO t(a) VALUES (7) ON CONFLICT (a + 1) WHERE a > 0 DO NOTHING");
  }

  @Test
  void theNormalFormIsItsOwnAndSqliteCompilesIt() throws SQLException {
    List<String> differences = new ArrayList<>();
    try (SqliteOracle oracle = SqliteOracle.withCorpusSchema()) {
      for (String sql : Corpus.statements()) {
        String normal = normalize(sql).sql();
        assertEquals(normal, normalize(normal).sql(), sql);
        Optional<String> error = oracle.error(normal);
        if (oracle.error(sql).isEmpty() && error.isPresent()) {
          differences.add(sql + "\n" + normal + "\n" + error.get());
        }
      }
    }
    assertEquals(List.of(), differences, () -> String.join("\n\n", differences));
  }
}
