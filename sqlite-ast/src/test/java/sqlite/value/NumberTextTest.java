package sqlite.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NumberTextTest {
  private static final long SEED = 3_541;

  @Test
  void realIsWrittenWithAPointAndAnExponentOnlyWhereItIsLong() {
    assertEquals("1.0", NumberText.of(1.0));
    assertEquals("0.0", NumberText.of(-0.0));
    assertEquals("0.1", NumberText.of(0.1));
    assertEquals("0.30000000000000004", NumberText.of(0.1 + 0.2));
    assertEquals("49.47", NumberText.of(49.47));
    assertEquals("9000000000000000.0", NumberText.of(9.0e15));
    assertEquals("10000000000000000.0", NumberText.of(1e16));
    assertEquals("1.0e+17", NumberText.of(1e17));
    assertEquals("0.0001", NumberText.of(1e-4));
    assertEquals("1.0e-05", NumberText.of(1e-5));
    assertEquals("-1.7976931348623157e+308", NumberText.of(-Double.MAX_VALUE));
    assertEquals("4.9406564584124654e-324", NumberText.of(Double.MIN_VALUE));
    assertEquals("-Inf", NumberText.of(Double.NEGATIVE_INFINITY));
  }

  @Test
  void notANumberHasNoText() {
    assertThrows(IllegalArgumentException.class, () -> NumberText.of(Double.NaN));
  }

  @Test
  void realIsWrittenAsSqliteWritesIt() throws SQLException {
    RandomValues values = new RandomValues(SEED);
    try (RealSqlite sqlite = new RealSqlite()) {
      for (int i = 0; i < 100_000; i++) {
        double value = values.real();
        assertEquals(
            sqlite.value("SELECT CAST(? AS TEXT)", new SqlValue.Real(value)),
            new SqlValue.Text(NumberText.of(value)),
            () -> "seed " + SEED + ": " + value);
      }
    }
  }

  @Test
  void decimalIsReadAsSqliteReadsIt() throws SQLException {
    RandomValues values = new RandomValues(SEED + 1);
    try (RealSqlite sqlite = new RealSqlite()) {
      for (int i = 0; i < 50_000; i++) {
        String text = values.decimal();
        assertEquals(
            sqlite.value("SELECT CAST(? AS REAL)", new SqlValue.Text(text)),
            new SqlValue.Real(NumberText.realPrefix(text)),
            () -> "seed " + (SEED + 1) + ": " + text);
      }
    }
  }

  @Test
  void decimalOfUpTo19DigitsIsReadAsTheNearestDouble() {
    Random random = new Random(SEED + 2);
    for (int i = 0; i < 50_000; i++) {
      String text = (random.nextLong() >>> (1 + random.nextInt(62))) + "e" + exponent(random);
      assertEquals(
          Double.parseDouble(text),
          NumberText.realPrefix(text),
          () -> "seed " + SEED + ": " + text);
    }
  }

  @Test
  void digitsBehindThe19thDoNotCount() {
    assertEquals(3_500_000_000_000_000.0, NumberText.realPrefix("3500000000000000.2500001"));
    assertEquals(3_500_000_000_000_000.5, Double.parseDouble("3500000000000000.2500001"));
  }

  @Test
  void writtenRealReadsAsTheSameReal() {
    RandomValues values = new RandomValues(SEED + 3);
    for (int i = 0; i < 50_000; i++) {
      double value = values.real();
      assertTrue(
          value == NumberText.realPrefix(NumberText.of(value)),
          () -> "seed " + (SEED + 3) + ": " + value);
    }
  }

  @Test
  void wholeNumberAllowsOnlyBlanksAroundIt() {
    assertEquals(new SqlValue.Int(12), NumberText.parseWhole(" 12\n"));
    assertEquals(new SqlValue.Real(0.5), NumberText.parseWhole(".5"));
    assertEquals(SqlValue.NULL, NumberText.parseWhole("12 x"));
    assertEquals(SqlValue.NULL, NumberText.parseWhole("0x10"));
    assertEquals(SqlValue.NULL, NumberText.parseWhole("1e"));
    assertEquals(SqlValue.NULL, NumberText.parseWhole(""));
  }

  private static int exponent(Random random) {
    return random.nextInt(660) - 340;
  }
}
