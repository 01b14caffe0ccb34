package sqlite.parser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sqllogictest files beside the checkout. */
public final class SqlLogicFiles {

  private SqlLogicFiles() {}

  /** All statements of all files, none if there are no files. */
  public static List<String> statements() throws IOException {
    List<String> statements = new ArrayList<>();
    for (Path file : files()) {
      statements.addAll(statementsOf(file));
    }
    return statements;
  }

  /** The files in the order of their names, none if the folder is not there. */
  static List<Path> files() throws IOException {
    Path folder = SharedData.find("sqllogictest").orElse(null);
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".test")).sorted().toList();
    }
  }

  /** What stands between a line "statement" or "query" and the blank line or the dashes after. */
  static List<String> statementsOf(Path path) throws IOException {
    String file = Files.readString(path);
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    boolean inside = false;
    for (String line : (file + "\n\n").lines().toList()) {
      if (inside && (line.isBlank() || line.equals("----"))) {
        statements.add(statement.toString());
        statement.setLength(0);
        inside = false;
      } else if (inside) {
        statement.append(statement.isEmpty() ? "" : "\n").append(line);
      } else {
        inside = line.startsWith("statement ") || line.startsWith("query ");
      }
    }
    return statements;
  }
}
