package sqllogictest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RunTest {
  @Test
  void recordsAreForSomeDatabasesOrForAll() {
    assertEquals(
        List.of(
            new Entry.HashThreshold(1, 8),
            new Entry.Statement(5, true, "SELECT 1"),
            new Entry.Statement(12, false, "SELECT\n2"),
            new Entry.Query(16, "IT", Entry.Sort.ROWSORT, "x", "SELECT 1, 'a'", List.of("1", "a"))),
        TestFile.read(
            """
            hash-threshold 8

            # for one
            onlyif sqlite  # this one
            statement ok
            SELECT 1

            skipif sqlite
            halt

            onlyif sqlite
            statement error
            SELECT
            2

            query IT rowsort x
            SELECT 1, 'a'
            ----
            1
            a
            """));
  }

  @Test
  void valuesArePrintedByTheTypesOfTheColumns() {
    right("SELECT 1.9, '12x', NULL, 'true'", "IIII", "nosort", "1", "12", "NULL", "0");
    right(
        "SELECT 1, 2.0005, '1.5x', 1e300*0", "RRRR", "nosort", "1.000", "2.001", "1.500", "0.000");
    right("SELECT '', char(10) || 'é', x'41', 2.0", "TTTT", "nosort", "(empty)", "@@@", "A", "2.0");
  }

  @Test
  void resultsAreSortedByRowsOrValues() {
    right("VALUES (10, 1), (9, 3)", "II", "nosort", "10", "1", "9", "3");
    right("VALUES (9, 3), (10, 1)", "II", "rowsort", "10", "1", "9", "3");
    right("VALUES (9, 3), (10, 1)", "II", "valuesort", "1", "10", "3", "9");
  }

  @Test
  void manyValuesAreComparedByTheirHash() {
    right("VALUES (1), (2)", "I", "nosort", "2 values hashing to 6ddb4095eb719e2a9f0a3f95677d24e0");
    assertEquals(
        "2 values hashing to 6ddb4095eb719e2a9f0a3f95677d24e0", Printed.hash(List.of("1", "2")));
  }

  @Test
  void whatIsNotAsTheFileSaysIsWrong() {
    String text =
        """
        statement ok
        SELEC

        statement error
        SELECT 1

        query I nosort
        SELECT 1
        ----
        2

        query II nosort
        SELECT 1
        ----
        1

        query I nosort same
        SELECT 1
        ----
        1

        query I nosort same
        SELECT 2
        ----
        2

        statement ok
        EXPLAIN SELECT 1

        halt

        statement error
        SELECT 1
        """;
    Run run = run(text);
    assertEquals(1, run.right());
    assertEquals(5, run.wrong().size(), () -> run.wrong().toString());
    assertEquals(1, run.unsupported().size());
  }

  private static void right(String sql, String types, String sort, String... values) {
    String text =
        "query " + types + " " + sort + "\n" + sql + "\n----\n" + String.join("\n", values) + "\n";
    Run run = run(text);
    assertEquals(List.of(), run.wrong());
    assertEquals(1, run.right());
  }

  private static Run run(String text) {
    try (Database database = new InProcess(2)) {
      return Run.of(text, database);
    }
  }
}
