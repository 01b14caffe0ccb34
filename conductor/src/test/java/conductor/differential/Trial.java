package conductor.differential;

import cluster.Cluster;
import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.Parameters;
import conductor.api.SqlException;
import conductor.engine.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sqlite.value.SqlValue;

/**
 * One script over databases of several layouts and over one SQLite.
 *
 * <p>The layout with the most nodes goes first: a write that it refuses nobody does, and one that
 * it does all others must do.
 */
final class Trial implements AutoCloseable {
  private final List<Integer> layouts;
  private final Map<Integer, Cluster> clusters = new LinkedHashMap<>();
  private final Map<Integer, Cluster.Conductor> conductors = new LinkedHashMap<>();
  private final PlainSqlite sqlite = new PlainSqlite();
  private final Map<Family, int[]> tally = new EnumMap<>(Family.class);
  private final List<String> refusals = new ArrayList<>();
  private boolean outOfRowIds;

  /** Layouts from the one with the most nodes down. */
  Trial(List<Integer> layouts) {
    this.layouts = layouts;
    for (int nodes : layouts) {
      Cluster cluster = new Cluster(nodes);
      cluster.await(cluster.gateways().topology().create("d", nodes, 64));
      clusters.put(nodes, cluster);
      conductors.put(nodes, cluster.conductor());
    }
  }

  @Override
  public void close() {
    clusters.values().forEach(Cluster::close);
    sqlite.close();
  }

  /** For each family, how many statements there were and how many the first layout refused. */
  Map<Family, int[]> tally() {
    return tally;
  }

  /** What was refused, in Ensemble's words. */
  List<String> refusals() {
    return refusals;
  }

  /** The first difference between Ensemble and SQLite, if there is one. */
  Optional<String> run(List<Step> script) {
    for (int i = 0; i < script.size(); i++) {
      Optional<String> difference = run(script.get(i));
      if (outOfRowIds) {
        return Optional.empty();
      }
      if (difference.isPresent()) {
        return Optional.of("statement " + (i + 1) + ": " + script.get(i) + "\n" + difference.get());
      }
    }
    return Optional.empty();
  }

  /**
   * Where the largest row id is taken SQLite tries numbers at random and Ensemble refuses: see
   * docs/compat.md. From then on their tables differ.
   */
  private static boolean isOutOfRowIds(Answered answered) {
    return answered instanceof Answered.Failed failed
        && failed.message().equals("database or disk is full");
  }

  /** What goes wrong with one statement, if anything does. */
  Optional<String> run(Step step) {
    int most = layouts.get(0);
    Answered first = ensemble(most, step);
    int[] counts = tally.computeIfAbsent(step.family(), family -> new int[2]);
    counts[0]++;
    if (first instanceof Answered.Refused refused) {
      counts[1]++;
      refusals.add(step.family() + ": " + refused.message());
      if (!step.isQuery()) {
        return contents();
      }
    }
    Answered expected = expected(step);
    outOfRowIds = isOutOfRowIds(first) && !isOutOfRowIds(expected);
    if (outOfRowIds) {
      return Optional.empty();
    }
    Answered unlimited = unlimited(step);
    for (int nodes : layouts) {
      Answered actual = nodes == most ? first : ensemble(nodes, step);
      boolean refused = actual instanceof Answered.Refused && (step.isQuery() || nodes == most);
      Optional<String> difference =
          refused ? Optional.empty() : Comparison.difference(step, expected, actual, unlimited);
      if (difference.isPresent()) {
        return Optional.of("at " + nodes + " nodes\n  " + difference.get());
      }
    }
    return step.isQuery() ? Optional.empty() : contents();
  }

  private Answered expected(Step step) {
    Answered expected = sqlite.run(step);
    if (expected instanceof Answered.Several several && step.check() instanceof Step.Batch batch) {
      List<Answered> answers = new ArrayList<>();
      for (int i = 0; i < several.answers().size(); i++) {
        answers.add(counted(batch.steps().get(i), several.answers().get(i)));
      }
      return new Answered.Several(answers);
    }
    return counted(step, expected);
  }

