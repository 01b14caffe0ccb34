package ensemble.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteConnection;

/** A real database, loaded by {@code scripts/import}, reads back as from one SQLite. */
@ParameterizedClass(name = "{0}")
@EnumSource(Backend.class)
final class ChinookTest {
  private static final long ROWS = 15_607;
  private static final long TRACKS = 3_503;

  private final RunningWorker worker;

  ChinookTest(Backend backend) {
    this.worker = RunningWorker.shared(backend);
  }

  @Test
  void everyTableReadsBackEqual() throws Exception {
    Path dump = RunningWorker.root().resolve("../shared/data/chinook/Chinook_Sqlite.sql");
    assumeTrue(Files.exists(dump), "the Chinook dump is not beside the checkout");
    load(dump);
    Api api = worker.api();
    long rows = 0;
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      execute(sqlite, Files.readString(dump));
      for (String table : tables(sqlite)) {
        String query = "SELECT * FROM \"" + table + "\" ORDER BY 1, 2";
        List<String> expected = rows(sqlite, query);
        rows += expected.size();
        assertEquals(
            "[" + String.join(",", expected) + "]", api.run("chinook", query).rows(), table);
      }
    }
    assertEquals(ROWS, rows);
    assertSpread(tracksByNode());
  }

  /** No node holds more than two fifths of a table that four could share. */
  private static void assertSpread(List<Long> rowsByNode) {
    long all = rowsByNode.stream().mapToLong(Long::longValue).sum();
    assertEquals(TRACKS, all);
    assertEquals(4, rowsByNode.size());
    for (long rows : rowsByNode) {
      assertTrue(rows * 5 <= all * 2, "spread as " + rowsByNode);
    }
  }

  private List<Long> tracksByNode() throws IOException, SQLException {
    List<Long> counts = new ArrayList<>();
    for (Path file : worker.nodeFiles()) {
      try (Connection node = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro")) {
        if (tables(node).contains("Track")) {
          counts.add(
              Long.parseLong(
                  rows(node, "SELECT count(*) FROM Track").get(0).replaceAll("\\D", "")));
        }
      }
    }
    return counts;
  }

  private void load(Path dump) throws IOException, InterruptedException {
    Process load =
        new ProcessBuilder(
                RunningWorker.root().resolve("scripts/import").toString(),
                dump.toString(),
                "--url",
                worker.origin().toString(),
                "--db",
                "chinook",
                "--token",
                RunningWorker.TOKEN,
                "--nodes",
                "4")
            .redirectErrorStream(true)
            .start();
    String output = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, load.waitFor(), output);
    assertTrue(output.contains("15,607 rows"), output);
  }

  private static void execute(Connection sqlite, String script) throws SQLException {
    // The whole script at once: the driver would run its first statement alone.
    ((SQLiteConnection) sqlite).getDatabase()._exec(script);
  }

  private static List<String> tables(Connection sqlite) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = sqlite.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    }
    return names;
  }

  /** Rows as JSON arrays. The dump holds no BLOBs, and no numbers that JSON could not hold. */
  private static List<String> rows(Connection sqlite, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = sqlite.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          Object value = found.getObject(i);
          values.add(value instanceof String text ? Api.quoted(text) : String.valueOf(value));
        }
        rows.add("[" + String.join(",", values) + "]");
      }
    }
    return rows;
  }
}
