package conductor.differential;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sqlite.value.SqlValue;

/** Differences from SQLite that random statements have found, each as its shortest script. */
final class FoundCasesTest {
  private final Compared compared = new Compared();

  @AfterEach
  void close() {
    compared.close();
  }

  @Test
  void theDefaultOfAnIntegerPrimaryKeyIsNotUsed() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY DEFAULT 'x', a)");
    compared.write("INSERT INTO t(a) VALUES (1), (2)");
    compared.write("INSERT INTO t DEFAULT VALUES");
    compared.write("INSERT INTO t VALUES (NULL, 3)");
  }

  @Test
  void theFirstPartOfACompoundSelectDoesNotMakeIntegersReal() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, r REAL, i INTEGER)");
    compared.write("INSERT INTO t VALUES (1, 2.5, 3), (2, 7, 7)");
    String one = " FROM t WHERE id = 2";
    compared.ordered("SELECT r" + one + " UNION ALL SELECT i" + one);
    compared.ordered("SELECT r" + one + " UNION ALL SELECT i + 1" + one + " ORDER BY r DESC");
    compared.ordered("SELECT t.r" + one + " UNION ALL SELECT i + 1" + one + " ORDER BY t.r DESC");
    compared.ordered("SELECT r COLLATE NOCASE AS x" + one + " UNION SELECT 1 ORDER BY x");
    compared.ordered("SELECT id, i" + one + " UNION ALL SELECT r, r" + one + " ORDER BY 1, 2 DESC");
  }

  @Test
  void aCompoundSelectThatBeginsWithASubqueryKeepsItsTypes() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, r REAL, i INTEGER)");
    compared.write("INSERT INTO t VALUES (1, 2.5, 3), (2, 7, 8)");
    compared.unordered("SELECT * FROM (SELECT r FROM t) UNION SELECT i FROM t");
    compared.ordered(
        "SELECT x.* FROM (SELECT r, i FROM t) x UNION ALL SELECT i, r FROM t ORDER BY 1");
    compared.unordered("WITH w AS (SELECT r AS k FROM t) SELECT k FROM w UNION SELECT i FROM t");
    compared.unordered("SELECT (SELECT max(r) FROM t) UNION ALL SELECT 1 FROM t");
  }

  @Test
  void aCompoundSelectMayHaveManyParts() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    compared.write("INSERT INTO t VALUES (1, 2), (2, 7)");
    compared.unordered("SELECT 1" + " UNION ALL SELECT a FROM t WHERE id = 2".repeat(40));
    compared.ordered("SELECT count(*) FROM (SELECT 1" + " UNION ALL SELECT a FROM t)".repeat(1));
    compared.unordered("SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5");
  }

  @Test
  void namesInJoinsOfOneNodeMeanWhatTheyMean() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b)");
    compared.write("CREATE TABLE u(id INTEGER PRIMARY KEY, c, a)");
    compared.write("INSERT INTO t VALUES (1, 5, 'x'), (2, 1, 'y'), (3, 7, 'z'), (4, NULL, 'w')");
    compared.write("INSERT INTO u VALUES (1, 3, 5), (3, 4, 'q'), (4, 9, NULL), (9, 1, 1)");
    compared.unordered("SELECT t.a AS z FROM t JOIN u ON u.id = t.id AND z > 3");
    compared.ordered("SELECT t.a AS id FROM t JOIN u USING (id) WHERE id > 1 ORDER BY id");
    compared.unordered("SELECT * FROM t JOIN u USING (id)");
    compared.unordered("SELECT * FROM t LEFT JOIN u USING (id)");
    compared.unordered("SELECT * FROM t NATURAL JOIN u");
    compared.unordered("SELECT u.*, b FROM t NATURAL LEFT JOIN u WHERE id < 4");
    compared.unordered("SELECT id, u.id, c FROM t LEFT JOIN u USING (id) WHERE id IN (2, 3)");
    compared.unordered("SELECT b, \"no such\" FROM t LEFT JOIN u ON u.id = t.id");
    compared.ordered("SELECT count(*), count(c), sum(c) FROM t LEFT JOIN u ON u.id = t.id");
    compared.unordered("SELECT t.a IS u.a, count(*) FROM t JOIN u USING (id) GROUP BY 1");
    compared.unordered("SELECT x.b, y.b FROM t x JOIN t y ON x.id = y.id");
    compared.unordered("SELECT id FROM t JOIN u ON t.id = u.id");
    compared.unordered("SELECT rowid FROM t JOIN u ON t.id = u.id");
    compared.unordered("SELECT t.rowid, u._rowid_ FROM t JOIN u ON t.rowid = u.oid");
    compared.unordered("SELECT nothing.* FROM t JOIN u ON t.id = u.id");
    compared.unordered("SELECT t.id FROM t JOIN u ON t.id = u.id AND nothing = 1");
    compared.unordered("SELECT DISTINCT main.t.b FROM t JOIN u ON main.t.id = u.id");
  }

  @Test
  void parametersInSubqueriesKeepTheirNames() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    compared.unordered("SELECT (SELECT max(a) FROM t WHERE id < ?)", new SqlValue.Int(3));
  }

  @Test
  void rowIdsGoOnBehindNegativeOnes() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    compared.write("INSERT INTO t VALUES (-461698, 1)");
    compared.write("INSERT INTO t(a) VALUES (2), (3)");
    compared.write("INSERT INTO t(a) VALUES (4)");
    compared.write("DELETE FROM t WHERE id > -461698");
    compared.write("INSERT INTO t(a) VALUES (5)");
  }

  @Test
  void anIndexOnNoTableFailsInTheSameWords() {
    compared.write("CREATE INDEX i ON t0(c)");
  }

  @Test
  void sumsOfTextsRoundOnce() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT)");
    compared.write(
        "INSERT INTO t(a) VALUES ('b'), ('1.5'), ('2'), ('14'), ('-20020934874'), ('11'), ('99.8'),"
            + " ('12abc'), (x'31')");
    compared.ordered("SELECT total(a), sum(a), avg(a) FROM t");
    compared.ordered("SELECT total(a), sum(a), avg(a) FROM t WHERE id IN (3, 4, 6)");
  }

  @Test
  void sumsOfLargeAndSmallRealsRoundOnce() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a REAL)");
    compared.write(
        "INSERT INTO t(a) VALUES (-20020934874.0), (0.1), (99.8), (1e15), (0.3), (12345678901.7),"
            + " (1e-7), (9e-9), (-1e15), (0.2)");
    compared.ordered("SELECT total(a), sum(a), avg(a) FROM t");
    compared.ordered("SELECT total(a), sum(a), avg(a) FROM t WHERE id NOT IN (4, 9)");
    compared.ordered("SELECT total(a), sum(a), avg(a) FROM t WHERE id <> 9");
  }
}
