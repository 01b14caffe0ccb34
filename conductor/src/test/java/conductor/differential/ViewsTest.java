package conductor.differential;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views, over four nodes and on one as in one SQLite. */
final class ViewsTest {
  private final Compared compared = new Compared();

  @BeforeEach
  void create() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE, b, r REAL)");
    compared.write(
        "INSERT INTO t VALUES (1, 'x', 1, 0.5), (2, 'X', 2, 2), (3, NULL, 'b', 3), (4, 'y', 4, 4),"
            + " (5, 'z', NULL, NULL), (6, 'é', 2.0, 3)");
    compared.write("CREATE TABLE u(id INTEGER PRIMARY KEY, t INT, n)");
    compared.write("INSERT INTO u VALUES (1, 1, 'p'), (2, 1, 'q'), (3, 4, 'r'), (4, 9, 's')");
  }

  @AfterEach
  void close() {
    compared.close();
  }

  @Test
  void aViewIsReadAsItsQuery() {
    compared.write("CREATE VIEW v AS SELECT id, a, b + 1, r AS \"the r\" FROM t WHERE id > 1");
    compared.unordered("SELECT * FROM v");
    compared.unordered("SELECT \"b + 1\", \"the r\" FROM v WHERE a = 'x'");
    compared.ordered("SELECT count(*), max(id) FROM v");
    compared.ordered("SELECT a, count(*) FROM v GROUP BY a ORDER BY a DESC");
    compared.unordered("SELECT v.id, u.n FROM v LEFT JOIN u ON u.t = v.id");
    compared.unordered("SELECT id FROM t WHERE id IN (SELECT id FROM v WHERE id > 4)");
    compared.unordered("SELECT n FROM u WHERE t IN main.v");
    compared.unordered("SELECT x.a FROM v AS x, v y WHERE x.id = y.id + 1");
    compared.ordered("SELECT missing FROM v");
    compared.ordered("SELECT b FROM v");
    compared.unordered("WITH v AS (SELECT 7 AS k) SELECT * FROM v");
    compared.unordered("WITH t AS (SELECT 7 AS k) SELECT * FROM v");
  }

  @Test
  void aViewHasTheNamesOfItsColumnList() {
    compared.write("CREATE VIEW v(p, q) AS SELECT id, a || 'x' FROM t");
    compared.unordered("SELECT q, p FROM v WHERE p > 2");
    compared.write("CREATE VIEW w(p) AS SELECT id, a FROM t");
    compared.unordered("SELECT * FROM w");
    compared.write("CREATE VIEW e AS SELECT 1 AS one, 2");
    compared.unordered("SELECT * FROM e");
  }

  @Test
  void aViewMayReadViews() {
    compared.write("CREATE VIEW v AS SELECT id AS k, b FROM t NOT INDEXED");
    compared.write("CREATE VIEW w AS SELECT v.k, u.n FROM v JOIN u ON u.t = v.k");
    compared.unordered("SELECT * FROM w");
    compared.unordered("SELECT n FROM w WHERE k = 1");
    compared.write("DROP VIEW v");
    compared.unordered("SELECT * FROM w");
    compared.write("CREATE VIEW v AS SELECT k, n AS b FROM w");
    compared.unordered("SELECT * FROM w");
  }

  @Test
  void aViewMayInsistOnAnIndex() {
    compared.write("CREATE INDEX i ON t(b)");
    compared.write("CREATE VIEW v AS SELECT id, b  *  2 FROM t INDEXED BY i WHERE b > 1");
    compared.unordered("SELECT * FROM v");
    compared.unordered("SELECT \"b  *  2\" FROM v");
  }

  @Test
  void viewsAndTablesShareTheirNames() {
    compared.write("CREATE VIEW v AS SELECT * FROM t");
    compared.write("CREATE VIEW v AS SELECT 1");
    compared.write("CREATE VIEW IF NOT EXISTS v AS SELECT 1");
    compared.write("CREATE VIEW t AS SELECT 1");
    compared.write("CREATE TABLE v(a)");
    compared.write("CREATE TABLE IF NOT EXISTS V(a)");
    compared.write("CREATE INDEX v ON t(a)");
    compared.write("CREATE INDEX i ON v(a)");
    compared.write("ALTER TABLE t RENAME TO v");
    compared.write("DROP TABLE v");
    compared.write("DROP VIEW t");
    compared.write("DROP VIEW missing");
    compared.write("DROP VIEW IF EXISTS missing");
    compared.write("DROP VIEW v");
    compared.write("DROP VIEW v");
  }

  @Test
  void aViewIsNotChanged() {
    compared.write("CREATE VIEW v AS SELECT * FROM t");
    compared.write("INSERT INTO v VALUES (1, 2, 3, 4)");
    compared.write("UPDATE v SET a = 1");
    compared.write("DELETE FROM v");
  }

  @Test
  void aViewFollowsItsTables() {
    compared.write("CREATE VIEW v AS SELECT * FROM t");
    compared.write("CREATE VIEW w AS SELECT id, b FROM t");
    compared.write("ALTER TABLE t ADD COLUMN c DEFAULT 7");
    compared.unordered("SELECT * FROM v");
    compared.write("ALTER TABLE t RENAME COLUMN b TO bb");
    compared.unordered("SELECT * FROM w");
    compared.write("ALTER TABLE t RENAME TO tt");
    compared.unordered("SELECT * FROM v");
    compared.write("ALTER TABLE tt DROP COLUMN bb");
    compared.write("DROP TABLE tt");
    compared.unordered("SELECT * FROM v");
    compared.write("CREATE TABLE tt(id INTEGER PRIMARY KEY, b)");
    compared.unordered("SELECT * FROM v");
  }

  @Test
  void temporaryViewsHideTheOthers() {
    compared.write("CREATE TEMP VIEW v AS SELECT id, a FROM t");
    compared.unordered("SELECT * FROM v");
    compared.unordered("SELECT * FROM temp.v");
    compared.unordered("SELECT * FROM main.v");
    compared.write("CREATE VIEW v AS SELECT id, n FROM u");
    compared.unordered("SELECT * FROM v");
    compared.unordered("SELECT * FROM main.v");
    compared.write("CREATE TEMP VIEW t AS SELECT 1 AS one");
    compared.unordered("SELECT * FROM t");
    compared.unordered("SELECT id FROM main.t");
    compared.write("CREATE VIEW temp.v AS SELECT 1");
    compared.write("DROP VIEW v");
    compared.unordered("SELECT * FROM v");
    compared.write("DROP VIEW v");
    compared.write("DROP VIEW v");
    compared.write("DROP VIEW temp.t");
  }
}
