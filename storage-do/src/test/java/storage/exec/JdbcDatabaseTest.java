package storage.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sqlite.value.SqlValue;
import storage.api.StorageLimits;

/** The platform's limits, at the last value that goes and the first that does not. */
final class JdbcDatabaseTest {
  private final JdbcDatabase database = new JdbcDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  private void assertRefused(String message, String sql) {
    SqlFailure refused =
        assertThrows(SqlFailure.class, () -> database.execute(sql, List.of()), sql);
    assertEquals(message, refused.message());
  }

  private static String repeated(String text, int count) {
    return String.join("", Collections.nCopies(count, text));
  }

  @Test
  void parameters() {
    String hundred = "SELECT " + repeated("?,", 99) + "?";
    List<SqlValue> values = Collections.nCopies(StorageLimits.PARAMETERS, SqlValue.NULL);
    database.execute(hundred, values);
    assertRefused("too many SQL variables", "SELECT 1 WHERE 1 IN (" + repeated("?,", 100) + "?)");
  }

  @Test
  void columns() {
    database.execute("SELECT " + repeated("1,", 99) + "1", List.of());
    assertRefused("too many columns in result set", "SELECT " + repeated("1,", 100) + "1");
  }

  @Test
  void statementBytes() {
    String start = "SELECT 1 --";
    int left = StorageLimits.STATEMENT_BYTES - start.length();
    database.execute(start + repeated("x", left), List.of());
    assertRefused("statement too long", start + repeated("x", left + 1));
    assertRefused("statement too long", start + repeated("ü", left / 2 + 1));
  }

  @Test
  void compoundTerms() {
    database.execute("SELECT 1" + repeated(" UNION ALL SELECT 1", 4), List.of());
    assertRefused(
        "too many terms in compound SELECT", "SELECT 1" + repeated(" UNION ALL SELECT 1", 5));
  }

  @Test
  void expressionDepth() {
    database.execute("SELECT 1" + repeated("+1", 98), List.of());
    assertRefused(
        "Expression tree is too large (maximum depth 100)", "SELECT 1" + repeated("+1", 100));
  }

  @Test
  void patternBytes() {
    database.execute("SELECT 'a' LIKE '" + repeated("a", 50) + "'", List.of());
    assertRefused(
        "LIKE or GLOB pattern too complex", "SELECT 'a' LIKE '" + repeated("a", 51) + "'");
  }

  @Test
  void functionArguments() {
    database.execute("SELECT max(" + repeated("1,", 126) + "1)", List.of());
    assertRefused("too many arguments on function max", "SELECT max(" + repeated("1,", 127) + "1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "COMMIT",
        "ROLLBACK",
        "SAVEPOINT a",
        "ATTACH ':memory:' AS b",
        "VACUUM",
        "CREATE TEMP TABLE t(a)"
      })
  void statementsThatThePlatformRefuses(String sql) {
    assertRefused("not authorized", sql);
  }

  @Test
  void aTransactionWithinATransactionIsRolledBackAlone() {
    database.execute("CREATE TABLE t(a)", List.of());
    database.transaction(
        () -> {
          database.execute("INSERT INTO t VALUES (1)", List.of());
          assertThrows(
              SqlFailure.class,
              () ->
                  database.transaction(
                      () -> {
                        database.execute("INSERT INTO t VALUES (2)", List.of());
                        throw new SqlFailure("inner");
                      }));
          return true;
        });
    assertEquals("1", database.text("SELECT group_concat(a) FROM t"));
  }

  @Test
  void nothingIsLeftAfterDeletingAll() {
    database.execute("CREATE TABLE \"t\"\"x\"(a)", List.of());
    database.deleteAll();
    assertEquals("0", database.text("SELECT count(*) FROM sqlite_master"));
  }
}
