package conductor.worker;

import conductor.gateway.Scratch;
import conductor.gateway.ScratchRefusal;
import java.util.List;
import storage.api.EncodedRows;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.exec.SqlFailure;
import storage.exec.StatementRunner;
import storage.worker.PlatformDatabase;
import storage.worker.PlatformRows;
import workers.ScratchSqlite;

/** A database of sql.js. */
final class PlatformScratch implements Scratch {
  /** What SQLite is built with. */
  private static final int RESULT_COLUMNS = 2000;

  private final ScratchSqlite sqlite;
  private final PlatformDatabase database;

  PlatformScratch(ScratchSqlite sqlite) {
    this.sqlite = sqlite;
    this.database = new PlatformDatabase(sqlite);
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
    String refusal = sqlite.load(insert, PlatformRows.onPlatform(rows));
    if (refusal != null) {
      throw new ScratchRefusal(refusal);
    }
  }

  @Override
  public StatementResult.Rows query(StorageStatement statement, Shape shape) {
    try {
      return new StatementRunner(database, RESULT_COLUMNS).query(statement, shape);
    } catch (SqlFailure refused) {
      throw new ScratchRefusal(refused.message());
    }
  }

  @Override
  public void close() {
    sqlite.close();
  }
}
