package sqlite.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.generator.SqlGenerator;

/**
 * The statements of the sqllogictest files beside the checkout: accepted and refused as by SQLite,
 * and compiled to the same program when printed.
 *
 * @see <a href="https://sqlite.org/sqllogictest/doc/trunk/about.wiki">sqllogictest</a>
 */
class SqlLogicTest {

  private final SqlParser parser = new SqlParser();
  private final SqlGenerator generator = new SqlGenerator();
  private final List<String> differences = new ArrayList<>();
  private int compared;

  @Test
  void itsStatementsMeanTheSameToSqliteAndHere() throws IOException, SQLException {
    assumeTrue(
        SharedData.find("sqllogictest").isPresent(),
        "the sqllogictest files are not beside the checkout");
    for (Path file : SqlLogicFiles.files()) {
      try (SqliteOracle oracle = SqliteOracle.empty()) {
        for (String sql : SqlLogicFiles.statementsOf(file)) {
          compareEach(sql, oracle);
        }
      }
    }
    assertEquals(List.of(), differences, () -> String.join("\n", differences));
    System.out.println(compared + " statements of sqllogictest compared");
    assertTrue(compared > 5_000, "only " + compared + " statements");
  }

  private void compareEach(String sql, SqliteOracle oracle) throws SQLException {
    try {
      for (Statement statement : parser.parseScript(sql)) {
        compare(statement.span().textIn(sql), oracle);
      }
    } catch (SqlSyntaxException e) {
      compare(sql, oracle);
    }
  }

  private void compare(String sql, SqliteOracle oracle) throws SQLException {
    compared++;
    Optional<String> theirs = oracle.error(sql);
    try {
      Statement tree = parser.parseStatement(sql);
      String printed = generator.print(tree);
      assertEquals(tree, parser.parseStatement(printed), sql);
      if (theirs.isPresent()
          ? SqliteOracle.isSyntaxError(theirs.get()) || !theirs.equals(oracle.error(printed))
          : !oracle.program(sql).equals(oracle.program(printed))) {
        differences.add(sql + "\n" + printed + "\n" + theirs);
      }
    } catch (SqlSyntaxException e) {
      if (!theirs.equals(Optional.of(String.valueOf(e.getMessage())))) {
        differences.add(sql + "\n  SQLite " + theirs + "\n  ours " + e.getMessage());
      }
    }
    if (theirs.isEmpty()) {
      oracle.tryToExecute(sql);
    }
  }
}
