package conductor.worker;

import conductor.api.Limits;
import conductor.gateway.Scratch;
import conductor.gateway.ScratchRefusal;
import java.util.List;
import storage.api.EncodedRows;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.exec.RowCursor;
import storage.exec.SqlDatabase;
import storage.exec.SqlFailure;
import storage.exec.StatementRunner;

/** A scratch database over a SQLite that is built as it comes. */
public final class SqliteScratch implements Scratch {
  /** What SQLite is built with. */
  private static final int RESULT_COLUMNS = 2000;

  private final SqlDatabase database;
  private final Loading loading;

  /** What such a database has beside those of nodes; throws {@link SqlFailure} when refused. */
  public interface Loading {
    /** Adds rows that are arrays; {@code insert} is the INSERT up to and with VALUES. */
    void load(String insert, EncodedRows rows);

    /** Frees its memory. */
    void close();
  }

  /** A scratch database over {@code database}. */
  public SqliteScratch(SqlDatabase database, Loading loading) {
    this.database = database;
    this.loading = loading;
  }

  @Override
  public void execute(String sql) {
    try {
      database.execute(sql, List.of());
    } catch (SqlFailure refused) {
      throw new ScratchRefusal(refused.message());
    }
  }

  @Override
  public void load(String insert, EncodedRows rows) {
    try {
      loading.load(insert, rows);
    } catch (SqlFailure refused) {
      throw new ScratchRefusal(refused.message());
    }
  }

  @Override
  public Answered query(StorageStatement statement, Shape shape) {
    try {
      StatementRunner.Begun begun =
          new StatementRunner(database, RESULT_COLUMNS).begin(statement, shape);
      RowCursor.Page page = begun.rows().read(Limits.ANSWER_CHARACTERS);
      if (page.more()) {
        begun.rows().end();
        return new Answered.TooMuch();
      }
      return new Answered.Rows(begun.names(), page.found().rows().joined(","));
    } catch (SqlFailure refused) {
      throw new ScratchRefusal(refused.message());
    }
  }

  @Override
  public void close() {
    loading.close();
  }
}
