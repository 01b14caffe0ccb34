package conductor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import sqlite.value.SqlValue;

/** Statements that Ensemble, over four nodes and on one, must carry out as SQLite does. */
final class Compared implements AutoCloseable {
  private final Trial trial = new Trial(List.of(4, 1));

  /** Writes, or fails in the same words; afterwards all tables hold the same. */
  void write(String sql, SqlValue... parameters) {
    Family family = sql.startsWith("INSERT") ? Family.INSERT : Family.UPDATE;
    boolean defines = !sql.startsWith("UPDATE") && !sql.startsWith("DELETE");
    Family kind = defines && family != Family.INSERT ? Family.CREATE_TABLE : family;
    String plain = sql.replaceAll(",? SHARD BY \\(.*\\)", "");
    run(new Step(kind, sql, plain, List.of(parameters), new Step.Write(true)));
  }

  /** Gives the same rows in the same order, or fails in the same words. */
  void ordered(String sql, SqlValue... parameters) {
    query(sql, new Step.Total(), parameters);
  }

  /** Gives the same rows in any order. */
  void unordered(String sql, SqlValue... parameters) {
    query(sql, new Step.Partial(List.of()), parameters);
  }

  /** Is refused over four nodes, having done nothing. */
  void refused(String why, String sql) {
    int before = trial.refusals().size();
    Step.Query check = new Step.Query(new Step.Partial(List.of()), List.of(), "");
    boolean reads = sql.startsWith("SELECT") || sql.startsWith("WITH");
    Step step = new Step(Family.BEYOND, sql, sql, List.of(), reads ? check : new Step.Write(true));
    assertEquals(Optional.empty(), trial.run(step));
    assertNotEquals(before, trial.refusals().size(), "not refused: " + sql);
    assertEquals("BEYOND: " + why + " is not supported yet", trial.refusals().get(before));
    trial.refusals().clear();
  }

  private void query(String sql, Step.Order order, SqlValue... parameters) {
    Step.Query query = new Step.Query(order, List.of(), "");
    run(new Step(Family.SELECT_ROWS, sql, sql, List.of(parameters), query));
  }

  private void run(Step step) {
    assertEquals(Optional.empty(), trial.run(step), step::sql);
    assertEquals(List.of(), trial.refusals(), step::sql);
  }

  @Override
  public void close() {
    trial.close();
  }
}
