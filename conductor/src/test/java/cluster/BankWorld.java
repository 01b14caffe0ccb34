package cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import async.Future;
import conductor.api.Answer;
import conductor.api.Parameters;
import conductor.api.SqlException;
import conductor.api.SqlText;
import conductor.engine.Rows;
import conductor.gateway.Unreachable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import sqlite.value.SqlValue;

/**
 * Accounts on several nodes between which clients move money, each time with a line in a book:
 * whoever looks at both at any time finds that the accounts, with their vaults, are what the book
 * makes of them.
 */
final class BankWorld implements Seeds.World {
  private static final int ROUNDS = 12;
  private static final int ACCOUNTS = 6;

  /** So little that many a transfer is refused. */
  private static final int MONEY = 10;

  private final Random random;
  private final Cluster cluster;
  private final List<Cluster.Conductor> conductors = new ArrayList<>();

  /** Transfers that were acknowledged, and those that may have been carried out. */
  private final Set<String> written = new HashSet<>();

  private final Set<String> possible = new HashSet<>();
  private int names;

  BankWorld(long seed) {
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
      cluster.loseCalls(random.nextInt(3) == 0 ? 0 : 25);
      cluster.doubleCalls(random.nextInt(3) == 0 ? 0 : 6);
      cluster.restartObjects(random.nextInt(3) == 0 ? 0 : 15);
      cluster.hurryAlarms(random.nextInt(3) == 0 ? 0 : 100);
      List<Future<Boolean>> clients = new ArrayList<>();
      for (int client = 0; client < 2 + random.nextInt(4); client++) {
        clients.add(act());
      }
      if (random.nextInt(3) == 0) {
        int vanishing = random.nextInt(conductors.size());
        vanishLater(conductors.get(vanishing), random.nextInt(30));
        conductors.set(vanishing, cluster.conductor());
      }
      if (random.nextInt(4) == 0) {
        leapLater(random.nextInt(40), random.nextInt(60_000));
      }
      cluster.await(Future.all(clients));
    }
    cluster.calm();
    cluster.settle();
    assertNothingIsLeft();
    check(cluster.conductor());
    check(conductors.get(0));
  }

  private void create() {
    cluster.await(cluster.gateways().topology().create("bank", 2 + random.nextInt(3), 64));
    Cluster.Conductor first = cluster.conductor();
    String sql =
        "CREATE TABLE account(id INTEGER PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0));"
            + "CREATE TABLE book(line TEXT PRIMARY KEY, source INT, target INT, n INT);"
            + "CREATE TABLE vault(id INTEGER PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0));"
            + "CREATE TABLE other(id INTEGER PRIMARY KEY)";
    first.run("bank", sql, Parameters.NONE);
    for (int id = 0; id < ACCOUNTS; id++) {
      String account = "INSERT INTO account VALUES (" + id + ", " + MONEY + ");";
      String vault = "INSERT INTO vault VALUES (" + id + ", 0)";
      first.run("bank", account + vault, Parameters.NONE);
    }
  }

  /** So many events later, so that it may be in the middle of anything. */
  private void vanishLater(Cluster.Conductor conductor, int events) {
    cluster.later(
        () -> {
          if (events == 0) {
            conductor.vanish();
          } else {
            vanishLater(conductor, events - 1);
          }
        });
  }

  /** So many events later, time passes in which nothing happens. */
  private void leapLater(int events, long millis) {
    cluster.later(
        () -> {
          if (events == 0) {
            cluster.sleep(millis);
          } else {
            leapLater(events - 1, millis);
          }
        });
  }

  private Future<Boolean> act() {
    Cluster.Conductor conductor = conductors.get(random.nextInt(conductors.size()));
    return switch (random.nextInt(13)) {
      case 0, 1, 2, 3, 4 -> transfer(conductor);
      case 5 -> define(conductor);
      case 6 -> stash(conductor);
      case 7, 8, 9 -> trickle(conductor);
      default -> look(conductor);
    };
  }

  private Future<Boolean> transfer(Cluster.Conductor conductor) {
    int source = random.nextInt(ACCOUNTS);
    int target = (source + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
    int n = 1 + random.nextInt(MONEY);
    String line = "line " + names++;
    possible.add(line);
    String take = "UPDATE account SET n = n - " + n + " WHERE id = " + source + ";";
    String give = "UPDATE account SET n = n + " + n + " WHERE id = " + target + ";";
    String enter = "INSERT INTO book VALUES ('" + line + "', " + source + ", " + target + ", " + n;
    String read = random.nextInt(4) == 0 ? ";SELECT count(*) FROM account" : "";
    return conductor
        .start("bank", List.of(new SqlText(take + give + enter + ")" + read, Parameters.NONE)))
        .map(
            answers -> {
              assertEquals(1, answers.get(0).changes(), "an account that was taken from");
              assertEquals(1, answers.get(1).changes(), "an account that was given to");
              written.add(line);
              return true;
            })
        .recover(failure -> allowed(failure, () -> possible.remove(line)));
  }

  /** Moves money between an account and its vault, which is on the same node. */
  private Future<Boolean> stash(Cluster.Conductor conductor) {
    int id = random.nextInt(ACCOUNTS);
    int n = 1 + random.nextInt(MONEY);
    boolean back = random.nextBoolean();
    String account = "UPDATE account SET n = n " + (back ? "+ " : "- ") + n + " WHERE id = " + id;
    String vault = "UPDATE vault SET n = n " + (back ? "- " : "+ ") + n + " WHERE id = " + id;
    return conductor
        .start("bank", List.of(new SqlText(account + ";" + vault, Parameters.NONE)))
        .map(answers -> true)
        .recover(failure -> allowed(failure, () -> {}));
  }

  private Future<Boolean> define(Cluster.Conductor conductor) {
    String sql = "ALTER TABLE other ADD COLUMN c" + names++;
    return conductor
        .start("bank", List.of(new SqlText(sql, Parameters.NONE)))
        .map(answers -> true)
        .recover(failure -> allowed(failure, () -> {}));
  }

  private Future<Boolean> look(Cluster.Conductor conductor) {
    Set<String> needed = Set.copyOf(written);
    return conductor
        .start("bank", looks())
        .map(
            answers -> {
              compare(answers, needed);
              return true;
            })
        .recover(failure -> allowed(failure, () -> {}));
  }

  /** Reads page by page what every account has with its vault. */
  private Future<Boolean> trickle(Cluster.Conductor conductor) {
    return conductor
        .trickle("bank", "SELECT a.n + v.n FROM account AS a JOIN vault AS v ON v.id = a.id")
        .map(
            rows -> {
              long sum = 0;
              for (List<SqlValue> row : rows) {
                sum += number(row.get(0));
              }
              assertEquals(ACCOUNTS * MONEY, sum, "the money in all, page by page");
              return true;
            })
        .recover(failure -> allowed(failure, () -> {}));
  }

  private void check(Cluster.Conductor conductor) {
    compare(cluster.await(conductor.start("bank", looks())), written);
  }

  private static List<SqlText> looks() {
    return List.of(
        new SqlText("SELECT id, n FROM account ORDER BY id", Parameters.NONE),
        new SqlText("SELECT id, n FROM vault", Parameters.NONE),
        new SqlText("SELECT line, source, target, n FROM book", Parameters.NONE),
        new SqlText("SELECT sum(n) FROM account", Parameters.NONE),
        new SqlText("SELECT sum(n) FROM vault", Parameters.NONE));
  }

  private void compare(List<Answer> answers, Set<String> needed) {
    long[] expected = new long[ACCOUNTS];
    Arrays.fill(expected, MONEY);
    Set<String> missing = new HashSet<>(needed);
    for (List<SqlValue> line : Rows.read(answers.get(2).rows())) {
      String name = line.get(0) instanceof SqlValue.Text text ? text.value() : "";
      assertTrue(possible.contains(name), "a transfer that was refused: " + line);
      missing.remove(name);
      expected[Math.toIntExact(number(line.get(1)))] -= number(line.get(3));
      expected[Math.toIntExact(number(line.get(2)))] += number(line.get(3));
    }
    assertEquals(Set.of(), missing, "acknowledged transfers are lost");
    long[] found = new long[ACCOUNTS];
    for (Answer ofTable : answers.subList(0, 2)) {
      for (List<SqlValue> account : Rows.read(ofTable.rows())) {
        found[Math.toIntExact(number(account.get(0)))] += number(account.get(1));
      }
    }
    assertEquals(
        Arrays.toString(expected),
        Arrays.toString(found),
        "the accounts, by the book and by themselves");
    long sum = 0;
    for (Answer ofTable : answers.subList(3, 5)) {
      sum += number(Rows.read(ofTable.rows()).get(0).get(0));
    }
    assertEquals(ACCOUNTS * MONEY, sum, "the money in all");
  }

  private static long number(SqlValue value) {
    return value instanceof SqlValue.Int number ? number.value() : Long.MIN_VALUE;
  }

  /** Nodes are free and remember nothing of transactions once all is quiet. */
  private void assertNothingIsLeft() {
    assertEquals(Map.of(), cluster.leftOfTransactions(), "nodes that are not free");
  }

  /** A failure may only say that nothing was applied, or that this is not known. */
  private static Future<Boolean> allowed(Throwable failure, Runnable refused) {
    if (failure instanceof Unreachable) {
      // The conductor has vanished.
      return Future.of(true);
    }
    if (failure instanceof SqlException said) {
      boolean overdrawn = said.message().equals("CHECK constraint failed: n >= 0");
      switch (said.code()) {
        case UNREACHABLE, BUSY, MOMENT_LOST -> {
          refused.run();
          return Future.of(true);
        }
        case OUTCOME_UNKNOWN -> {
          return Future.of(true);
        }
        case SQL -> {
          if (overdrawn
              || said.message().equals("the change was interrupted and undone; try again")) {
            refused.run();
            return Future.of(true);
          }
        }
        default -> {}
      }
      throw new AssertionError(said.code() + ": " + said.message(), said);
    }
    return Future.failed(failure);
  }
}
