package conductor.differential;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import sqlite.value.SqlValue;

/** Values by seed, with a taste for those that are equal and not the same. */
final class RandomData {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0",
          "1",
          "7",
          " 7",
          "7.0",
          "1e1",
          "0x10",
          "-0.0",
          "a",
          "A",
          "a ",
          "abc",
          "ABC",
          "aBc  ",
          "b",
          "it's",
          "\"q\"",
          "-- no comment",
          "é",
          "É",
          "\uffee",
          "\ud83d\ude00",
          "9007199254740993",
          "9223372036854775808",
          "1.5abc",
          "%",
          "null");
  private static final List<Long> EXTREMES =
      List.of(
          (1L << 53) + 1,
          -(1L << 53) - 1,
          1L << 31,
          -(1L << 32),
          Long.MAX_VALUE,
          Long.MAX_VALUE - 1,
          Long.MIN_VALUE);
  private static final List<Double> REALS =
      List.of(
          0.0, -0.0, 0.5, 1.0, 7.0, -2.5, 0.1, 0.2, 1e15, 0x1p53, 9.25e18, 1e300, -1e300, 4.9E-324);

  private final Random random;

  RandomData(Random random) {
    this.random = random;
  }

  /** A value of few, so that rows meet. */
  SqlValue key() {
    int number = random.nextInt(12);
    return switch (random.nextInt(10)) {
      case 0 -> new SqlValue.Real(number);
      case 1 -> new SqlValue.Text(Integer.toString(number));
      case 2, 3 -> new SqlValue.Text(pick(TEXTS));
      case 4 -> random.nextInt(3) == 0 ? SqlValue.NULL : new SqlValue.Int(number);
      case 5 -> random.nextInt(3) == 0 ? any() : new SqlValue.Int(number);
      default -> new SqlValue.Int(number);
    };
  }

  /** A value whose sums are exact in every order. */
  SqlValue moderate() {
    return switch (random.nextInt(8)) {
      case 0 -> SqlValue.NULL;
      case 1 -> new SqlValue.Int((random.nextLong() >> 12) >> random.nextInt(52));
      case 2, 3 -> new SqlValue.Int(random.nextInt(7) - 3);
      case 4 -> new SqlValue.Real(random.nextInt(9) / 4.0 - 1);
      case 5 -> new SqlValue.Real(random.nextInt(1000) / 10.0 * (oneIn(4) ? 1e9 : 1));
      case 6 -> new SqlValue.Text(Integer.toString(random.nextInt(30)));
      default -> new SqlValue.Text(pick(List.of("a", "A", "b", "", "1.5", "x", "12abc")));
    };
  }

  /** Any value at all. */
  SqlValue any() {
    return switch (random.nextInt(9)) {
      case 0 -> SqlValue.NULL;
      case 1 -> new SqlValue.Int(random.nextInt(9) - 3);
      case 2 -> new SqlValue.Int(pick(EXTREMES));
      case 3 -> new SqlValue.Int(random.nextLong() >> random.nextInt(64));
      case 4 -> new SqlValue.Real(pick(REALS));
      case 5 ->
          random.nextInt(4) == 0
              ? new SqlValue.Real(
                  random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY)
              : new SqlValue.Real(random.nextGaussian());
      case 6 -> new SqlValue.Blob(pick(TEXTS).getBytes(StandardCharsets.UTF_8));
      default -> new SqlValue.Text(pick(TEXTS));
    };
  }

  /** The value as SQL. */
  static String literal(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> "NULL";
      case SqlValue.Int integer -> Long.toString(integer.value());
      case SqlValue.Real real ->
          Double.isInfinite(real.value())
              ? real.value() > 0 ? "9e999" : "-9e999"
              : Double.toString(real.value());
      case SqlValue.Text text -> "'" + text.value().replace("'", "''") + "'";
      case SqlValue.Blob blob -> "x'" + HexFormat.of().formatHex(blob.toBytes()) + "'";
    };
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
