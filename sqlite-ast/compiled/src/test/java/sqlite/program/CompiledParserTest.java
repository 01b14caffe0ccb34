package sqlite.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sqlite.parser.Corpus;
import sqlite.parser.Mutator;
import sqlite.parser.SqlLogicFiles;

/** The programs compiled from the parser do what the parser does on the JVM. */
class CompiledParserTest {

  private static final long SEED = 20_261_125;
  private static final int MUTANTS = 20_000;
  private static final int TIMEOUT_SECONDS = 120;

  @TempDir private Path directory;

  @Test
  void bothProgramsDigestTheCorporaLikeTheJvm() throws IOException, InterruptedException {
    StringBuilder statements = new StringBuilder();
    Corpus.statements().forEach(sql -> statements.append(sql).append(Digest.SEPARATOR));
    Corpus.placement().forEach(sql -> statements.append(sql).append(Digest.SEPARATOR));
    Mutator mutator = new Mutator(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      statements.append(mutator.next()).append(Digest.SEPARATOR);
    }
    SqlLogicFiles.statements().forEach(sql -> statements.append(sql).append(Digest.SEPARATOR));
    String digest = Digest.of(statements.toString());
    assertEquals(List.of(digest, digest), run("digest.mjs", statements.toString()));
  }

  @Test
  void theDeepestStatementsFitTheStackOfV8() throws IOException, InterruptedException {
    List<String> deepest =
        List.of(
            "SELECT " + "abs(".repeat(399) + "1" + ")".repeat(399),
            "SELECT " + "1 - (".repeat(199) + "1 - 1" + ")".repeat(199),
            "SELECT " + "CASE WHEN ".repeat(399) + "1" + " THEN 2 END".repeat(399),
            "SELECT " + "1 IN (".repeat(199) + "1" + ")".repeat(199),
            "SELECT " + "f() OVER (ORDER BY ".repeat(399) + "1" + ")".repeat(399),
            "SELECT a" + " AND a".repeat(999),
            "SELECT * FROM " + "(SELECT * FROM ".repeat(99) + "t" + ")".repeat(99));
    StringBuilder statements = new StringBuilder();
    deepest.forEach(sql -> statements.append(sql).append(Digest.SEPARATOR));
    String count = String.valueOf(deepest.size());
    assertEquals(List.of(count, count), run("deepest.mjs", statements.toString()));
  }

  private List<String> run(String script, String statements)
      throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("ensemble.root"));
    Path file = Files.writeString(directory.resolve("statements"), statements);
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(
                root.resolve("node_modules/.bin/node").toString(),
                root.resolve("sqlite-ast/compiled/src/main/js").resolve(script).toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "did not end in time");
    return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
  }
}
