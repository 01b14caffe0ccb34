package sqlite.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.generator.SqlGenerator;
import sqlite.parser.SqlParser;
import sqlite.parser.SqliteOracle;

/** The statements that are measured are parsed faithfully: speed alone would be easy. */
class TypicalStatementsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("ensemble.root"), "scripts", "lib", "bench", "parser");

  private static final Pattern BLANK_LINES = Pattern.compile("\n{2,}");

  @Test
  void sqliteCompilesThemPrintedToTheSameProgram() throws IOException, SQLException {
    int count = 0;
    try (SqliteOracle oracle = SqliteOracle.empty()) {
      for (String table : Files.readAllLines(FOLDER.resolve("schema.sql"))) {
        if (!table.startsWith("--")) {
          oracle.execute(table);
        }
      }
      String text = Files.readString(FOLDER.resolve("statements.sql"));
      for (String block : BLANK_LINES.splitAsStream(text).toList()) {
        if (!block.startsWith("--")) {
          compare(block.strip(), oracle);
          count++;
        }
      }
    }
    assertEquals(50, count);
  }

  private static void compare(String sql, SqliteOracle oracle) throws SQLException {
    assertEquals(Optional.empty(), oracle.error(sql), sql);
    Statement tree = new SqlParser().parseStatement(sql);
    String printed = new SqlGenerator().print(tree);
    assertEquals(tree, new SqlParser().parseStatement(printed), sql);
    assertEquals(oracle.program(sql), oracle.program(printed), sql);
  }
}
