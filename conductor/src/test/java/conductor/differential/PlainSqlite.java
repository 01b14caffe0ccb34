package conductor.differential;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import sqlite.value.SqlValue;

/** One SQLite that holds everything: what Ensemble is compared with. */
public final class PlainSqlite implements AutoCloseable {
  private final SQLiteConnection connection;

  public PlainSqlite() {
    try {
      connection = (SQLiteConnection) DriverManager.getConnection("jdbc:sqlite::memory:");
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }

  Answered run(Step step) {
    if (step.check() instanceof Step.Batch batch) {
      return run(batch);
    }
    try {
      return step.isQuery()
          ? rows(step.plain(), step.parameters())
          : write(step.plain(), step.parameters());
    } catch (SQLException refused) {
      return new Answered.Failed(message(refused));
    }
  }

  private Answered run(Step.Batch batch) {
    List<Answered> answers = new ArrayList<>();
    execute("SAVEPOINT request");
    for (Step step : batch.steps()) {
      Answered answered = run(step);
      if (answered instanceof Answered.Failed) {
        execute("ROLLBACK TO request");
        execute("RELEASE request");
        return answered;
      }
      answers.add(answered);
    }
    execute("RELEASE request");
    return new Answered.Several(answers);
  }

  /** The rows of a query that goes well. */
  public List<List<SqlValue>> query(String sql, List<SqlValue> parameters) {
    try {
      return rows(sql, parameters).rows();
    } catch (SQLException refused) {
      throw new AssertionError(sql, refused);
    }
  }

  /** Runs a statement that goes well. */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new AssertionError(sql, refused);
    }
  }

  private Answered.Rows rows(String sql, List<SqlValue> parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet result = statement.executeQuery()) {
      List<String> columns = new ArrayList<>();
      int width = result.getMetaData().getColumnCount();
      for (int i = 1; i <= width; i++) {
        columns.add(result.getMetaData().getColumnLabel(i));
      }
      List<List<SqlValue>> rows = new ArrayList<>();
      while (result.next()) {
        List<SqlValue> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(read(result, i));
        }
        rows.add(row);
      }
      return new Answered.Rows(columns, rows);
    }
  }

  private Answered write(String sql, List<SqlValue> parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.execute();
    }
    List<SqlValue> counts = rows("SELECT changes(), last_insert_rowid()", List.of()).rows().get(0);
    return new Answered.Counts(integer(counts.get(0)), integer(counts.get(1)));
  }

  private PreparedStatement prepare(String sql, List<SqlValue> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.size(); i++) {
      switch (parameters.get(i)) {
        case SqlValue.Null ignored -> statement.setObject(i + 1, null);
        case SqlValue.Int integer -> statement.setLong(i + 1, integer.value());
        case SqlValue.Real real -> statement.setDouble(i + 1, real.value());
        case SqlValue.Text text -> statement.setString(i + 1, text.value());
        case SqlValue.Blob blob -> statement.setBytes(i + 1, blob.toBytes());
      }
    }
    return statement;
  }

  private static long integer(SqlValue value) {
    return value instanceof SqlValue.Int integer ? integer.value() : 0;
  }

  private static SqlValue read(ResultSet result, int column) throws SQLException {
    Object value = result.getObject(column);
    return switch (value) {
      case null -> SqlValue.NULL;
      case Integer integer -> new SqlValue.Int(integer);
      case Long integer -> new SqlValue.Int(integer);
      case Double real -> new SqlValue.Real(real);
      case String text -> new SqlValue.Text(text);
      case byte[] bytes -> new SqlValue.Blob(bytes);
      default -> throw new IllegalStateException("unexpected " + value.getClass());
    };
  }

  /** SQLite's words without what the driver puts around them. */
  private static String message(SQLException refused) {
    String message = String.valueOf(refused.getMessage());
    int open = message.indexOf('(');
    boolean wrapped = message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")");
    return wrapped ? message.substring(open + 1, message.length() - 1) : message;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }
}
