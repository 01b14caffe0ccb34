package sqlite.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.parser.Corpus;
import sqlite.parser.SharedData;
import sqlite.parser.SqlParser;

class StatementSplitterTest {

  private static List<ScriptStatement> split(String script, int pieceLength) {
    StatementSplitter splitter = new StatementSplitter();
    List<ScriptStatement> statements = new ArrayList<>();
    for (int i = 0; i < script.length(); i += pieceLength) {
      int end = Math.min(script.length(), i + pieceLength);
      statements.addAll(splitter.add(script.substring(i, end)));
    }
    splitter.finish().ifPresent(statements::add);
    return statements;
  }

  private static List<String> texts(String script) {
    return split(script, script.length() + 1).stream().map(ScriptStatement::text).toList();
  }

  @Test
  void semicolonsInQuotesAndCommentsEndNothing() {
    assertEquals(
        List.of("SELECT ';', \";\", `;`, [;], 'it'';s'", "SELECT 1 /* ; */ -- ;\n+ 2", "-1", "/"),
        texts(
            "SELECT ';', \";\", `;`, [;], 'it'';s';SELECT 1 /* ; */ -- ;\n+ 2;"
                + "-- ; nothing\n /* ; * ; ** ; */;;-1;/;"));
    assertEquals(List.of("SELECT 'never closed;"), texts("SELECT 'never closed;"));
    assertEquals(List.of(), texts(" \n-- nothing; at all\n;/* ; "));
  }

  @Test
  void triggersEndWithTheSemicolonAfterEnd() {
    String body = "AFTER INSERT ON t BEGIN SELECT 1; SELECT CASE WHEN 1 THEN 2 END; END";
    for (String beginning :
        List.of(
            "CREATE TRIGGER r ",
            "create Temp trigger r ",
            "CREATE /* ; */ TEMPORARY TRIGGER r ",
            "EXPLAIN CREATE TRIGGER r ",
            "EXPLAIN QUERY PLAN CREATE TRIGGER r ")) {
      assertEquals(
          List.of(beginning + body, "SELECT 3"),
          texts(beginning + body + "; SELECT 3;"),
          beginning);
    }
    assertEquals(
        List.of("CREATE TABLE trigger(a)", "SELECT 1", "END"),
        texts("CREATE TABLE trigger(a); SELECT 1; END;"));
  }

  @Test
  void placesAreKept() {
    List<ScriptStatement> statements = split("-- one\n\n SELECT 1;\n\tSELECT\n2", 3);
    assertEquals(
        List.of(new ScriptStatement("SELECT 1", 9, 3), new ScriptStatement("SELECT\n2", 20, 4)),
        statements);
  }

  @Test
  void theCorpusIsSplitAsTheParserSplitsItHoweverItComes() {
    Random random = new Random(7);
    StringBuilder script = new StringBuilder();
    for (String sql : Corpus.statements()) {
      if (!sql.contains("never closed")) {
        script
            .append(sql)
            .append(sql.contains("--") ? "\n;" : random.nextBoolean() ? ";" : "\n;; ");
      }
    }
    assertSplitsLikeTheParser(script.toString(), 1, 7, 64, 4096);
  }

  @Test
  void theChinookDumpIsSplitAsTheParserSplitsIt() throws IOException {
    Optional<Path> file = SharedData.find("chinook/Chinook_Sqlite.sql");
    assumeTrue(file.isPresent(), "the Chinook dump is not beside the checkout");
    assertSplitsLikeTheParser(Files.readString(file.get()), 1000, 65_536);
  }

  private static void assertSplitsLikeTheParser(String script, int... pieceLengths) {
    List<Statement> parsed = new SqlParser().parseScript(script);
    for (int pieceLength : pieceLengths) {
      List<ScriptStatement> statements = split(script, pieceLength);
      assertEquals(parsed.size(), statements.size());
      for (int i = 0; i < parsed.size(); i++) {
        ScriptStatement statement = statements.get(i);
        assertEquals(parsed.get(i).span().start(), statement.offset());
        // A comment before the semicolon belongs to the text, and to no node.
        assertTrue(statement.text().startsWith(parsed.get(i).span().textIn(script)));
        assertEquals(parsed.get(i), new SqlParser().parseStatement(statement.text()));
        assertEquals(parsed.get(i).span().positionIn(script).line(), statement.line());
      }
    }
  }
}
