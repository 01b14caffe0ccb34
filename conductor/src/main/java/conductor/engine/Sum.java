package conductor.engine;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.List;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;

/**
 * SUM, TOTAL and AVG over values that the nodes have summed in parts.
 *
 * <p>SQLite adds REALs with compensation, so its sum is the true one rounded once. To give the same
 * digits whatever the number of nodes, rounding must not happen on a node either. So each REAL is
 * split into a multiple of 2<sup>20</sup>, one of 2<sup>-20</sup> and the rest, and each INTEGER
 * into its upper and lower 32 bits; sums of such parts are exact, and only the last addition
 * rounds. The parts of a node, in the order of their columns:
 *
 * <ol>
 *   <li>the sum of {@code x >> 32} over the INTEGERs,
 *   <li>the sum of {@code x & 0xffffffff} over the INTEGERs,
 *   <li>the count of the INTEGERs,
 *   <li>SQLite's own sum of the TEXTs and BLOBs, which is an INTEGER when all of them are,
 *   <li>the count of the TEXTs and BLOBs,
 *   <li>the sum of the multiples of 2<sup>20</sup> in the REALs,
 *   <li>the sum of the multiples of 2<sup>-20</sup> in what is left of them,
 *   <li>the sum of the rests of the REALs,
 *   <li>the count of the REALs,
 *   <li>and three sums of the TEXTs and BLOBs as REALs, split as those.
 * </ol>
 *
 * @see <a href="https://sqlite.org/lang_aggfunc.html#sumunc">sum() and total()</a>
 */
public final class Sum {
  /** What is made of the sum. */
  public enum Kind {
    SUM,
    TOTAL,
    AVG
  }

  /** How many columns the parts take. */
  static final int PARTS = 12;

  private long high;
  private long low;
  private long count;
  private boolean anyReal;
  private final DoubleDouble reals = new DoubleDouble();

  void addParts(List<SqlValue> row, int first) {
    high += Parts.integer(row.get(first));
    addLow(Parts.integer(row.get(first + 1)));
    long texts = Parts.integer(row.get(first + 4));
    if (texts > 0 && row.get(first + 3) instanceof SqlValue.Int integer) {
      addInteger(integer.value());
    } else if (texts > 0) {
      addReals(row, first + 9);
    }
    long realCount = Parts.integer(row.get(first + 8));
    if (realCount > 0) {
      addReals(row, first + 5);
    }
    count += Parts.integer(row.get(first + 2)) + texts + realCount;
  }

  private void addReals(List<SqlValue> row, int first) {
    anyReal = true;
    reals.add(realOrNaN(row.get(first)));
    // An infinity leaves no rest: the subtraction gives NULL.
    reals.add(Parts.real(row.get(first + 1)));
    reals.add(Parts.real(row.get(first + 2)));
  }

  /**
   * Adds a sum of that many values.
   *
   * @throws GuessFailed when it is not one of INTEGERs alone
   */
  void addIntegers(SqlValue sum, long values) {
    if (values == 0) {
      return;
    }
    if (!(sum instanceof SqlValue.Int integer)) {
      throw new GuessFailed();
    }
    addInteger(integer.value());
    count += values;
  }

  void addValue(SqlValue value) {
    count++;
    switch (value) {
      case SqlValue.Null ignored -> count--;
      case SqlValue.Int integer -> addInteger(integer.value());
      case SqlValue.Real real -> addReal(real.value());
      case SqlValue.Text text -> addText(ofText(text.value()));
      case SqlValue.Blob ignored -> addReal(0);
    }
  }

  SqlValue result(Kind kind) {
    return switch (kind) {
      case SUM -> sum();
      case TOTAL -> value(total());
      case AVG -> count == 0 ? SqlValue.NULL : value(total() / count);
    };
  }

  private SqlValue sum() {
    if (count == 0) {
      return SqlValue.NULL;
    }
    if (anyReal) {
      return value(total());
    }
    if (high > Integer.MAX_VALUE || high < Integer.MIN_VALUE) {
      throw new SqlException(ErrorCode.SQL, "integer overflow");
    }
    return new SqlValue.Int((high << 32) + low);
  }

  private double total() {
    DoubleDouble total = new DoubleDouble();
    // Parts of 32 bits, each exact as a double.
    total.add((double) (high >> 32) * 0x1p64);
    total.add((double) (high & 0xffffffffL) * 0x1p32);
    total.add((double) low);
    total.add(reals);
    return total.value();
  }

  /** A sum of infinities of both signs is NaN, which SQLite gives as NULL. */
  private static double realOrNaN(SqlValue sum) {
    return sum instanceof SqlValue.Null ? Double.NaN : Parts.real(sum);
  }

  private static SqlValue value(double real) {
    return Double.isNaN(real) ? SqlValue.NULL : new SqlValue.Real(real);
  }

  private void addInteger(long value) {
    high += value >> 32;
    addLow(value & 0xffffffffL);
  }

  private void addLow(long value) {
    low += value;
    high += low >> 32;
    low &= 0xffffffffL;
  }

  private void addReal(double value) {
    anyReal = true;
    reals.add(value);
  }

  private void addText(SqlValue sum) {
    switch (sum) {
      case SqlValue.Int integer -> addInteger(integer.value());
      case SqlValue.Real real -> addReal(real.value());
      default -> addReal(Double.NaN);
    }
  }

  /** SQLite sums a text that is a number as one, and any other as the REAL that it begins with. */
  private static SqlValue ofText(String text) {
    SqlValue number = NumberText.parseWhole(text);
    return number instanceof SqlValue.Null
        ? new SqlValue.Real(NumberText.realPrefix(text))
        : number;
  }
}
