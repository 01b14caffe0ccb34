package storage.exec;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import storage.api.RowCounts;

/** A database in which something is done before anything is changed. */
final class SettledDatabase implements SqlDatabase {
  private final SqlDatabase database;
  private Runnable beforeChange = () -> {};

  SettledDatabase(SqlDatabase database) {
    this.database = database;
  }

  void beforeChange(Runnable first) {
    this.beforeChange = first;
  }

  @Override
  public void execute(String sql, List<SqlValue> parameters) {
    beforeChange.run();
    database.execute(sql, parameters);
  }

  @Override
  public List<String> columnNames(String sql, List<SqlValue> parameters) {
    return database.columnNames(sql, parameters);
  }

  @Override
  public @Nullable String text(String sql, List<SqlValue> parameters) {
    return database.text(sql, parameters);
  }

  @Override
  public PreparedQuery prepare(String exactSql, List<String> names, @Nullable List<Integer> keys) {
    return database.prepare(exactSql, names, keys);
  }

  @Override
  public <T> T transaction(Supplier<T> work) {
    beforeChange.run();
    return database.transaction(work);
  }

  @Override
  public RowCounts counts() {
    return database.counts();
  }

  @Override
  public long sizeBytes() {
    return database.sizeBytes();
  }

  @Override
  public void deleteAll() {
    beforeChange.run();
    database.deleteAll();
  }
}
