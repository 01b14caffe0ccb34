package cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import async.Future;
import conductor.api.Answer;
import conductor.api.ErrorCode;
import conductor.api.Parameters;
import conductor.api.SqlException;
import conductor.api.SqlText;
import conductor.engine.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import sqlite.value.SqlValue;

/** One database, its clients, the faults of one seed, and what must be so in spite of them. */
final class FaultyWorld implements Seeds.World {
  private static final int ROUNDS = 25;
  private static final int COUNTERS = 6;

  private final Random random;
  private final Cluster cluster;
  private final List<Cluster.Conductor> conductors = new ArrayList<>();
  private final Counters counters = new Counters(COUNTERS);
  private final Logged logged = new Logged();

  /** Columns that LOG has for sure. */
  private final Set<String> columns = new HashSet<>();

  private int names;

  FaultyWorld(long seed) {
    random = new Random(seed);
    cluster = new Cluster(seed);
  }

  @Override
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public void close() {
    cluster.close();
  }

  @Override
  public void run() {
    create();
    for (int i = 0; i < 3; i++) {
      conductors.add(cluster.conductor());
    }
    for (int round = 0; round < ROUNDS; round++) {
      cluster.loseCalls(random.nextInt(3) == 0 ? 0 : 30);
      cluster.doubleCalls(random.nextInt(3) == 0 ? 0 : 8);
      cluster.restartObjects(random.nextInt(3) == 0 ? 0 : 20);
      List<Future<Boolean>> clients = new ArrayList<>();
      for (int client = 0; client < 1 + random.nextInt(4); client++) {
        clients.add(act());
      }
      cluster.await(Future.all(clients));
      if (random.nextInt(12) == 0) {
        recreate();
      }
    }
    cluster.calm();
    cluster.settle();
    check(cluster.conductor());
    check(conductors.get(0));
  }

  private void create() {
    cluster.await(cluster.gateways().topology().create("d", 1 + random.nextInt(4), 64));
    Cluster.Conductor first = cluster.conductor();
    String sql =
        "CREATE TABLE counter(id INTEGER PRIMARY KEY, n INTEGER NOT NULL);"
            + "CREATE TABLE log(id INTEGER PRIMARY KEY, entry TEXT);"
            + "CREATE TABLE once(name TEXT PRIMARY KEY)";
    first.run("d", sql, Parameters.NONE);
    for (int id = 0; id < COUNTERS; id++) {
      first.run("d", "INSERT INTO counter VALUES (" + id + ", 0)", Parameters.NONE);
    }
    columns.clear();
    columns.addAll(Set.of("id", "entry"));
  }

  /** Drops the database and makes a new one of its name, which stale conductors must not mix up. */
  private void recreate() {
    cluster.calm();
    cluster.settle();
    check(conductors.get(random.nextInt(conductors.size())));
    cluster.await(cluster.gateways().topology().drop("d"));
    counters.reset();
    logged.reset();
    create();
  }

