package conductor.differential;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sqlite.value.SqlValue;

/** Where sharded databases have answered wrong: each over four nodes as one SQLite. */
final class WrongAnswersTest {
  private final Compared compared = new Compared();

  @BeforeEach
  void create() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b, r REAL)");
    compared.write(
        "INSERT INTO t VALUES (1, 'x', 1, 0.1), (2, 'X', 2, 0.2), (3, NULL, 'b', 1e15),"
            + " (4, 'é', x'00ff', -0.5), (5, '\ud83d\ude00', NULL, NULL), (6, '\uffee', 2.0, 3),"
            + " (7, 'y', -5, 0.3), (8, '', 9007199254740993, 7)");
  }

  @AfterEach
  void close() {
    compared.close();
  }

  @Test
  void theRestOfAStatementIsNotDropped() {
    compared.write("DELETE FROM t WHERE id NOT IN (1, 2, 3, 4, 5, 6)");
    compared.write("UPDATE t SET a = 'z' WHERE id + 0 = 1");
    compared.write("UPDATE t SET a = 'z' WHERE id = 1 garbage");
    compared.write("DELETE FROM t WHERE id = 1 OR");
    compared.unordered("SELECT id FROM t UNION SELECT b FROM t");
  }

  @Test
  void parenthesesSignsAndQuotesSurvive() {
    compared.unordered("SELECT id FROM t WHERE (id = 1 OR id = 2) AND b = 2");
    compared.unordered("SELECT id FROM t WHERE id = 1 OR id = 2 AND b = 5");
    compared.unordered("SELECT id, -5, - -5, b - -1 FROM t WHERE b = -5");
    compared.unordered("SELECT id, '--', '/*', 'it''s', x'00ff', \"a\" FROM t WHERE a <> '--'");
    compared.unordered("SELECT id FROM t WHERE a = 'X' COLLATE NOCASE");
    compared.unordered("SELECT id FROM t WHERE NOT (id > 2 AND a IS NULL)");
  }

  @Test
  void limitsCountTheWhole() {
    compared.ordered("SELECT id FROM t ORDER BY id LIMIT 3");
    compared.ordered("SELECT id FROM t ORDER BY id LIMIT 2 OFFSET 3");
    compared.ordered("SELECT id FROM t ORDER BY id LIMIT 4, 3");
    compared.ordered("SELECT id FROM t ORDER BY id LIMIT -1 OFFSET 6");
    compared.ordered("SELECT id FROM t ORDER BY id DESC LIMIT ? OFFSET ?", integer(2), integer(1));
    compared.ordered("SELECT id FROM t ORDER BY id LIMIT 0");
    compared.ordered("SELECT id FROM t ORDER BY id LIMIT 'x'");
    compared.ordered("SELECT count(*) FROM t LIMIT 1");
    compared.ordered("SELECT count(*) FROM t LIMIT 1 OFFSET 1");
    compared.ordered("SELECT DISTINCT b > 1 FROM t ORDER BY 1 LIMIT 2");
  }

  @Test
  void nullsStandWhereTheyAreOrdered() {
    compared.ordered("SELECT id FROM t ORDER BY b, id");
    compared.ordered("SELECT id FROM t ORDER BY b DESC, id");
    compared.ordered("SELECT id FROM t ORDER BY b NULLS LAST, id");
    compared.ordered("SELECT id FROM t ORDER BY b DESC NULLS FIRST, id LIMIT 2");
  }

  @Test
  void aggregatesAreThoseOfAllRows() {
    compared.ordered("SELECT avg(id), avg(r), min(a), max(a), min(b), max(b) FROM t");
    compared.ordered("SELECT sum(b), total(b), avg(b), count(b), count(*) FROM t WHERE id > 99");
    compared.ordered("SELECT count(DISTINCT b), count(DISTINCT a COLLATE NOCASE) FROM t");
    compared.ordered("SELECT sum(r), total(r) FROM t WHERE r < 1e10");
    compared.ordered("SELECT sum(id) * 2 + 1, max(id) - min(id), count(*) > 3 FROM t");
    compared.ordered("SELECT sum(b) FROM t WHERE typeof(b) = 'integer'");
    compared.ordered("SELECT group_concat(a, '-' ORDER BY id DESC) FROM t");
  }

  @Test
  void sumsOfIntegersOverflowAsOne() {
    compared.write("CREATE TABLE big(id INTEGER PRIMARY KEY, n)");
    compared.write("INSERT INTO big VALUES (1, 9223372036854775807), (2, 1), (3, 0), (4, 5)");
    compared.ordered("SELECT sum(n) FROM big");
    compared.ordered("SELECT total(n), avg(n) FROM big");
    compared.ordered("SELECT sum(n) FROM big WHERE id <> 1");
  }

  @Test
  void havingSeesWholeGroups() {
    compared.ordered("SELECT b > 1, count(*) FROM t GROUP BY 1 HAVING count(*) > 2 ORDER BY 1");
    compared.ordered("SELECT id % 2, sum(id) FROM t GROUP BY id % 2 HAVING sum(id) > 16");
    compared.ordered("SELECT id % 3 AS k FROM t GROUP BY k ORDER BY k");
    compared.ordered("SELECT id % 3 k, count(*) c FROM t GROUP BY k ORDER BY c DESC, k LIMIT 2");
  }

  @Test
  void columnsBesideAnExtremeAreOfItsRow() {
    compared.ordered("SELECT a, max(id) FROM t");
    compared.ordered("SELECT a, r, min(id) FROM t WHERE id > 2");
    compared.unordered("SELECT id % 2, a, max(id) FROM t GROUP BY id % 2");
  }

  @Test
  void orderIsByWhatIsNotShownToo() {
    compared.ordered("SELECT a FROM t ORDER BY id DESC");
    compared.ordered("SELECT a AS n, id FROM t ORDER BY 2 DESC");
    compared.ordered("SELECT id AS a FROM t ORDER BY a");
    compared.ordered("SELECT id FROM t ORDER BY a COLLATE NOCASE, id");
    compared.ordered("SELECT id FROM t ORDER BY length(a), -id");
    compared.ordered("SELECT id FROM t ORDER BY a");
    compared.ordered("SELECT id FROM t ORDER BY 3");
  }

  @Test
  void subqueriesAndWindowsAreNotComputedNodeByNode() {
    compared.unordered("SELECT id FROM t WHERE b = (SELECT max(b) FROM t)");
    compared.unordered("SELECT id FROM t WHERE id IN (SELECT b FROM t)");
    compared.unordered("SELECT id FROM t x WHERE EXISTS (SELECT 1 FROM t y WHERE y.b = x.id)");
    compared.unordered("WITH w AS (SELECT 1 AS x UNION SELECT 2) SELECT id, x FROM t, w");
    compared.unordered("SELECT id, row_number() OVER (ORDER BY id DESC) FROM t");
    compared.unordered("SELECT id, sum(id) OVER (ORDER BY id ROWS 1 PRECEDING) FROM t");
    compared.unordered("SELECT t.id, u.id FROM t LEFT JOIN t u ON u.id = t.b");
    compared.unordered("SELECT t.id, u.id FROM t FULL JOIN t u ON u.id = t.b AND t.id > 2");
    compared.ordered("SELECT count(*) FROM (SELECT DISTINCT b > 1 FROM t)");
    compared.ordered("SELECT (SELECT a FROM t WHERE id = 1), x FROM (SELECT 1 AS x)");
    compared.ordered(
        "SELECT t.id, u.a FROM t LEFT JOIN t u ON u.id = 2 AND u.id = t.id"
            + " WHERE t.id = 2 AND u.id = 2");
  }

  @Test
  void keysCompareAsSqliteComparesThem() {
    for (String key :
        new String[] {"10 - 3", "'7'", "7.0", "0x7", "' 7 '", "7.5", "'7x'", "NULL"}) {
      compared.ordered("SELECT id FROM t WHERE id = " + key);
      compared.ordered("SELECT id FROM t WHERE id IN (" + key + ", 1) ORDER BY id");
    }
    compared.ordered("SELECT id FROM t WHERE id = ?", new SqlValue.Text("7"));
    compared.ordered("SELECT id FROM t WHERE id = ?", new SqlValue.Real(7));
    compared.write("CREATE TABLE n(k TEXT COLLATE NOCASE PRIMARY KEY, v)");
    compared.write("INSERT INTO n VALUES ('Ann', 1), ('bob', 2), ('É', 3)");
    compared.write("INSERT INTO n VALUES ('ANN', 4)");
    compared.ordered("SELECT v FROM n WHERE k = 'aNN'");
    compared.ordered("SELECT v FROM n WHERE k = 'aNN' COLLATE BINARY");
    compared.ordered("SELECT v FROM n WHERE k = 'é'");
  }

  @Test
  void aRowWhoseKeyChangesIsNotLeftWhereItIs() {
    String why = ", which places the row, over several nodes";
    compared.refused("changing id" + why, "UPDATE t SET id = 100 WHERE id = 1");
    compared.refused("changing rowid" + why, "UPDATE t SET rowid = 100 WHERE id = 1");
    compared.write("UPDATE t SET b = id WHERE id = 1");
  }

  @Test
  void onePrimaryKeyIsOneRow() {
    compared.write("INSERT INTO t(id) VALUES (7)");
    compared.write("INSERT INTO t(id) VALUES ('7')");
    compared.write("INSERT INTO t(id) VALUES (7.0)");
    compared.write("CREATE TABLE n(k TEXT PRIMARY KEY, v)");
    compared.write("INSERT INTO n VALUES (NULL, 1), (NULL, 2), ('a', 3)");
    compared.write("INSERT INTO n VALUES (NULL, 1), ('a', 4)");
    compared.unordered("SELECT v FROM n WHERE k IS NULL");
    compared.refused(
        "UNIQUE that does not include the shard key of u (id)",
        "CREATE TABLE u(id INTEGER PRIMARY KEY, mail TEXT UNIQUE)");
  }

  @Test
  void rowIdsMeetNowhere() {
    compared.write("INSERT INTO t(a) VALUES ('p'), ('q'), ('r')");
    compared.write("INSERT INTO t(id, a) VALUES (NULL, 's'), (20, 't'), (NULL, 'u')");
    compared.write("DELETE FROM t WHERE id > 18");
    compared.write("INSERT INTO t(a) VALUES ('v')");
    compared.write("CREATE TABLE k(a, b)");
    compared.write("INSERT INTO k VALUES (1, 2), (3, 4), (5, 6)");
    compared.write("DELETE FROM k WHERE a = 5");
    compared.write("INSERT INTO k VALUES (7, 8)");
    compared.write("CREATE TABLE au(id INTEGER PRIMARY KEY AUTOINCREMENT, a)");
    compared.write("INSERT INTO au(a) VALUES (1), (2)");
    compared.write("DELETE FROM au");
    compared.write("INSERT INTO au(a) VALUES (3)");
  }

  @Test
  void statementsAreNotHalfApplied() {
    compared.write("INSERT INTO t(id) VALUES (11), (12), (13), (14), (1), (15)");
    compared.write("CREATE TABLE c(id INTEGER PRIMARY KEY, n CHECK (n < 10))");
    compared.write("INSERT INTO c VALUES (1, 5), (2, 6), (3, 9), (4, 7)");
    compared.write("UPDATE c SET n = n + 1");
    compared.write("UPDATE c SET n = n + 1 WHERE id <> 3");
  }

  @Test
  void anIndexChangesNoAnswer() {
    compared.write("CREATE INDEX i ON t(b DESC)");
    compared.write("CREATE INDEX j ON t(a COLLATE NOCASE) WHERE a IS NOT NULL");
    compared.write("CREATE INDEX k ON t(r, a)");
    compared.write("INSERT INTO t VALUES (20, 'x', 2, 0.1), (21, 'x', 2, 0.1)");
    compared.write("DELETE FROM t WHERE id = 20");
    compared.unordered("SELECT id FROM t WHERE b = 2");
    compared.unordered("SELECT id FROM t WHERE a = 'x' COLLATE NOCASE");
    compared.unordered("SELECT id FROM t WHERE r = 0.1");
    compared.ordered("SELECT count(*) FROM t WHERE b = 'missing'");
    compared.unordered("SELECT id FROM t WHERE b IS NULL");
  }

  @Test
  void resultsKeepNamesTypesAndCounts() {
    compared.ordered("SELECT id, id, a AS id FROM t ORDER BY id");
    compared.ordered("SELECT b, typeof(b), r FROM t ORDER BY id");
    compared.ordered("SELECT ID, t.A, 1  +  1, \"b\" FROM t ORDER BY id LIMIT 1");
    compared.write("UPDATE t SET a = 'same'");
    compared.write("UPDATE t SET a = 'same' WHERE id > 100");
    compared.write("DELETE FROM t WHERE id IN (1, 2, 99)");
    compared.ordered("SELECT ?, id, ? FROM t WHERE id = ?", integer(3), integer(2), integer(4));
    compared.ordered("SELECT ?2, id, ?1 FROM t WHERE id >= ?2 ORDER BY id", integer(3), integer(4));
    compared.refused("RETURNING", "DELETE FROM t WHERE id = 4 RETURNING id");
  }

  private static SqlValue integer(long value) {
    return new SqlValue.Int(value);
  }
}
