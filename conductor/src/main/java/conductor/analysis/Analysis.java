package conductor.analysis;

import conductor.semantics.Catalog;
import java.util.List;
import java.util.Set;
import sqlite.ast.Statement;

/**
 * The tables that a statement reads, through views too, and what is known of the rows that it
 * needs.
 *
 * @param uses the places in FROM clauses where a table stands; the target of a write is none
 * @param blurred the folded names of tables that are read elsewhere too, by {@code IN table}, or
 *     that share their name with a common table
 */
public record Analysis(List<TableUse> uses, Set<String> blurred) {
  public Analysis {
    uses = List.copyOf(uses);
    blurred = Set.copyOf(blurred);
  }

  /** Analyzes a statement. */
  public static Analysis of(Statement statement, Catalog catalog) {
    return new Analyzer(catalog).analyze(statement);
  }
}
