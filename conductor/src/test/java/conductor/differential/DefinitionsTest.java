package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sqlite.value.SqlValue;

/** Tables of all kinds and what becomes of them: over four nodes as one SQLite. */
final class DefinitionsTest {
  private final Compared compared = new Compared();

  @AfterEach
  void close() {
    compared.close();
  }

  @Test
  void aShardKeyUnderANewNameStillPlacesRows() {
    compared.write("CREATE TABLE t(a TEXT, b TEXT, n INTEGER, PRIMARY KEY (a, b)), SHARD BY (b)");
    compared.write("INSERT INTO t VALUES ('x', 'p', 1), ('y', 'q', 2), ('z', 'p', 3)");
    compared.write("ALTER TABLE t RENAME COLUMN b TO place");
    compared.write("ALTER TABLE t RENAME TO u");
    compared.write("INSERT INTO u VALUES ('w', 'q', 4)");
    compared.unordered("SELECT * FROM u WHERE place = 'q'");
    compared.unordered("SELECT * FROM u WHERE (place = 'p' AND a = 'x') OR place IN ('q', 'r')");
    compared.write("INSERT INTO u VALUES ('x', 'p', 9)");
  }

  @Test
  void aTableMadeAnewIsEmptyAndCountsFromOne() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    compared.write("INSERT INTO t(a) VALUES (1), (2), (3)");
    compared.write("DROP TABLE t");
    compared.unordered("SELECT * FROM t");
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, b)");
    compared.write("CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, c)");
    compared.write("CREATE TABLE t(id)");
    compared.write("INSERT INTO t(b) VALUES (4)");
    compared.unordered("SELECT * FROM t");
  }

  @Test
  void generatedColumnsAreComputedWhereTheRowIs() {
    compared.write(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b AS (a || id) STORED, c AS (id + 1))");
    compared.write("INSERT INTO t(a) VALUES ('x'), ('y')");
    compared.write("INSERT INTO t VALUES (7, 'z')");
    compared.write("INSERT INTO t(b) VALUES ('z')");
    compared.write("UPDATE t SET a = 'w' WHERE c = 3");
    compared.unordered("SELECT *, c FROM t WHERE b = 'z7'");
  }

  @Test
  void strictTablesRefuseInTheSameWords() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a INT, b TEXT, c ANY) STRICT");
    compared.write("INSERT INTO t VALUES (1, '5', 6, 7.0)");
    compared.write("INSERT INTO t VALUES (2, 'x', 6, 7.0)");
    compared.write("UPDATE t SET a = 1.5 WHERE id = 1");
    compared.write("CREATE TABLE u(a VARCHAR) STRICT");
    compared.unordered("SELECT *, typeof(b), typeof(c) FROM t");
  }

  @Test
  void manyRowsInOneStatementFitWhatANodeTakes() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, c)");
    List<SqlValue> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("INSERT INTO t(a, b, c) VALUES ");
    for (int i = 0; i < 400; i++) {
      sql.append(i == 0 ? "" : ", ").append("(?, ").append(i).append(", ?)");
      values.add(new SqlValue.Text("long ".repeat(9) + i));
      values.add(i % 5 == 0 ? new SqlValue.Real(i) : new SqlValue.Int((1L << 53) + i));
    }
    compared.write(sql.toString(), values.toArray(new SqlValue[0]));
    compared.ordered("SELECT count(*), sum(length(a)), min(c), max(c) FROM t");
    compared.ordered("SELECT id, b, c FROM t WHERE b > 395 ORDER BY id");
  }

  @Test
  void defaultsAreThoseOfTheTable() {
    compared.write(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a DEFAULT 'x', b DEFAULT (1 + 1), c DEFAULT -5,"
            + " d TEXT DEFAULT 7, e DEFAULT (length('abc')), f NOT NULL DEFAULT x'00', g DEFAULT yes)");
    compared.write("INSERT INTO t DEFAULT VALUES");
    compared.write("INSERT INTO t(id, a) VALUES (5, NULL), (NULL, 'y')");
    compared.write("INSERT INTO t(f) VALUES (NULL)");
    compared.unordered("SELECT *, typeof(d) FROM t");
  }

  @Test
  void columnsThatAreAddedAndDroppedAreSoOnAllNodes() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY, a)");
    compared.write("INSERT INTO t(a) VALUES (1), (2), (3), (4), (5)");
    compared.write("ALTER TABLE t ADD COLUMN b TEXT DEFAULT 9");
    compared.write("ALTER TABLE t ADD COLUMN b");
    compared.write("ALTER TABLE t ADD COLUMN n NOT NULL");
    compared.unordered("SELECT * FROM t");
    compared.write("ALTER TABLE t DROP COLUMN a");
    compared.unordered("SELECT * FROM t");
    compared.write("ALTER TABLE t DROP COLUMN id");
    compared.write("ALTER TABLE t DROP COLUMN missing");
  }

  @Test
  void aForeignKeyIsKeptAndNotEnforced() {
    compared.write("CREATE TABLE p(id INTEGER PRIMARY KEY)");
    compared.write("CREATE TABLE c(id INTEGER PRIMARY KEY, p REFERENCES p(id) ON DELETE CASCADE)");
    compared.write("INSERT INTO c VALUES (1, 99), (2, 1)");
    compared.write("DELETE FROM p");
    compared.write("DROP TABLE p");
  }

  @Test
  void anIntegerKeyThatIsNoRowIdIsOne() {
    compared.write("CREATE TABLE t(id INTEGER PRIMARY KEY DESC, a)");
    compared.write("INSERT INTO t(a) VALUES (1), (2)");
    compared.write("INSERT INTO t VALUES (7, 3), (7.0, 4)");
    compared.write("INSERT INTO t VALUES (8, 3)");
    compared.unordered("SELECT rowid, * FROM t WHERE id IS NULL");
    compared.write("CREATE TABLE u(id INT PRIMARY KEY, a)");
    compared.write("INSERT INTO u(a) VALUES (1), (2)");
    compared.unordered("SELECT rowid, * FROM u");
  }
}
