package sqlite.parser;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Asks the real SQLite what it makes of a statement, without running it. */
public final class SqliteOracle implements AutoCloseable {

  private final Connection connection;

  private SqliteOracle(Connection connection) {
    this.connection = connection;
  }

  /** A database in memory with the tables of the corpus. */
  public static SqliteOracle withCorpusSchema() throws SQLException {
    SqliteOracle oracle = empty();
    for (String sql : Corpus.schema()) {
      oracle.execute(sql);
    }
    return oracle;
  }

  /** An empty database in memory. */
  public static SqliteOracle empty() throws SQLException {
    return new SqliteOracle(DriverManager.getConnection("jdbc:sqlite::memory:"));
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a statement that may fail, such as one that breaks a constraint on purpose. */
  public void tryToExecute(String sql) {
    try {
      execute(sql);
    } catch (SQLException e) {
      // What fails to run has changed nothing, and was compiled all the same.
    }
  }

  /** SQLite's message if it does not compile {@code sql}. */
  public Optional<String> error(String sql) {
    try {
      connection.prepareStatement(sql).close();
      return Optional.empty();
    } catch (SQLiteException e) {
      String message = String.valueOf(e.getMessage());
      int open = message.indexOf('(');
      return Optional.of(message.substring(open + 1, message.length() - 1));
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** True if the message can only come from the grammar, and not from a look at the schema. */
  public static boolean isSyntaxError(String message) {
    return message.contains(": syntax error")
        || message.equals("incomplete input")
        || message.startsWith("unrecognized token")
        || message.startsWith("syntax error after column name")
        || message.startsWith("unknown table option")
        || message.startsWith("unknown join type")
        || message.startsWith("a JOIN clause is required before")
        || message.contains("clause should come after")
        || message.startsWith("variable number must be")
        || message.contains("clause is not allowed on UPDATE or DELETE");
  }

  /**
   * The program of a statement, a line for each instruction. The text of a new table, index, view
   * or trigger is left out, as it is kept as written.
   */
  public List<String> program(String sql) throws SQLException {
    String explain = sql.startsWith("EXPLAIN") ? sql : "EXPLAIN " + sql;
    List<String> program = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(explain)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(withoutKeptText(rows.getString(i))).append(' ');
        }
        program.add(line.toString());
      }
    }
    return program;
  }

  private static @Nullable String withoutKeptText(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    int text = cell.startsWith("CREATE ") ? 0 : cell.indexOf("sql='CREATE ");
    return text < 0 ? cell : cell.substring(0, text) + "CREATE";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
