package sqlite.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArithmeticTest {
  private static final long SEED = 64;

  @Test
  void divisionByZeroIsNull() {
    SqlValue one = new SqlValue.Int(1);
    assertEquals(SqlValue.NULL, Arithmetic.divide(one, new SqlValue.Int(0)));
    assertEquals(SqlValue.NULL, Arithmetic.divide(one, new SqlValue.Real(-0.0)));
    assertEquals(SqlValue.NULL, Arithmetic.remainder(one, new SqlValue.Real(0.5)));
    assertEquals(SqlValue.NULL, Arithmetic.remainder(one, new SqlValue.Text("x")));
  }

  @Test
  void leastIntegerByMinusOneDoesNotTrap() {
    SqlValue least = new SqlValue.Int(Long.MIN_VALUE);
    SqlValue minusOne = new SqlValue.Int(-1);
    assertEquals(new SqlValue.Real(0x1p63), Arithmetic.divide(least, minusOne));
    assertEquals(new SqlValue.Int(0), Arithmetic.remainder(least, minusOne));
    assertEquals(new SqlValue.Real(0x1p63), Arithmetic.multiply(least, minusOne));
    assertEquals(new SqlValue.Real(0x1p63), Arithmetic.negate(least));
  }

  @Test
  void notANumberIsNull() {
    SqlValue infinity = new SqlValue.Real(Double.POSITIVE_INFINITY);
    assertEquals(SqlValue.NULL, Arithmetic.subtract(infinity, infinity));
    assertEquals(SqlValue.NULL, Arithmetic.multiply(infinity, new SqlValue.Int(0)));
  }

  @Test
  void remainderOfTextTakesTheDigitsBeforeItsExponent() {
    assertEquals(
        new SqlValue.Real(1.0),
        Arithmetic.remainder(new SqlValue.Text("1e3"), new SqlValue.Int(7)));
  }

  @Test
  void unknownIsBetweenFalseAndTrue() {
    assertEquals(Truth.FALSE, Truth.UNKNOWN.and(Truth.FALSE));
    assertEquals(Truth.TRUE, Truth.UNKNOWN.or(Truth.TRUE));
    assertEquals(Truth.UNKNOWN, Truth.UNKNOWN.not());
  }

  @Test
  void operatorsGiveWhatSqliteGives() throws SQLException {
    RandomValues values = new RandomValues(SEED);
    String sql =
        "SELECT ?1 + ?2, ?1 - ?2, ?1 * ?2, ?1 / ?2, ?1 % ?2, ?1 || ?2, ?1 & ?2, ?1 | ?2,"
            + " ?1 << ?2, ?1 >> ?2, ~?1, -?1, NOT ?1, ?1 AND ?2, ?1 OR ?2,"
            + " ?1 = ?2, ?1 <> ?2, ?1 < ?2, ?1 <= ?2, ?1 > ?2, ?1 >= ?2, ?1 IS ?2, ?1 IS NOT ?2";
    try (RealSqlite sqlite = new RealSqlite()) {
      for (int i = 0; i < 30_000; i++) {
        SqlValue left = values.next();
        SqlValue right = values.next();
        assertEquals(
            sqlite.rows(sql, left, right).get(0),
            all(left, right),
            () -> "seed " + SEED + ": " + left + " with " + right);
      }
    }
  }

  private static List<SqlValue> all(SqlValue left, SqlValue right) {
    List<SqlValue> results = new ArrayList<>();
    results.add(Arithmetic.add(left, right));
    results.add(Arithmetic.subtract(left, right));
    results.add(Arithmetic.multiply(left, right));
    results.add(Arithmetic.divide(left, right));
    results.add(Arithmetic.remainder(left, right));
    results.add(Arithmetic.concatenate(left, right));
    results.add(Arithmetic.bitAnd(left, right));
    results.add(Arithmetic.bitOr(left, right));
    results.add(Arithmetic.shiftLeft(left, right));
    results.add(Arithmetic.shiftRight(left, right));
    results.add(Arithmetic.bitNot(left));
    results.add(Arithmetic.negate(left));
    results.add(Truth.of(left).not().toValue());
    results.add(Truth.of(left).and(Truth.of(right)).toValue());
    results.add(Truth.of(left).or(Truth.of(right)).toValue());
    for (Comparison comparison : Comparison.values()) {
      results.add(comparison.test(left, right, Collation.BINARY).toValue());
    }
    return results;
  }
}
