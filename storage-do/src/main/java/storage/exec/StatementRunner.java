package storage.exec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import storage.api.Apart;
import storage.api.RowCounts;
import storage.api.StatementResult;
import storage.api.StorageLimits;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;

/** Runs statements one by one, and remembers what it found out of the queries that ran last. */
public final class StatementRunner {
  /** What queries are told apart by. */
  private record Query(String sql, @Nullable Apart apart) {}

  /** A query with the names of the columns of its rows. */
  private record Known(List<String> names, PreparedQuery query) {}

  private final SqlDatabase database;
  private final int resultColumns;
  private final Map<Query, Known> queries = new LinkedHashMap<>();

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
    PreparedQuery.Found found = known.query().run(statement.parameters(), shape);
    return new StatementResult.Rows(
        known.names(), found.rows(), found.keys(), database.counts().since(before));
  }

  /** Begins a query page by page; throws {@link SqlFailure} when SQLite refuses. */
  public Begun begin(StorageStatement statement, Shape shape) {
    Known known = known(statement);
    return new Begun(known.names(), known.query().open(statement.parameters(), shape));
  }

  /** A query that has begun, with the names of the columns of its rows. */
  public record Begun(List<String> names, RowCursor rows) {}

  /** The schema is another one now. */
  void forgetAll() {
    queries.clear();
  }

  private Known known(StorageStatement statement) {
    Query query = new Query(statement.sql(), statement.apart());
    Known known = queries.remove(query);
    if (known == null) {
      List<String> names = database.columnNames(statement.sql(), statement.parameters());
      if (names.size() > resultColumns) {
        throw new SqlFailure("too many columns in result set");
      }
      String exact = ExactQuery.of(statement.sql(), names.size());
      Apart apart = statement.apart();
      List<String> ofRows = apart == null ? names : apart.names();
      known =
          new Known(ofRows, database.prepare(exact, ofRows, apart == null ? null : apart.keys()));
      if (queries.size() >= StorageLimits.REMEMBERED_STATEMENTS) {
        queries.remove(queries.keySet().iterator().next());
      }
    }
    queries.put(query, known);
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
