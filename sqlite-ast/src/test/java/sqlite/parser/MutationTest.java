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
import sqlite.token.Token;
import sqlite.token.TokenType;
import sqlite.token.Tokenizer;

/**
 * Statements of the corpus with a few tokens dropped, doubled, swapped or replaced: the parser
 * accepts what SQLite's grammar accepts, and refuses what it refuses. {@code -Densemble.seed=N}
 * replays a seed, {@code -Densemble.mutants=N} sets how many are tried.
 */
class MutationTest {

  private static final long SEED = Long.getLong("ensemble.seed", new Random().nextInt(1_000_000));
  private static final int COUNT = Integer.getInteger("ensemble.mutants", 6_000);

  private final SqlParser parser = new SqlParser();
  private final SqlGenerator generator = new SqlGenerator();
  private final Random random = new Random(SEED);
  private final List<List<String>> corpus = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  MutationTest() {
    for (String sql : Corpus.statements()) {
      List<String> tokens = new ArrayList<>();
      for (Token token : Tokenizer.tokenize(sql)) {
        if (token.type() != TokenType.END_OF_INPUT) {
          tokens.add(token.span().textIn(sql));
        }
      }
      corpus.add(tokens);
      words.addAll(tokens);
    }
    for (TokenType type : TokenType.values()) {
      if (type.isKeyword()) {
        words.add(type.name());
      }
    }
  }

  @Test
  void mutantsAreAcceptedAndRefusedAsSqliteDoes() throws SQLException {
    List<String> differences = new ArrayList<>();
    int sameMessage = 0;
    int refused = 0;
    try (SqliteOracle oracle = SqliteOracle.withCorpusSchema()) {
      for (int i = 0; i < COUNT; i++) {
        String sql = mutant();
        Optional<String> theirs = oracle.error(sql);
        boolean syntaxError = theirs.filter(SqliteOracle::isSyntaxError).isPresent();
        Optional<String> ours = ourError(sql);
        if (ours.isEmpty() ? syntaxError : theirs.isEmpty()) {
          differences.add(sql + "\n  SQLite " + theirs + "\n  ours " + ours);
        } else if (ours.isPresent()) {
          // SQLite may have found a wrong name before it came to the wrong syntax.
          refused++;
          sameMessage += ours.equals(theirs) ? 1 : 0;
        }
      }
    }
    System.out.println(
        "mutation seed "
            + SEED
            + ": "
            + COUNT
            + " mutants, "
            + refused
            + " refused, "
            + sameMessage
            + " in one wording");
    assertTrue(differences.isEmpty(), () -> "seed " + SEED + "\n" + join(differences));
    assertTrue(sameMessage >= refused * 0.97, "wording differs: " + sameMessage + "/" + refused);
  }

  private static String join(List<String> differences) {
    return differences.size() + "\n" + String.join("\n", differences);
  }

  private Optional<String> ourError(String sql) {
    try {
      Statement tree = new StatementReader(sql).next().orElseThrow();
      assertEquals(tree, parser.parseStatement(generator.print(tree)), sql);
      return Optional.empty();
    } catch (SqlSyntaxException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private String mutant() {
    List<String> tokens = new ArrayList<>(corpus.get(random.nextInt(corpus.size())));
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes && !tokens.isEmpty(); i++) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
        case 2 -> tokens.set(at, words.get(random.nextInt(words.size())));
        case 3 -> tokens.add(at, words.get(random.nextInt(words.size())));
        default -> tokens.set(at, tokens.set(random.nextInt(tokens.size()), tokens.get(at)));
      }
    }
    // The driver chokes on a text without a statement.
    tokens.removeIf(token -> token.equals(";") && tokens.indexOf(";") == 0);
    return tokens.isEmpty() ? "SELECT" : String.join(" ", tokens);
  }
}
