package conductor.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sqlite.parser.SqlParser;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;

/** Random expressions over random values: the evaluator gives what SQLite gives, or declines. */
final class EvaluatorRandomTest {
  private static final int EXPRESSIONS = Integer.getInteger("ensemble.expressions", 3_000);
  private static final int EXPRESSIONS_PER_ROW = 20;
  private static final double MOST_DECLINED = 0.02;

  private static long seed() {
    Long given = Long.getLong("ensemble.seed");
    return given == null ? System.nanoTime() : given;
  }

  @Test
  void expressionsGiveWhatSqliteGives() throws SQLException {
    long seed = seed();
    RandomExpressions random = new RandomExpressions(seed);
    int declined = 0;
    List<String> wrong = new ArrayList<>();
    try (Oracle oracle = new Oracle()) {
      Bound values = Bound.NOTHING;
      for (int i = 0; i < EXPRESSIONS; i++) {
        if (i % EXPRESSIONS_PER_ROW == 0) {
          List<SqlValue> row = oracle.fill(random.values(Oracle.COLUMNS.size()));
          values = new Bound(random.values(RandomExpressions.PARAMETERS), row);
        }
        String sql = random.expression(1 + i % 5);
        Optional<Computation> computation =
            Evaluator.compile(new SqlParser().parseExpression(sql), oracle);
        if (computation.isEmpty()) {
          declined++;
          continue;
        }
        compare(oracle, sql, computation.get(), values, wrong);
      }
    }
    assertTrue(
        wrong.isEmpty(),
        () -> "seed " + seed + ", " + wrong.size() + " wrong:\n" + String.join("\n", wrong));
    assertTrue(
        declined <= EXPRESSIONS * MOST_DECLINED,
        "seed " + seed + ": declined " + declined + " of " + EXPRESSIONS);
  }

  private static void compare(
      Oracle oracle, String sql, Computation computation, Bound values, List<String> wrong) {
    Outcome expected = oracle.outcome(sql, values.parameters());
    Outcome actual = Outcome.of(computation, values);
    if (!Outcome.agree(expected, actual)) {
      wrong.add(sql + "\n  with " + values + "\n  is " + expected + "\n  not " + actual);
    }
    Outcome condition = oracle.condition(sql, values.parameters());
    Outcome test = Outcome.ofCondition(computation, values);
    if (!Outcome.agree(condition, test)) {
      wrong.add("WHEN " + sql + "\n  with " + values + "\n  is " + condition + "\n  not " + test);
    }
  }

  @Test
  void roundingGivesWhatSqliteGives() throws SQLException {
    long seed = seed();
    RandomExpressions random = new RandomExpressions(seed);
    try (Oracle oracle = new Oracle()) {
      oracle.fill(random.values(Oracle.COLUMNS.size()));
      Computation round =
          Evaluator.compile(new SqlParser().parseExpression("round(?1, ?2)"), Scope.CONSTANT)
              .orElseThrow();
      for (int i = 0; i < EXPRESSIONS; i++) {
        double real = i % 2 == 0 ? random.real() : Math.round(random.real() * 1000) / 200.0;
        int decimals = i % 33;
        List<SqlValue> parameters = List.of(new SqlValue.Real(real), new SqlValue.Int(decimals));
        assertEquals(
            oracle.outcome("round(?1, ?2)", parameters),
            Outcome.of(round, new Bound(parameters, List.of())),
            () -> "seed " + seed + ": round(" + NumberText.of(real) + ", " + decimals + ")");
      }
    }
  }

  @Test
  void remaindersGiveWhatSqliteGives() throws SQLException {
    long seed = seed();
    RandomExpressions random = new RandomExpressions(seed);
    try (Oracle oracle = new Oracle()) {
      oracle.fill(random.values(Oracle.COLUMNS.size()));
      for (int i = 0; i < EXPRESSIONS; i++) {
        double dividend = random.real();
        double divisor = random.real();
        List<SqlValue> parameters =
            List.of(new SqlValue.Real(dividend), new SqlValue.Real(divisor));
        double rest = FloatRemainder.of(dividend, divisor);
        SqlValue actual = Double.isNaN(rest) ? SqlValue.NULL : new SqlValue.Real(rest);
        assertEquals(
            oracle.outcome("mod(?1, ?2)", parameters),
            new Outcome.Computed(actual),
            () -> "seed " + seed + ": mod" + parameters);
      }
    }
  }
}
