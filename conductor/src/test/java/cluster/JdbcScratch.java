package cluster;

import conductor.engine.Rows;
import conductor.gateway.Scratch;
import conductor.gateway.ScratchRefusal;
import java.util.List;
import storage.api.EncodedRows;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.exec.JdbcDatabase;
import storage.exec.SqlFailure;
import storage.exec.StatementRunner;

/** The conductor's SQLite, by the driver for the JVM. */
final class JdbcScratch implements Scratch {
  private static final int RESULT_COLUMNS = 2000;

  private final JdbcDatabase database = JdbcDatabase.withoutLimits();

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
    database.load(insert, Rows.read(rows));
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
    database.close();
  }
}
