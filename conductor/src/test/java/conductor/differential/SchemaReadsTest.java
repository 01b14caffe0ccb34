package conductor.differential;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tells of the schema tells of the user's, once, over four nodes and on one. */
final class SchemaReadsTest {
  private final Compared compared = new Compared();

  @BeforeEach
  void create() {
    compared.write(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE NOT NULL DEFAULT 'x', b,"
            + " g AS (b + 1), FOREIGN KEY(b) REFERENCES u(k))");
    compared.write("CREATE TABLE u(k TEXT, j INT, n, PRIMARY KEY(k, j)) WITHOUT ROWID");
    compared.write("CREATE INDEX i ON t(a DESC, b COLLATE RTRIM) WHERE b > 1");
    compared.write("CREATE VIEW v AS SELECT id, n FROM t, u");
    compared.write("CREATE TRIGGER r BEFORE INSERT ON t WHEN new.b < 0 BEGIN SELECT 1; END");
    compared.write("INSERT INTO t(id, a, b) VALUES (1, 't', 1), (2, 'u', 5), (3, 'i', 3)");
    compared.write("INSERT INTO u VALUES ('a', 1, 't'), ('b', 2, 'v')");
  }

  @AfterEach
  void close() {
    compared.close();
  }

  @Test
  void theTableOfTheSchemaIsTheUsers() {
    String columns = "SELECT type, name, tbl_name, sql FROM ";
    compared.unordered(columns + "sqlite_schema");
    compared.ordered(columns + "main.sqlite_master WHERE type = 'table' ORDER BY name DESC");
    compared.ordered("SELECT count(*) FROM sqlite_schema");
    compared.unordered("SELECT name FROM sqlite_schema WHERE name IN (SELECT a FROM t)");
    compared.unordered("SELECT t.a, m.type FROM t LEFT JOIN sqlite_schema m ON m.name = t.a");
    compared.unordered("SELECT m.type, v.* FROM v JOIN sqlite_schema m ON m.name = v.n");
    compared.unordered("SELECT * FROM sqlite_temp_schema");
    compared.write("CREATE TEMP VIEW tv(x)  AS SELECT 1");
    compared.unordered(columns + "sqlite_temp_schema");
    compared.write("CREATE VIEW names AS SELECT name FROM sqlite_schema WHERE sql IS NOT NULL");
    compared.unordered("SELECT * FROM names");
    compared.unordered("SELECT * FROM names JOIN t ON t.a = name");
  }

  @Test
  void pragmasAnswerForTheWholeDatabase() {
    for (String pragma :
        new String[] {
          "table_info(t)",
          "table_info = \"T\"",
          "main.table_info('u')",
          "table_info(v)",
          "table_info(missing)",
          "table_xinfo(t)",
          "index_list(t)",
          "index_list(u)",
          "index_info(i)",
          "index_xinfo(i)",
          "index_info(missing)",
          "foreign_key_list(t)",
          "database_list",
          "collation_list",
          "user_version",
          "application_id",
          "foreign_keys",
          "recursive_triggers",
          "encoding",
        }) {
      compared.unordered("PRAGMA " + pragma);
    }
    compared.unordered("PRAGMA table_list");
    compared.unordered("PRAGMA table_list(t)");
  }

  @Test
  void pragmasAreTablesBesideOthers() {
    compared.unordered("SELECT * FROM pragma_table_info('t')");
    compared.unordered("SELECT name, type FROM pragma_table_info WHERE arg = 't'");
    compared.unordered(
        "SELECT m.name, c.name, c.pk FROM sqlite_schema m, pragma_table_info(m.name) c"
            + " WHERE m.type = 'table'");
    compared.unordered("SELECT t.id, c.name FROM t, pragma_table_info(t.a) AS c");
    compared.unordered("SELECT (SELECT count(*) FROM pragma_index_list('t')), id FROM t");
    compared.unordered("SELECT name FROM pragma_table_list WHERE schema = 'main'");
    compared.unordered("SELECT * FROM pragma_table_info('_ens_meta')");
  }

  @Test
  void pragmasThatChangeOrLookIntoANodeAreRefused() {
    compared.refused("PRAGMA user_version with a value", "PRAGMA user_version = 7");
    compared.refused("PRAGMA page_count", "PRAGMA page_count");
    compared.refused("pragma_page_count", "SELECT * FROM pragma_page_count");
    compared.refused("pragma_page_count", "SELECT * FROM pragma_page_count()");
    compared.refused(
        "pragma_table_info",
        "DELETE FROM t WHERE a IN (SELECT name FROM" + " pragma_table_info('t'))");
    compared.refused("EXPLAIN without QUERY PLAN", "EXPLAIN SELECT 1");
  }
}
