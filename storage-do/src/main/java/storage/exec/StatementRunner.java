package storage.exec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import storage.api.EncodedRows;
import storage.api.RowCounts;
import storage.api.StatementResult;
import storage.api.StorageLimits;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/** Runs statements one by one, and remembers what it found out of the queries that ran last. */
public final class StatementRunner {
  /** A query with the names of its result columns. */
  private record Known(List<String> names, PreparedQuery query) {}

  private final SqlDatabase database;
  private final int resultColumns;
  private final Map<String, Known> queries = new LinkedHashMap<>();

  /**
   * @param resultColumns how many columns a result may have
   */
  public StatementRunner(SqlDatabase database, int resultColumns) {
    this.database = database;
    this.resultColumns = resultColumns;
  }

  /** What a statement answers; throws {@link SqlFailure} when SQLite refuses. */
  public StatementResult run(StorageStatement statement, Shape shape) {
    return switch (statement.kind()) {
      case READ -> query(statement, shape);
      case WRITE -> {
        RowCounts before = database.counts();
        database.execute(statement.sql(), statement.parameters());
        yield changed(database.counts().since(before));
      }
    };
  }

  /** What a query answers; throws {@link SqlFailure} when SQLite refuses. */
  public StatementResult.Rows query(StorageStatement statement, Shape shape) {
    RowCounts before = database.counts();
    Known known = known(statement);
    EncodedRows rows = known.query().run(statement.parameters(), shape);
    return new StatementResult.Rows(known.names(), rows, database.counts().since(before));
  }

  /** The schema is another one now. */
  void forgetAll() {
    queries.clear();
  }

  private Known known(StorageStatement statement) {
    Known known = queries.remove(statement.sql());
    if (known == null) {
      List<String> names = database.columnNames(statement.sql(), statement.parameters());
      if (names.size() > resultColumns) {
        throw new SqlFailure("too many columns in result set");
      }
      String exact = ExactQuery.of(statement.sql(), names.size());
      known = new Known(names, database.prepare(exact, names));
      if (queries.size() >= StorageLimits.REMEMBERED_STATEMENTS) {
        queries.remove(queries.keySet().iterator().next());
      }
    }
    queries.put(statement.sql(), known);
    return known;
  }

  private StatementResult.Changed changed(RowCounts work) {
    String counts = database.text("SELECT changes() || ',' || last_insert_rowid()", List.of());
    if (counts == null) {
      throw new IllegalStateException("SQLite does not count its changes");
    }
    int comma = counts.indexOf(',');
    return new StatementResult.Changed(
        Long.parseLong(counts.substring(0, comma)),
        Long.parseLong(counts.substring(comma + 1)),
        work);
  }
}
