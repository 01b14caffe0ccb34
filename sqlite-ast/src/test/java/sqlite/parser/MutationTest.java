package sqlite.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sqlite.ast.Statement;
import sqlite.generator.SqlGenerator;
import sqlite.token.TokenType;
import sqlite.token.Tokenizer;

/**
 * Statements of the corpus made wrong: the parser accepts what SQLite's grammar accepts, and
 * refuses what it refuses. {@code -Densemble.seed=N} replays a seed, {@code -Densemble.mutants=N}
 * sets how many are tried, {@code -Densemble.seconds=N} for how long.
 */
class MutationTest {

  private static final long SEED = Long.getLong("ensemble.seed", new Random().nextInt(1_000_000));
  private static final int COUNT = Integer.getInteger("ensemble.mutants", 100_000);
  private static final int SECONDS = Integer.getInteger("ensemble.seconds", 0);
  private static final double SAME_WORDING = 0.97;

  private final SqlParser parser = new SqlParser();
  private final SqlGenerator generator = new SqlGenerator();
  private final List<String> differences = new ArrayList<>();
  private int mutants;
  private int refused;
  private int sameMessage;

  @Test
  void mutantsAreAcceptedAndRefusedAsSqliteDoes() throws SQLException {
    Mutator mutator = new Mutator(SEED);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    try (SqliteOracle oracle = SqliteOracle.withCorpusSchema()) {
      while (SECONDS > 0 ? System.nanoTime() < end : mutants < COUNT) {
        compare(mutator.next(), oracle);
        mutants++;
      }
    }
    String counts =
        mutants + " mutants, " + refused + " refused, " + sameMessage + " in one wording";
    System.out.println("mutation seed " + SEED + ": " + counts);
    assertTrue(differences.isEmpty(), () -> "seed " + SEED + "\n" + String.join("\n", differences));
    assertTrue(sameMessage >= refused * SAME_WORDING, counts);
  }

  private void compare(String sql, SqliteOracle oracle) {
    if (beginsWithoutStatement(sql)) {
      return;
    }
    Optional<String> theirs = oracle.error(sql);
    Optional<String> ours = Optional.empty();
    try {
      Statement tree = new StatementReader(sql).next().orElseThrow();
      assertEquals(tree, parser.parseStatement(generator.print(tree)), sql);
    } catch (SqlSyntaxException e) {
      if (e.reason() != SqlSyntaxException.Reason.SYNTAX) {
        // The driver's SQLite is built with other limits.
        return;
      }
      ours = Optional.of(String.valueOf(e.getMessage()));
    }
    boolean agreed =
        ours.isPresent()
            ? ours.equals(theirs) || theyRefuseToo(sql, ours.get(), theirs, oracle)
            : !isSyntaxError(theirs);
    if (!agreed) {
      differences.add(sql + "\n  SQLite " + theirs + "\n  ours " + ours);
    } else if (ours.isPresent()) {
      refused++;
      sameMessage += ours.equals(theirs) ? 1 : 0;
    }
  }

  /** The driver chokes on such a text. */
  private static boolean beginsWithoutStatement(String sql) {
    TokenType first = new Tokenizer(sql).next();
    return first == TokenType.SEMICOLON || first == TokenType.END_OF_INPUT;
  }

  private static boolean isSyntaxError(Optional<String> message) {
    return message.filter(SqliteOracle::isSyntaxError).isPresent();
  }

  /**
   * SQLite may find a wrong name before it comes to the wrong syntax. It finds most wrong names
   * only when the grammar has taken all of the text, and then a bad character after the text is
   * found before them. Errors of the grammar that are about no single token are all alike.
   */
  private static boolean theyRefuseToo(
      String sql, String ours, Optional<String> theirs, SqliteOracle oracle) {
    if (theirs.isEmpty() || isSyntaxError(theirs)) {
      return theirs.isPresent();
    }
    boolean aboutToken =
        ours.startsWith("near ") || ours.equals("incomplete input") || ours.startsWith("unrec");
    // These two SQLite finds before it knows that the text goes on.
    boolean inTheMidst =
        theirs.get().contains(" columns assigned ")
            || theirs.get().startsWith("qualified table names are not allowed");
    return !aboutToken
        || inTheMidst
        || sql.indexOf(';') >= 0
        || oracle.error(sql + "\n!").equals(theirs);
  }
}
