package sqlite.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.parser.Corpus;
import sqlite.parser.SqlParser;
import sqlite.parser.SqliteOracle;

class RoundTripTest {

  private final SqlParser parser = new SqlParser();
  private final SqlGenerator generator = new SqlGenerator();

  @Test
  void theCorpusIsLargeAndHasNothingTwice() {
    Set<String> different = new HashSet<>(Corpus.statements());
    assertTrue(different.size() >= 1000, "" + different.size());
    assertEquals(Corpus.statements().size(), different.size());
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
  void ensemblesClausesArePrintedOnRequest() {
    SqlGenerator whole = new SqlGenerator(ExprPrinter.NONE, true);
    for (String sql : Corpus.placement()) {
      Statement tree = parser.parseStatement(sql);
      assertEquals(tree, parser.parseStatement(whole.print(tree)), sql);
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
