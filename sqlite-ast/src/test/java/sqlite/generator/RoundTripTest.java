package sqlite.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.parser.Corpus;
import sqlite.parser.SqlParser;
import sqlite.parser.SqliteOracle;

class RoundTripTest {

  private final SqlParser parser = new SqlParser();
  private final SqlGenerator generator = new SqlGenerator();

  @Test
  void theCorpusIsLarge() {
    assertTrue(Corpus.statements().size() >= 300, "" + Corpus.statements().size());
  }

  @Test
  void printedTreesParseToEqualTrees() {
    for (String sql : Corpus.statements()) {
      Statement tree = parser.parseStatement(sql);
      String printed = generator.print(tree);
      assertEquals(tree, parser.parseStatement(printed), () -> sql + "\n" + printed);
      assertEquals(tree.hashCode(), parser.parseStatement(printed).hashCode(), sql);
      assertEquals(printed, generator.print(parser.parseStatement(printed)), sql);
    }
  }

  @Test
  void sqliteCompilesPrintedStatementsToTheSameProgram() throws SQLException {
    List<String> differences = new ArrayList<>();
    try (SqliteOracle oracle = SqliteOracle.withCorpusSchema()) {
      for (String sql : Corpus.statements()) {
        String printed = generator.print(parser.parseStatement(sql));
        Optional<String> error = oracle.error(sql);
        if (error.isPresent()) {
          assertTrue(!SqliteOracle.isSyntaxError(error.get()), () -> sql + ": " + error.get());
          if (!error.equals(oracle.error(printed))) {
            differences.add(sql + "\n" + printed + "\n" + error + oracle.error(printed));
          }
        } else if (!oracle.program(sql).equals(oracle.program(printed))) {
          differences.add(sql + "\n" + printed);
        }
      }
    }
    assertEquals(List.of(), differences, () -> String.join("\n\n", differences));
  }
}
