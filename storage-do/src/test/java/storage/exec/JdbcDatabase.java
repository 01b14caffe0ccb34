package storage.exec;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.RowCounts;
import storage.api.StorageLimits;
import storage.api.StorageRequest.Shape;

/**
 * A real SQLite in memory that behaves as the one inside a Durable Object: its limits, the
 * statements that it refuses, and a border where numbers are doubles and infinities are null.
 */
public final class JdbcDatabase implements SqlDatabase, AutoCloseable {
  private static final List<String> REFUSED =
      List.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "ATTACH", "VACUUM");

  private final SQLiteConnection connection;
  private final boolean limited;
  private int depth;
  private RowCounts counts = RowCounts.NONE;

  /** One with the limits of the platform. */
  public JdbcDatabase() {
    this(true);
    try {
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_COLUMN, 100);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT, 5);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 100);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG, 127);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, StorageLimits.STATEMENT_BYTES);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER, StorageLimits.PARAMETERS);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VDBE_OP, 25_000);
    } catch (SQLException broken) {
      throw failure(broken);
    }
  }

  private JdbcDatabase(boolean limited) {
    this.limited = limited;
    try {
      connection = (SQLiteConnection) DriverManager.getConnection("jdbc:sqlite::memory:");
    } catch (SQLException broken) {
      throw failure(broken);
    }
  }

  /** One without limits: SQLite as the conductor has it. */
  public static JdbcDatabase withoutLimits() {
    return new JdbcDatabase(false);
  }

  /** Adds rows with exactly these values. */
  public void load(String insert, List<List<SqlValue>> rows) {
    for (List<SqlValue> row : rows) {
      String places = String.join(",", Collections.nCopies(row.size(), "?"));
      try (PreparedStatement statement = connection.prepareStatement(insert + "(" + places + ")")) {
        for (int i = 0; i < row.size(); i++) {
          if (row.get(i) instanceof SqlValue.Int number) {
            statement.setLong(i + 1, number.value());
          } else {
            bind(statement, i + 1, row.get(i));
          }
        }
        statement.execute();
      } catch (SQLException refused) {
        throw failure(refused);
      }
    }
  }

  @Override
  public void execute(String sql, List<SqlValue> parameters) {
    try (PreparedStatement statement = bound(sql, parameters)) {
      statement.execute();
      counts = counts.plus(new RowCounts(0, Math.max(0, statement.getUpdateCount())));
    } catch (SQLException refused) {
      throw failure(refused);
    }
  }

  @Override
  public List<String> columnNames(String sql, List<SqlValue> parameters) {
    try (PreparedStatement statement = bound(sql, parameters)) {
      ResultSetMetaData columns = statement.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      return names;
    } catch (SQLException refused) {
      throw failure(refused);
    }
  }

  @Override
  public @Nullable String text(String sql, List<SqlValue> parameters) {
    try (PreparedStatement statement = bound(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException refused) {
      throw failure(refused);
    }
  }

  @Override
  public PreparedQuery prepare(String exactSql, List<String> names, @Nullable List<Integer> keys) {
    return new PreparedQuery() {
      @Override
      public Found run(List<SqlValue> parameters, Shape shape) {
        String separator = keys == null ? "," : EncodedRows.SEPARATOR;
        return cursor(parameters, shape, separator).read(Integer.MAX_VALUE).found();
      }

      @Override
      public RowCursor open(List<SqlValue> parameters, Shape shape) {
        return cursor(parameters, shape, EncodedRows.SEPARATOR);
      }

      private JdbcCursor cursor(List<SqlValue> parameters, Shape shape, String separator) {
        try {
          return new JdbcCursor(
              bound(exactSql, parameters),
              () -> new RowEncoder(shape, names, positions(names), separator),
              keys,
              read -> counts = counts.plus(new RowCounts(read, 0)));
        } catch (SQLException refused) {
          throw failure(refused);
        }
      }
    };
  }

  private static List<Integer> positions(List<String> names) {
    return IntStream.range(0, names.size()).boxed().toList();
  }

  @Override
  public <T> T transaction(Supplier<T> work) {
    String name = "level" + depth++;
    control("SAVEPOINT " + name);
    try {
      T result = work.get();
      control("RELEASE " + name);
      return result;
    } catch (RuntimeException | Error thrown) {
      control("ROLLBACK TO " + name);
      control("RELEASE " + name);
      throw thrown;
    } finally {
      depth--;
    }
  }

  /** The driver counts only what comes out: rows of an answer, and rows that were changed. */
  @Override
  public RowCounts counts() {
    return counts;
  }

  @Override
  public long sizeBytes() {
    String pages = text("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    return Long.parseLong(pages);
  }

  @Override
  public void deleteAll() {
    String objects = "SELECT group_concat(name, char(10)) FROM sqlite_master WHERE type = 'table'";
    String names = text(objects, List.of());
    if (names != null) {
      for (String name : names.split("\n", -1)) {
        execute("DROP TABLE \"" + name.replace("\"", "\"\"") + "\"", List.of());
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException broken) {
      throw failure(broken);
    }
  }

  /** One text from the database, for a test to look at. */
  String text(String sql) {
    return String.valueOf(text(sql, List.of()));
  }

  private void control(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException broken) {
      throw failure(broken);
    }
  }

  private PreparedStatement bound(String sql, List<SqlValue> parameters) throws SQLException {
    if (limited) {
      refuseWhatThePlatformRefuses(sql);
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.size(); i++) {
      bind(statement, i + 1, parameters.get(i));
    }
    return statement;
  }

  /** Binds a value as the platform does. */
  private static void bind(PreparedStatement statement, int place, SqlValue value)
      throws SQLException {
    switch (value) {
      case SqlValue.Null none -> statement.setObject(place, null);
      case SqlValue.Int number -> statement.setString(place, Long.toString(number.value()));
      case SqlValue.Real number -> statement.setDouble(place, number.value());
      case SqlValue.Text text -> statement.setString(place, text.value());
      case SqlValue.Blob blob -> statement.setBytes(place, blob.toBytes());
    }
  }

  private static void refuseWhatThePlatformRefuses(String sql) {
    if (sql.getBytes(StandardCharsets.UTF_8).length > StorageLimits.STATEMENT_BYTES) {
      throw new SqlFailure("statement too long");
    }
    String start = sql.strip().toUpperCase(Locale.ROOT);
    for (String refused : REFUSED) {
      if (start.startsWith(refused)) {
        throw new SqlFailure("not authorized");
      }
    }
    if (start.startsWith("CREATE TEMP")) {
      throw new SqlFailure("not authorized");
    }
  }

  /** SQLite's words without the result code that the driver puts around them. */
  static SqlFailure failure(SQLException refused) {
    String message = String.valueOf(refused.getMessage());
    int open = message.indexOf('(');
    boolean wrapped = message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")");
    return new SqlFailure(wrapped ? message.substring(open + 1, message.length() - 1) : message);
  }
}
