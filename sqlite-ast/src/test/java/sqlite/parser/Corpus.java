package sqlite.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The statements of {@code corpus/*.sql}: one a line, lines that begin with two dashes left out.
 */
public final class Corpus {

  private static final List<String> FILES =
      List.of(
          "literals",
          "names",
          "operators",
          "expressions",
          "functions",
          "subqueries",
          "select",
          "clauses",
          "joins",
          "dml",
          "insert",
          "update",
          "delete",
          "limits",
          "ddl",
          "tables",
          "schema_changes",
          "control",
          "upkeep");

  private Corpus() {}

  /** The statements that make the tables that the others use. */
  public static List<String> schema() {
    return read("schema");
  }

  /** All statements but the schema. */
  public static List<String> statements() {
    List<String> statements = new ArrayList<>();
    for (String file : FILES) {
      statements.addAll(read(file));
    }
    return statements;
  }

  /** Statements with Ensemble's own clauses, which SQLite does not take. */
  public static List<String> placement() {
    return read("placement");
  }

  private static List<String> read(String file) {
    String resource = "/corpus/" + file + ".sql";
    try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("--")).toList();
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