  /** One action of one client, which ends without a value of interest. */
  private Future<Boolean> act() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> increment(random.nextInt(COUNTERS));
      case 2 -> incrementAll();
      case 3, 4, 5 -> log();
      case 6 -> insertTwice();
      case 7, 8 -> define();
      case 9 -> readCounters();
      default -> readLog();
    };
  }

  private Future<Boolean> increment(int id) {
    counters.begin(id);
    return write(
        "UPDATE counter SET n = n + 1 WHERE id = " + id,
        answer -> {
          assertEquals(1, answer.changes(), "an increment changes one row");
          counters.end(id, true);
        },
        () -> counters.end(id, false));
  }

  private Future<Boolean> incrementAll() {
    for (int id = 0; id < COUNTERS; id++) {
      counters.begin(id);
    }
    return write(
        "UPDATE counter SET n = n + 1",
        answer -> {
          assertEquals(COUNTERS, answer.changes(), "an increment of all rows");
          endAll(true);
        },
        () -> endAll(false));
  }

  private void endAll(boolean applied) {
    for (int id = 0; id < COUNTERS; id++) {
      counters.end(id, applied);
    }
  }

  private Future<Boolean> log() {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      entries.add("e" + names++);
    }
    logged.begin(entries);
    return write(
        "INSERT INTO log(entry) VALUES ('" + String.join("'), ('", entries) + "')",
        answer -> {
          assertEquals(entries.size(), answer.changes(), "rows of an INSERT");
          logged.written(entries, answer.lastRowId());
        },
        () -> logged.refused(entries));
  }

  /** A write over several nodes that a constraint forbids on one of them. */
  private Future<Boolean> insertTwice() {
    String fresh = "o" + names++;
    String rows = "('" + fresh + "a'), ('" + fresh + "b'), ('" + fresh + "c'), ('" + fresh + "a')";
    return answer(conductor(), "INSERT INTO once VALUES " + rows)
        .map(
            answer -> {
              throw new AssertionError("two rows with one key");
            })
        .map(never -> true)
        .recover(
            failure -> {
              boolean constraint =
                  failure instanceof SqlException refused
                      && refused.code() == ErrorCode.SQL
                      && refused.message().equals("UNIQUE constraint failed: once.name");
              return constraint ? Future.of(true) : allowed(failure, () -> {});
            });
  }

  private Future<Boolean> define() {
    String column = "x" + names++;
    String sql = "ALTER TABLE log ADD COLUMN " + column + " DEFAULT 5";
    return write(sql, answer -> columns.add(column), () -> {});
  }

  private Future<Boolean> readCounters() {
    List<Integer> least = counters.acknowledged();
    return read(
        "SELECT id, n FROM counter ORDER BY id",
        answer -> counters.check(Rows.read(answer.rows()), least));
  }

  private Future<Boolean> readLog() {
    Set<String> known = Set.copyOf(columns);
    Set<String> entries = logged.acknowledged();
    return read(
        "SELECT * FROM log",
        answer -> {
          assertTrue(answer.columns().containsAll(known), "columns missing: " + answer.columns());
          logged.check(Rows.read(answer.rows()), entries);
        });
  }

  private void check(Cluster.Conductor conductor) {
    Answer read =
        conductor.run("d", "SELECT id, n FROM counter ORDER BY id", Parameters.NONE).get(0);
    counters.check(Rows.read(read.rows()), counters.acknowledged());
    Answer log = conductor.run("d", "SELECT * FROM log", Parameters.NONE).get(0);
    logged.check(Rows.read(log.rows()), logged.acknowledged());
    Answer once = conductor.run("d", "SELECT name FROM once", Parameters.NONE).get(0);
    assertEquals("", once.rows().text(), "a refused INSERT has left rows");
  }

  private Cluster.Conductor conductor() {
    return conductors.get(random.nextInt(conductors.size()));
  }

  private static Future<Answer> answer(Cluster.Conductor conductor, String sql) {
    return conductor
        .start("d", List.of(new SqlText(sql, Parameters.NONE)))
        .map(answers -> answers.get(0));
  }

  private Future<Boolean> read(String sql, Consumer<Answer> check) {
    Future<Boolean> checked =
        answer(conductor(), sql)
            .map(
                answer -> {
                  check.accept(answer);
                  return true;
                });
    return checked.recover(failure -> allowed(failure, () -> {}));
  }

  private Future<Boolean> write(String sql, Consumer<Answer> applied, Runnable refused) {
    Future<Boolean> written =
        answer(conductor(), sql)
            .map(
                answer -> {
                  applied.accept(answer);
                  return true;
                });
    return written.recover(failure -> allowed(failure, refused));
  }

  /** A failure may only say that nothing was applied, or that this is not known. */
  private static Future<Boolean> allowed(Throwable failure, Runnable refused) {
    if (failure instanceof SqlException said) {
      switch (said.code()) {
        case UNREACHABLE, BUSY -> {
          refused.run();
          return Future.of(true);
        }
        case OUTCOME_UNKNOWN -> {
          return Future.of(true);
        }
        default -> {}
      }
      throw new AssertionError(said.code() + ": " + said.message(), said);
    }
    return Future.failed(failure);
  }

  /** Numbers that are counted up. */
  private static final class Counters {
    private final int[] least;
    private final int[] most;

    Counters(int count) {
      least = new int[count];
      most = new int[count];
    }

    void reset() {
      Arrays.fill(least, 0);
      Arrays.fill(most, 0);
    }

    void begin(int id) {
      most[id]++;
    }

    void end(int id, boolean applied) {
      if (applied) {
        least[id]++;
      } else {
        most[id]--;
      }
    }

    List<Integer> acknowledged() {
      List<Integer> copy = new ArrayList<>();
      for (int count : least) {
        copy.add(count);
      }
      return copy;
    }

    void check(List<List<SqlValue>> rows, List<Integer> atLeast) {
      assertEquals(least.length, rows.size(), "rows of counter");
      for (int id = 0; id < least.length; id++) {
        long n = rows.get(id).get(1) instanceof SqlValue.Int number ? number.value() : -1;
        assertTrue(
            n >= atLeast.get(id) && n <= most[id],
            "counter " + id + " is " + n + ", of " + atLeast.get(id) + " to " + most[id]);
      }
    }
  }

  /** Rows that get their ids from the database. */
  private static final class Logged {
    private final Map<String, Long> written = new HashMap<>();
    private final Set<String> possible = new HashSet<>();

    void reset() {
      written.clear();
      possible.clear();
    }

    void begin(List<String> entries) {
      possible.addAll(entries);
    }

    void written(List<String> entries, long lastRowId) {
      entries.forEach(entry -> written.put(entry, 0L));
      written.put(entries.get(entries.size() - 1), lastRowId);
    }

    void refused(List<String> entries) {
      possible.removeAll(entries);
    }

    Set<String> acknowledged() {
      return Set.copyOf(written.keySet());
    }

    void check(List<List<SqlValue>> rows, Set<String> needed) {
      Set<String> missing = new HashSet<>(needed);
      Set<SqlValue> ids = new HashSet<>();
      for (List<SqlValue> row : rows) {
        String entry = row.get(1) instanceof SqlValue.Text text ? text.value() : "";
        assertTrue(ids.add(row.get(0)), "an id twice: " + row);
        assertTrue(possible.contains(entry), "a row that nobody wrote: " + row);
        missing.remove(entry);
        long id = written.getOrDefault(entry, 0L);
        assertTrue(id == 0 || row.get(0).equals(new SqlValue.Int(id)), "not last_row_id: " + row);
      }
      assertEquals(Set.of(), missing, "acknowledged rows are lost");
    }
  }
}
