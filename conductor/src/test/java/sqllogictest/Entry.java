package sqllogictest;

import java.util.List;

/** A part of a test file that means something for SQLite. */
sealed interface Entry {
  /** The line that it begins on. */
  int line();

  /** A statement that must go well, or must fail. */
  record Statement(int line, boolean ok, String sql) implements Entry {}

  /**
   * A query.
   *
   * @param types of each column how it is printed: T, I or R
   * @param label of queries whose results must be equal, or empty
   * @param expected the values, or one line with their number and hash
   */
  record Query(int line, String types, Sort sort, String label, String sql, List<String> expected)
      implements Entry {
    public Query {
      expected = List.copyOf(expected);
    }
  }

  /** Results with more values are compared by their hash; 0 for none. */
  record HashThreshold(int line, int values) implements Entry {}

  /** The rest of the file is not for SQLite. */
  record Halt(int line) implements Entry {}

  /** What is done to the values of a result before they are compared. */
  enum Sort {
    NOSORT,
    ROWSORT,
    VALUESORT
  }
}
