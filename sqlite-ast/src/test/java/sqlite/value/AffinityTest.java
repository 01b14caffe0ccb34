package sqlite.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AffinityTest {
  private static final long SEED = 9_018;
  private static final List<Affinity> AFFINITIES = List.of(Affinity.values());

  @Test
  void firstRuleThatADeclaredTypeMeetsDecides() throws SQLException {
    assertEquals(Affinity.INTEGER, Affinity.ofDeclaredType("FLOATING POINT"));
    assertEquals(Affinity.INTEGER, Affinity.ofDeclaredType("CharInt"));
    assertEquals(Affinity.TEXT, Affinity.ofDeclaredType("VARCHAR(10)"));
    assertEquals(Affinity.TEXT, Affinity.ofDeclaredType("BLOBTEXT"));
    assertEquals(Affinity.BLOB, Affinity.ofDeclaredType("REALBLOB"));
    assertEquals(Affinity.BLOB, Affinity.ofDeclaredType(""));
    assertEquals(Affinity.REAL, Affinity.ofDeclaredType("DOUBLE PRECISION"));
    assertEquals(Affinity.NUMERIC, Affinity.ofDeclaredType("STRING"));
    assertEquals(Affinity.NUMERIC, Affinity.ofDeclaredType("ANY"));
  }

  @Test
  void anyOfAStrictTableTakesValuesAsTheyAre() {
    assertEquals(Affinity.BLOB, Affinity.ofStrictType("any"));
    assertEquals(Affinity.INTEGER, Affinity.ofStrictType("INT"));
  }

  @Test
  void declaredTypesBehaveAsInSqlite() throws SQLException {
    List<String> types =
        List.of(
            "",
            "INT",
            "CHARINT",
            "CLOB",
            "TEXTBLOB",
            "BLOBREAL",
            "REALBLOB",
            "FLOAT",
            "DOUBT",
            "ANY",
            "STRING",
            "DECIMAL(10,5)",
            "BOOLEAN",
            "DATETIME",
            "NATIVE CHARACTER(70)");
    List<SqlValue> probes =
        List.of(new SqlValue.Text("1.0"), new SqlValue.Int(1), new SqlValue.Real(1.5));
    try (RealSqlite sqlite = new RealSqlite()) {
      for (int i = 0; i < types.size(); i++) {
        sqlite.execute("CREATE TABLE t" + i + "(c " + types.get(i) + ")");
        for (SqlValue probe : probes) {
          sqlite.execute("DELETE FROM t" + i);
          sqlite.update("INSERT INTO t" + i + " VALUES (?)", probe);
          assertEquals(
              sqlite.value("SELECT c FROM t" + i),
              Affinity.ofDeclaredType(types.get(i)).apply(probe),
              types.get(i) + " of " + probe);
        }
      }
    }
  }

  @Test
  void storesAValueAsSqliteDoes() throws SQLException {
    RandomValues values = new RandomValues(SEED);
    String columns =
        "CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB, t TEXT, n NUMERIC, i INT, r REAL)";
    try (RealSqlite sqlite = new RealSqlite()) {
      sqlite.execute(columns);
      for (int i = 0; i < 5_000; i++) {
        SqlValue value = values.next();
        sqlite.update("INSERT OR REPLACE INTO t VALUES (1, ?1, ?1, ?1, ?1, ?1)", value);
        List<SqlValue> stored = sqlite.rows("SELECT b, t, n, i, r FROM t").get(0);
        for (int column = 0; column < AFFINITIES.size(); column++) {
          Affinity affinity = AFFINITIES.get(column);
          assertEquals(
              stored.get(column),
              affinity.apply(value),
              () -> "seed " + SEED + ": " + affinity + " of " + value);
        }
      }
    }
  }

  @Test
  void castsAValueAsSqliteDoes() throws SQLException {
    RandomValues values = new RandomValues(SEED + 1);
    String casts =
        "SELECT CAST(?1 AS BLOB), CAST(?1 AS TEXT), CAST(?1 AS NUMERIC), CAST(?1 AS INT),"
            + " CAST(?1 AS REAL)";
    try (RealSqlite sqlite = new RealSqlite()) {
      for (int i = 0; i < 10_000; i++) {
        SqlValue value = values.next();
        List<SqlValue> cast = sqlite.rows(casts, value).get(0);
        for (int column = 0; column < AFFINITIES.size(); column++) {
          Affinity affinity = AFFINITIES.get(column);
          assertEquals(
              cast.get(column),
              affinity.cast(value),
              () -> "seed " + (SEED + 1) + ": " + affinity + " of " + value);
        }
      }
    }
  }
}
