package conductor.eval;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import sqlite.ast.Expr;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** A real SQLite with the platform's limits, and a table of one row whose columns are inputs. */
final class Oracle implements Scope, AutoCloseable {
  /** A column of the table. */
  record Column(String name, String type, Affinity affinity, Collation collation) {}

  static final List<Column> COLUMNS =
      List.of(
          new Column("i", "INTEGER", Affinity.INTEGER, Collation.BINARY),
          new Column("r", "REAL", Affinity.REAL, Collation.BINARY),
          new Column("n", "NUMERIC", Affinity.NUMERIC, Collation.BINARY),
          new Column("t", "TEXT", Affinity.TEXT, Collation.BINARY),
          new Column("b", "BLOB", Affinity.BLOB, Collation.BINARY),
          new Column("tn", "TEXT COLLATE NOCASE", Affinity.TEXT, Collation.NOCASE),
          new Column("tr", "TEXT COLLATE RTRIM", Affinity.TEXT, Collation.RTRIM),
          new Column("nn", "NUMERIC COLLATE NOCASE", Affinity.NUMERIC, Collation.NOCASE),
          new Column("bn", "COLLATE NOCASE", Affinity.BLOB, Collation.NOCASE));

  private final SQLiteConnection connection;

  Oracle() throws SQLException {
    connection = (SQLiteConnection) DriverManager.getConnection("jdbc:sqlite::memory:");
    connection.setLimit(
        SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, EvaluationLimits.PATTERN_BYTES);
    connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, EvaluationLimits.VALUE_BYTES);
    StringBuilder columns = new StringBuilder();
    for (Column column : COLUMNS) {
      columns.append(columns.isEmpty() ? "" : ", ").append(column.name()).append(' ');
      columns.append(column.type());
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE inputs(" + columns + ")");
    }
  }

  @Override
  public @Nullable Input inputFor(Expr expr) {
    if (expr instanceof Expr.ColumnRef reference) {
      for (int i = 0; i < COLUMNS.size(); i++) {
        Column column = COLUMNS.get(i);
        if (reference.column().sameAs(column.name())) {
          return new Input(i, column.affinity(), column.collation());
        }
      }
    }
    return null;
  }

  /** Puts the values into the row; gives what the columns have made of them. */
  List<SqlValue> fill(List<SqlValue> values) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM inputs");
    }
    String marks = "?" + ", ?".repeat(values.size() - 1);
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO inputs VALUES (" + marks + ")")) {
      bind(statement, values);
      statement.executeUpdate();
    }
    return row("SELECT * FROM inputs", List.of());
  }

  /** What SQLite computes for {@code sql} over the row. */
  Outcome outcome(String sql, List<SqlValue> parameters) {
    try {
      return new Outcome.Computed(row("SELECT " + sql + " FROM inputs", parameters).get(0));
    } catch (SQLException refused) {
      return new Outcome.Failed(String.valueOf(refused.getMessage()));
    }
  }

  /** What SQLite computes for {@code sql} over the only group by {@code key}. */
  Outcome groupOutcome(String sql, String key) {
    try {
      String query = "SELECT " + sql + " FROM inputs GROUP BY " + key;
      return new Outcome.Computed(row(query, List.of()).get(0));
    } catch (SQLException refused) {
      return new Outcome.Failed(String.valueOf(refused.getMessage()));
    }
  }

  /** Whether {@code sql} lets the row through as a condition. */
  Outcome condition(String sql, List<SqlValue> parameters) {
    return outcome("CASE WHEN " + sql + " THEN 1 ELSE 0 END", parameters);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private List<SqlValue> row(String sql, List<SqlValue> parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        SqlValue[] row = new SqlValue[result.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          row[i] = read(result, i + 1);
        }
        return List.of(row);
      }
    }
  }

  private static void bind(PreparedStatement statement, List<SqlValue> values) throws SQLException {
    int count = Math.min(values.size(), statement.getParameterMetaData().getParameterCount());
    for (int i = 1; i <= count; i++) {
      switch (values.get(i - 1)) {
        case SqlValue.Null ignored -> statement.setObject(i, null);
        case SqlValue.Int integer -> statement.setLong(i, integer.value());
        case SqlValue.Real real -> statement.setDouble(i, real.value());
        case SqlValue.Text text -> statement.setString(i, text.value());
        case SqlValue.Blob blob -> statement.setBytes(i, blob.toBytes());
      }
    }
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
}
