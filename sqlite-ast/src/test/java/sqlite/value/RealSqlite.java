package sqlite.value;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real SQLite in memory, to compare with. */
final class RealSqlite implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  RealSqlite() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value of the only row. */
  SqlValue value(String sql, SqlValue... parameters) throws SQLException {
    return rows(sql, parameters).get(0).get(0);
  }

  List<List<SqlValue>> rows(String sql, SqlValue... parameters) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    bind(statement, parameters);
    List<List<SqlValue>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<SqlValue> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(read(result, i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  void update(String sql, SqlValue... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static void bind(PreparedStatement statement, SqlValue... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      int index = i + 1;
      switch (parameters[i]) {
        case SqlValue.Null ignored -> statement.setObject(index, null);
        case SqlValue.Int integer -> statement.setLong(index, integer.value());
        case SqlValue.Real real -> statement.setDouble(index, real.value());
        case SqlValue.Text text -> statement.setString(index, text.value());
        case SqlValue.Blob blob -> statement.setBytes(index, blob.toBytes());
      }
    }
  }

  private static SqlValue read(ResultSet result, int column) throws SQLException {
    Object value = result.getObject(column);
    if (value == null) {
      return SqlValue.NULL;
    }
    return switch (value) {
      case Integer integer -> new SqlValue.Int(integer);
      case Long integer -> new SqlValue.Int(integer);
      case Double real -> new SqlValue.Real(real);
      case String text -> new SqlValue.Text(text);
      case byte[] bytes -> new SqlValue.Blob(bytes);
      default -> throw new IllegalStateException("unexpected " + value.getClass());
    };
  }
}
