package conductor.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import sqlite.parser.SqlParser;
import sqlite.value.SqlValue;

/** Expressions that the evaluator must compute, compared with SQLite one by one. */
final class Cases {
  static final List<SqlValue> ROW =
      List.of(
          new SqlValue.Int(1),
          new SqlValue.Real(1.5),
          new SqlValue.Int(7),
          new SqlValue.Text("1"),
          new SqlValue.Blob(new byte[] {'1'}),
          new SqlValue.Text("Abc"),
          new SqlValue.Text("abc  "),
          new SqlValue.Text("aBC"),
          new SqlValue.Text("ABC"));

  private Cases() {}

  /** Compares the values, or the errors, of expressions over {@link #ROW} with SQLite's. */
  static void assertAsSqlite(String... expressions) throws SQLException {
    try (Oracle oracle = new Oracle()) {
      Bound values = new Bound(List.of(), oracle.fill(ROW));
      for (String sql : expressions) {
        Computation computation =
            Evaluator.compile(new SqlParser().parseExpression(sql), oracle).orElseThrow();
        assertTrue(
            Outcome.agree(oracle.outcome(sql, List.of()), Outcome.of(computation, values)),
            () ->
                sql
                    + " is "
                    + oracle.outcome(sql, List.of())
                    + ", not "
                    + Outcome.of(computation, values));
        assertTrue(
            Outcome.agree(
                oracle.condition(sql, List.of()), Outcome.ofCondition(computation, values)),
            () -> "WHEN " + sql);
      }
    }
  }
}
