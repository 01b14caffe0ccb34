package sqllogictest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs test files and prints what came of each.
 *
 * <pre>
 *   FILE... [--url URL] [--token TOKEN] [--nodes N]
 * </pre>
 *
 * Without a URL they run over a cluster within this process. It ends with 1 when an entry was wrong
 * or not supported.
 */
public final class Main {
  /** Faults of one file that are printed. */
  private static final int SHOWN = 10;

  private final List<Path> files = new ArrayList<>();
  private String url = "";
  private String token = System.getenv().getOrDefault("ENSEMBLE_TOKEN", "");
  private int nodes = 4;

  private Main() {}

  /** Runs what the arguments say. */
  public static void main(String[] arguments) throws IOException {
    Main main = new Main();
    main.read(arguments);
    System.exit(main.run() ? 0 : 1);
  }

  private void read(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--url" -> url = arguments[++i];
        case "--token" -> token = arguments[++i];
        case "--nodes" -> nodes = Integer.parseInt(arguments[++i]);
        default -> files.add(Path.of(arguments[i]));
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("FILE... [--url URL] [--token TOKEN] [--nodes N]");
    }
  }

  private boolean run() throws IOException {
    boolean allRight = true;
    for (Path file : files) {
      long start = System.nanoTime();
      Run run;
      try (Database database = database()) {
        run = Run.of(Files.readString(file), database);
      }
      System.out.println(
          file
              + ": "
              + run.right()
              + " right, "
              + run.wrong().size()
              + " wrong, "
              + run.unsupported().size()
              + " unsupported, "
              + (System.nanoTime() - start) / 1_000_000
              + " ms");
      run.wrong().stream().limit(SHOWN).forEach(line -> System.out.println("  " + line));
      run.unsupported().stream().limit(SHOWN).forEach(line -> System.out.println("  " + line));
      allRight &= run.wrong().isEmpty() && run.unsupported().isEmpty();
    }
    return allRight;
  }

  private Database database() {
    return url.isEmpty() ? new InProcess(nodes) : new OverHttp(url, token, nodes);
  }
}
