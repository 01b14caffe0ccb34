package sqlite.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.parser.SharedData;
import sqlite.parser.SqlParser;

/** The Chinook dump, read beside the checkout: printed again it makes the same database. */
final class ChinookTest {
  @Test
  void thePrintedDumpMakesTheSameDatabase() throws IOException, SQLException {
    Optional<Path> file = SharedData.find("chinook/Chinook_Sqlite.sql");
    assumeTrue(file.isPresent(), "the Chinook dump is not beside the checkout");
    String dump = Files.readString(file.get());
    List<Statement> statements = new SqlParser().parseScript(dump);
    SqlGenerator generator = new SqlGenerator();
    try (Connection original = DriverManager.getConnection("jdbc:sqlite::memory:");
        Connection printed = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      try (java.sql.Statement whole = original.createStatement()) {
        whole.executeUpdate(dump);
      }
      for (Statement statement : statements) {
        try (java.sql.Statement one = printed.createStatement()) {
          one.execute(generator.print(statement));
        }
      }
      int rows = 0;
      for (String table : column(original, "SELECT name FROM sqlite_master WHERE type='table'")) {
        String all = "SELECT json_array(" + columns(original, table) + ") FROM \"" + table + "\"";
        List<String> expected = column(original, all);
        assertEquals(expected, column(printed, all), table);
        rows += expected.size();
      }
      assertEquals(15_607, rows);
    }
  }

  private static String columns(Connection database, String table) throws SQLException {
    String names =
        "SELECT group_concat('quote(\"' || name || '\")') FROM pragma_table_info('" + table + "')";
    return column(database, names).get(0);
  }

  private static List<String> column(Connection database, String sql) throws SQLException {
    try (java.sql.Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
