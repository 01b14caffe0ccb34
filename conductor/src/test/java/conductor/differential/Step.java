package conductor.differential;

import java.util.ArrayList;
import java.util.List;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/**
 * One statement of a script.
 *
 * @param sql for Ensemble
 * @param plain the same for SQLite, which knows no SHARD BY
 * @param parameters their values in order
 * @param check how answers are compared
 */
record Step(Family family, String sql, String plain, List<SqlValue> parameters, Check check) {
  Step {
    parameters = List.copyOf(parameters);
  }

  /** How the answer of a step is compared. */
  sealed interface Check {}

  /** A write: the counts, and the contents of all tables. */
  record Write(boolean oneRow) implements Check {}

  /**
   * A query.
   *
   * @param order what of the order is decided
   * @param representatives for each column, the collation in which its values only need to be equal
   *     because it stands for several, or an exact comparison
   * @param unlimited the query without its LIMIT, or the empty string when it has none
   */
  record Query(Order order, List<Likeness> representatives, String unlimited) implements Check {
    Query {
      representatives = List.copyOf(representatives);
    }
  }

  /** What ORDER BY decides. */
  sealed interface Order {}

  /** Everything. */
  record Total() implements Order {}

  /**
   * The values of these columns.
   *
   * @param columns positions; none without ORDER BY
   */
  record Partial(List<Integer> columns) implements Order {}

  /** Statements of one request. */
  record Batch(List<Step> steps) implements Check {
    Batch {
      steps = List.copyOf(steps);
    }
  }

  /** The steps as one request. */
  static Step batch(List<Step> steps) {
    List<SqlValue> parameters = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Step step : steps) {
      texts.add(step.sql());
      parameters.addAll(step.parameters());
    }
    String sql = String.join("; ", texts);
    return new Step(Family.BATCH, sql, sql, parameters, new Batch(steps));
  }

  /** When two values of a column are as good as each other. */
  sealed interface Likeness {}

  /** Only when they are the same. */
  record Exact() implements Likeness {}

  /** When SQLite finds them equal. */
  record Equal(Collation collation) implements Likeness {}

  boolean isQuery() {
    return check instanceof Query;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(sql).append(';');
    if (!parameters.isEmpty()) {
      text.append("  -- ");
      parameters.forEach(value -> text.append(RandomData.literal(value)).append(", "));
      text.setLength(text.length() - 2);
    }
    return text.toString();
  }
}