  /** The counts as Ensemble gives them: SQLite's stay from one statement to the next. */
  private Answered counted(Step step, Answered answered) {
    if (!(answered instanceof Answered.Counts counts)) {
      return answered;
    }
    boolean inserts = step.family() == Family.INSERT && !isWithoutRowId(step.sql());
    return switch (step.family()) {
      case ALTER_TABLE, INDEX, CREATE_TABLE -> new Answered.Counts(0, 0);
      default -> new Answered.Counts(counts.changes(), inserts ? counts.lastRowId() : 0);
    };
  }

  private boolean isWithoutRowId(String insert) {
    String table = insert.substring("INSERT INTO ".length()).split("[ (]", 2)[0];
    String sql =
        "SELECT sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema WHERE name = '" + table + "'";
    List<List<SqlValue>> rows = sqlite.query(sql, List.of());
    return !rows.isEmpty() && rows.get(0).get(0).equals(new SqlValue.Int(1));
  }

  private Answered unlimited(Step step) {
    if (step.check() instanceof Step.Query query && !query.unlimited().isEmpty()) {
      long marks = query.unlimited().chars().filter(c -> c == '?').count();
      List<SqlValue> parameters = step.parameters().subList(0, (int) marks);
      String sql = query.unlimited();
      return sqlite.run(new Step(step.family(), sql, sql, parameters, step.check()));
    }
    return new Answered.Failed("no limit");
  }

  /** Whether all tables hold what SQLite's do. */
  private Optional<String> contents() {
    String tables =
        "SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema"
            + " WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    for (List<SqlValue> table : sqlite.query(tables, List.of())) {
      String name = table.get(0) instanceof SqlValue.Text text ? text.value() : "";
      boolean hasRowId = table.get(1).equals(new SqlValue.Int(0));
      String sql = "SELECT " + (hasRowId ? "rowid, " : "") + "* FROM " + name;
      Step.Query whole = new Step.Query(new Step.Partial(List.of()), List.of(), "");
      Step read = new Step(Family.SELECT_ROWS, sql, sql, List.of(), whole);
      Answered expected = sqlite.run(read);
      for (int nodes : layouts) {
        Optional<String> difference =
            Comparison.difference(read, expected, ensemble(nodes, read), expected);
        if (difference.isPresent()) {
          return Optional.of(
              "leaves other rows in " + name + " at " + nodes + " nodes\n  " + difference.get());
        }
      }
    }
    return Optional.empty();
  }

  private Answered ensemble(int nodes, Step step) {
    Cluster.Conductor conductor = conductors.get(nodes);
    if (conductor == null) {
      throw new AssertionError("no layout of " + nodes);
    }
    try {
      List<Answered> answers = new ArrayList<>();
      List<Answer> given = conductor.run("d", step.sql(), parameters(step));
      if (step.check() instanceof Step.Batch batch) {
        for (int i = 0; i < given.size(); i++) {
          answers.add(answered(batch.steps().get(i), given.get(i)));
        }
        return new Answered.Several(answers);
      }
      return answered(step, given.get(0));
    } catch (SqlException refused) {
      return refused.code() == ErrorCode.UNSUPPORTED
          ? new Answered.Refused(refused.message())
          : new Answered.Failed(
              (refused.code() == ErrorCode.SQL ? "" : refused.code() + ": ") + refused.message());
    } catch (RuntimeException bug) {
      return new Answered.Failed("a bug: " + bug);
    }
  }

  private static Parameters parameters(Step step) {
    return new Parameters.Positional(step.parameters());
  }

  private static Answered answered(Step step, Answer answer) {
    return step.isQuery()
        ? new Answered.Rows(answer.columns(), Rows.read(answer.rows()))
        : new Answered.Counts(answer.changes(), answer.lastRowId());
  }
}
