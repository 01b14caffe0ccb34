package sqllogictest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file of the corpus that is beside the checkout, over four nodes. */
final class SqlLogicTest {
  private static final int NODES = 4;

  /**
   * Entries that cannot be right, by file: those of tables with a UNIQUE that no single node can
   * watch over, and the tables are refused.
   */
  private static final Map<String, Integer> REFUSED = Map.of("in1.test", 124);

  @Test
  void allFilesAreAnsweredAsTheySay() throws IOException {
    Optional<Path> corpus = corpus();
    assumeTrue(corpus.isPresent(), "the sqllogictest corpus is not beside the checkout");
    int right = 0;
    for (Path file : files(corpus.get())) {
      try (Database database = new InProcess(NODES)) {
        Run run = Run.of(Files.readString(file), database);
        int refused = REFUSED.getOrDefault(file.getFileName().toString(), 0);
        List<String> faults =
            Stream.concat(run.wrong().stream(), run.unsupported().stream()).toList();
        assertEquals(refused, faults.size(), () -> file + ":\n" + String.join("\n", faults));
        right += run.right();
      }
    }
    assertTrue(right > 0, "the corpus is empty");
  }

  /** The corpus beside the checkout or further up. */
  private static Optional<Path> corpus() {
    for (Path directory = Path.of("").toAbsolutePath();
        directory != null;
        directory = directory.getParent()) {
      Path corpus = directory.resolve("shared").resolve("data").resolve("sqllogictest");
      if (Files.isDirectory(corpus)) {
        return Optional.of(corpus);
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path corpus) throws IOException {
    try (Stream<Path> files = Files.walk(corpus)) {
      return files.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
  }
}
