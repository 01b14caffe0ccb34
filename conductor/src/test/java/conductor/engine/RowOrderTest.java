package conductor.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import storage.api.EncodedRows;
import storage.api.RowCounts;
import storage.api.StatementResult;
import storage.api.StorageRequest.Shape;
import storage.api.TextRows;

final class RowOrderTest {
  private static final SortKey BY_FIRST = new SortKey(0, false, true, Collation.BINARY);

  private static RowKeys keys(List<Collation> distinct) {
    return RowKeys.of(List.of("a"), new Finish(List.of(BY_FIRST), distinct, RowLimit.NONE));
  }

  private static List<List<SqlValue>> page(long... values) {
    List<List<SqlValue>> rows = new ArrayList<>();
    for (long value : values) {
      rows.add(List.of(new SqlValue.Int(value)));
    }
    return rows;
  }

  /** The order with a source in place of each character, and a minus before those passed over. */
  private static String readable(String order) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < order.length(); i++) {
      char c = order.charAt(i);
      text.append((c & 1) == 1 ? "-" : "").append(c >> 1);
    }
    return text.toString();
  }

  @Test
  void theSmallestIsNextAndOfEqualsThatOfTheFirstSource() {
    RowOrder order = new RowOrder(keys(List.of()), 3, 0, -1);
    order.add(0, page(2, 5, 5));
    order.add(1, page(1, 5));
    for (int source = 0; source < 3; source++) {
      order.end(source);
    }
    assertEquals("10001", readable(order.next()));
    assertTrue(order.isEnd());
    assertArrayEquals(new int[] {3, 2, 0}, order.taken());
  }

  @Test
  void nothingIsSaidBeforeEverySourceHasRowsOrHasEnded() {
    RowOrder order = new RowOrder(keys(List.of()), 2, 0, -1);
    order.add(0, page(1, 2));
    assertTrue(order.isMissing(1));
    assertEquals("", order.next());
    order.add(1, page(1, 3, 4));
    assertEquals("010", readable(order.next()), "the first source must give more before the 3");
    assertTrue(order.isMissing(0));
    assertFalse(order.isMissing(1));
    order.end(0);
    order.end(1);
    assertEquals("11", readable(order.next()));
    assertTrue(order.isEnd());
  }

  @Test
  void limitAndOffsetCountRowsOfAllPages() {
    RowOrder order = new RowOrder(keys(List.of()), 2, 2, 2);
    order.add(0, page(1));
    order.add(1, page(2, 3, 4, 5));
    assertEquals("-0", readable(order.next()));
    order.end(0);
    assertEquals("-111", readable(order.next()));
    assertTrue(order.isFull());
  }

  @Test
  void ofEqualRowsTheFirstIsGiven() {
    RowOrder order = new RowOrder(keys(List.of(Collation.BINARY)), 2, 1, -1);
    order.add(0, page(1, 2, 3));
    order.add(1, page(1, 3, 4));
    order.end(0);
    order.end(1);
    assertEquals("-0-100-11", readable(order.next()));
  }

  @Test
  void aSourceCannotGiveMoreThanIsAskedFor() {
    RowOrder order = new RowOrder(keys(List.of()), 1, 0, -1);
    order.add(0, page(1));
    assertThrows(IllegalStateException.class, () -> order.add(0, page(2)));
  }

  @Test
  void rowsAreInterleavedByTheirTexts() {
    List<EncodedRows> sources =
        List.of(new TextRows(3, "[1],\n[\",\\n\"],\n[3]"), new TextRows(1, "{\"a\":2}"));
    EncodedRows rows =
        sources.get(0).interleaved(sources, new int[] {1, 0}, "\0\2\1", EncodedRows.SEPARATOR);
    assertEquals(new TextRows(2, "[\",\\n\"],\n{\"a\":2}"), rows);
    assertEquals("[\",\\n\"]|{\"a\":2}", rows.joined("|").text());
  }

  /** Rows that nobody may read: only their length and their order are anyone's business. */
  private record Sealed(int count) implements EncodedRows {
    @Override
    public String text() {
      throw new AssertionError("a row that passes through was read");
    }

    @Override
    public int length() {
      return count;
    }

    @Override
    public EncodedRows interleaved(
        List<EncodedRows> sources, int[] starts, String order, String joint) {
      return new TextRows(order.length(), readable(order));
    }
  }

  @Test
  void rowsOfAScatterAreNotRead() {
    SqlTemplate partial = SqlTemplate.of("SELECT a FROM t LIMIT " + SqlTemplate.place(1));
    RowMerge merge =
        new RowMerge(
            List.of("a"), partial, new Finish(List.of(BY_FIRST), List.of(), RowLimit.NONE), false);
    TreeMap<Integer, List<StatementResult>> results = new TreeMap<>();
    results.put(0, List.of(result(2, "[1],\n[4]")));
    results.put(1, List.of(result(1, "[3]")));
    Work work = merge.work(new TreeSet<>(results.keySet()), new Bindings(List.of()));
    Work.Merge ending = (Work.Merge) work.ending();
    assertFalse(ending.decodes());
    assertEquals("010", ending.merge(results, Shape.OBJECTS, Shape.OBJECTS).rows().text());
  }

  private static StatementResult result(int count, String keys) {
    return new StatementResult.Rows(
        List.of("a"), new Sealed(count), new TextRows(count, keys), RowCounts.NONE);
  }
}
