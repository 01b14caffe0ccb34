package conductor.engine;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.eval.Computation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.Affinity;
import sqlite.value.SqlValue;

/**
 * LIMIT and OFFSET.
 *
 * @param limit null for all rows
 * @param offset null for none left out
 * @see <a href="https://sqlite.org/lang_select.html#limitoffset">The LIMIT clause</a>
 */
public record RowLimit(@Nullable Computation limit, @Nullable Computation offset) {
  /** All rows. */
  public static final RowLimit NONE = new RowLimit(null, null);

  /** How many rows a node must give so that none is missed; negative for all. */
  long pushed(Bindings bindings) {
    long count = count(limit, bindings, -1);
    if (count < 0) {
      return -1;
    }
    long skipped = skipped(bindings);
    return count > Long.MAX_VALUE - skipped ? -1 : count + skipped;
  }

  /** How many rows are left out at the beginning. */
  long skipped(Bindings bindings) {
    return Math.max(0, count(offset, bindings, 0));
  }

  /** How many rows follow those; negative for all. */
  long wanted(Bindings bindings) {
    return count(limit, bindings, -1);
  }

  /** The rows that are left of {@code rows}. */
  <T> List<T> of(List<T> rows, Bindings bindings) {
    int from = (int) Math.min(skipped(bindings), rows.size());
    long count = wanted(bindings);
    int left = rows.size() - from;
    return rows.subList(from, from + (count < 0 ? left : (int) Math.min(left, count)));
  }

  private static long count(@Nullable Computation computation, Bindings bindings, long absent) {
    if (computation == null) {
      return absent;
    }
    SqlValue value = Affinity.NUMERIC.apply(computation.value(bindings));
    if (value instanceof SqlValue.Int integer) {
      return integer.value();
    }
    throw new SqlException(ErrorCode.SQL, "datatype mismatch");
  }
}
