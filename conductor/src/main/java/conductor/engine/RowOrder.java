package conductor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;

/**
 * Finds the order of rows that come from several sources, page by page, by their keys alone.
 *
 * <p>Each source gives its rows in the order that is wanted. The next row of all is the smallest of
 * those that are next at their sources, so nothing can be said while a source that has not ended
 * has none. Of equal rows the one of the earlier source comes first.
 */
public final class RowOrder {
  private final List<Source> sources = new ArrayList<>();
  private final PriorityQueue<Source> ready;
  private final @Nullable TreeSet<List<SqlValue>> seen;
  private long toSkip;
  private long left;

  /**
   * The order of rows of {@code count} sources.
   *
   * @param skipped how many rows are passed over first
   * @param wanted how many rows follow those; negative for all
   */
  RowOrder(RowKeys keys, int count, long skipped, long wanted) {
    Comparator<List<SqlValue>> order = keys.comparator();
    this.ready =
        new PriorityQueue<>(
            (one, other) -> {
              int byKeys = order.compare(one.head(), other.head());
              return byKeys != 0 ? byKeys : Integer.compare(one.position, other.position);
            });
    this.seen = keys.seen();
    this.toSkip = skipped;
    this.left = wanted < 0 ? Long.MAX_VALUE : wanted;
    for (int i = 0; i < count; i++) {
      sources.add(new Source(i));
    }
  }

  /** Adds rows of a source that has none waiting, by their keys. */
  public void add(int source, List<List<SqlValue>> keys) {
    Source of = sources.get(source);
    if (of.hasNext()) {
      throw new IllegalStateException("the source " + source + " has rows already");
    }
    of.keys = keys;
    of.next = 0;
    if (of.hasNext()) {
      ready.add(of);
    }
  }

  /** There will be no more rows of a source. */
  public void end(int source) {
    sources.get(source).ended = true;
  }

  /** Whether rows of that source are needed before any order can be told. */
  public boolean isMissing(int source) {
    Source of = sources.get(source);
    return !of.ended && !of.hasNext();
  }

  /** Whether all rows that are wanted have been given. */
  public boolean isFull() {
    return left == 0;
  }

  /** Whether no source has more. */
  public boolean isEnd() {
    for (Source source : sources) {
      if (!source.ended || source.hasNext()) {
        return false;
      }
    }
    return true;
  }

  /** How many rows of each source's last page have been taken. */
  public int[] taken() {
    int[] taken = new int[sources.size()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = sources.get(i).next;
    }
    return taken;
  }

  /**
   * The rows that are next, as {@link storage.api.EncodedRows#interleaved} takes them: until all
   * that are wanted are there, or a source must give more.
   */
  public String next() {
    StringBuilder order = new StringBuilder();
    for (Source source : sources) {
      if (isMissing(source.position)) {
        return "";
      }
    }
    while (left > 0 && !ready.isEmpty()) {
      Source source = ready.poll();
      List<SqlValue> row = source.head();
      boolean wanted = seen == null || seen.add(row);
      if (wanted && toSkip > 0) {
        toSkip--;
        wanted = false;
      }
      if (wanted) {
        left--;
      }
      order.append((char) (2 * source.position + (wanted ? 0 : 1)));
      source.next++;
      if (source.hasNext()) {
        ready.add(source);
      } else if (!source.ended) {
        break;
      }
    }
    return order.toString();
  }

  /** One of those that rows come from, with its page. */
  private static final class Source {
    private final int position;
    private List<List<SqlValue>> keys = List.of();
    private int next;
    private boolean ended;

    Source(int position) {
      this.position = position;
    }

    boolean hasNext() {
      return next < keys.size();
    }

    List<SqlValue> head() {
      return keys.get(next);
    }
  }
}
