package storage.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;
import sqlite.value.SqlValue;
import storage.api.RowCounts;
import storage.api.StorageRequest.Shape;
import storage.exec.PreparedQuery;
import storage.exec.RowCursor;
import storage.exec.SqlDatabase;
import storage.exec.SqlFailure;
import workers.Sqlite;
import workers.SqliteAnswer;
import workers.SqliteCursor;
import workers.SqliteQuery;

/** A SQLite on JavaScript's side. */
public final class PlatformDatabase implements SqlDatabase {
  private final Sqlite sqlite;

  public PlatformDatabase(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  @Override
  public void execute(String sql, List<SqlValue> parameters) {
    String refusal = sqlite.execute(sql, bound(parameters));
    if (refusal != null) {
      throw new SqlFailure(refusal);
    }
  }

  @Override
  public List<String> columnNames(String sql, List<SqlValue> parameters) {
    JSArray<JSString> names = accepted(sqlite.columnNames(sql, bound(parameters))).getNames();
    List<String> list = new ArrayList<>();
    for (int i = 0; i < names.getLength(); i++) {
      list.add(names.get(i).stringValue());
    }
    return list;
  }

  @Override
  public @Nullable String text(String sql, List<SqlValue> parameters) {
    return accepted(sqlite.text(sql, bound(parameters))).getText();
  }

  @Override
  public PreparedQuery prepare(String exactSql, List<String> names, @Nullable List<Integer> keys) {
    SqliteQuery query = sqlite.prepare(exactSql, texts(names), keys == null ? null : numbers(keys));
    return new PreparedQuery() {
      @Override
      public Found run(List<SqlValue> parameters, Shape shape) {
        return found(accepted(query.run(bound(parameters), shape == Shape.OBJECTS)));
      }

      @Override
      public RowCursor open(List<SqlValue> parameters, Shape shape) {
        SqliteCursor cursor =
            accepted(query.open(bound(parameters), shape == Shape.OBJECTS)).getCursor();
        return new RowCursor() {
          @Override
          public Page read(int characters) {
            SqliteAnswer page = accepted(cursor.read(characters));
            return new Page(found(page), page.isMore());
          }

          @Override
          public void end() {
            cursor.end();
          }
        };
      }
    };
  }

  private static PreparedQuery.Found found(SqliteAnswer answer) {
    JSString keys = answer.getKeys();
    return new PreparedQuery.Found(
        new PlatformRows(answer.getCount(), answer.getRows()),
        keys == null ? null : new PlatformRows(answer.getCount(), keys));
  }

  @Override
  public <T> T transaction(Supplier<T> work) {
    List<T> result = new ArrayList<>();
    sqlite.transaction(
        () -> {
          result.add(work.get());
        });
    return result.get(0);
  }

  @Override
  public RowCounts counts() {
    return new RowCounts((long) sqlite.getRowsRead(), (long) sqlite.getRowsWritten());
  }

  @Override
  public long sizeBytes() {
    return (long) sqlite.getSizeBytes();
  }

  @Override
  public void deleteAll() {
    sqlite.deleteAll();
  }

  private static SqliteAnswer accepted(SqliteAnswer answer) {
    String refusal = answer.getRefusal();
    if (refusal != null) {
      throw new SqlFailure(refusal);
    }
    return answer;
  }

  private static JSArray<JSString> texts(List<String> texts) {
    JSArray<JSString> array = new JSArray<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      array.set(i, JSString.valueOf(texts.get(i)));
    }
    return array;
  }

  private static JSArray<JSNumber> numbers(List<Integer> numbers) {
    JSArray<JSNumber> array = new JSArray<>(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      array.set(i, JSNumber.valueOf(numbers.get(i)));
    }
    return array;
  }

  private static JSArray<JSObject> bound(List<SqlValue> parameters) {
    JSArray<JSObject> array = new JSArray<>(parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      array.set(i, bound(parameters.get(i)));
    }
    return array;
  }

  private static @Nullable JSObject bound(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> null;
      case SqlValue.Int integer -> JSString.valueOf(Long.toString(integer.value()));
      case SqlValue.Real real -> JSNumber.valueOf(real.value());
      case SqlValue.Text text -> JSString.valueOf(text.value());
      case SqlValue.Blob blob -> Int8Array.copyFromJavaArray(blob.toBytes());
    };
  }
}
