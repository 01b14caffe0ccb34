package storage.exec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import storage.api.EncodedRows;
import storage.api.StorageRequest.Shape;

/** The rows of a statement as they cross the platform's border, page by page. */
final class JdbcCursor implements RowCursor {
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Supplier<RowEncoder> encoders;
  private final @Nullable List<Integer> keys;
  private final IntConsumer counted;
  private final int width;
  private boolean ahead;

  /**
   * @param encoders one for each page
   * @param counted is told how many rows a page has
   */
  JdbcCursor(
      PreparedStatement statement,
      Supplier<RowEncoder> encoders,
      @Nullable List<Integer> keys,
      IntConsumer counted)
      throws SQLException {
    this.statement = statement;
    this.rows = statement.executeQuery();
    this.encoders = encoders;
    this.keys = keys;
    this.counted = counted;
    this.width = rows.getMetaData().getColumnCount() - 1;
    this.ahead = rows.next();
  }

  @Override
  public Page read(int characters) {
    RowEncoder encoder = encoders.get();
    RowEncoder beside =
        new RowEncoder(
            Shape.ARRAYS, List.of(), keys == null ? List.of() : keys, EncodedRows.SEPARATOR);
    try {
      while (ahead && encoder.length() < characters) {
        Object[] row = new Object[width];
        for (int i = 0; i < row.length; i++) {
          row[i] = crossing(rows.getObject(i + 1));
        }
        String literals = rows.getString(width + 1);
        encoder.add(row, literals);
        beside.add(row, literals);
        ahead = rows.next();
      }
      if (!ahead) {
        statement.close();
      }
    } catch (SQLException refused) {
      throw JdbcDatabase.failure(refused);
    }
    EncodedRows encoded = encoder.rows();
    counted.accept(encoded.count());
    return new Page(new PreparedQuery.Found(encoded, keys == null ? null : beside.rows()), ahead);
  }

  @Override
  public void end() {
    try {
      statement.close();
    } catch (SQLException broken) {
      throw JdbcDatabase.failure(broken);
    }
  }

  /** What is left of a value on the other side of the platform's border. */
  private static @Nullable Object crossing(@Nullable Object value) {
    if (value instanceof Number number) {
      double crossed = number.doubleValue();
      return Double.isInfinite(crossed) ? null : crossed;
    }
    return value;
  }
}
