package sqlite.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values and numbers by seed, with a taste for the places where conversions change. */
final class RandomValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0",
          "-0",
          "1",
          " 12 ",
          "12 ",
          "1e3",
          "1E+3",
          "0x10",
          "1_000",
          ".5",
          "5.",
          ".",
          "-.5",
          "+5",
          "+-5",
          "- 5",
          "1e",
          "1e+",
          "1e5 x",
          "1.5abc",
          "abc",
          "inf",
          "nan",
          "1e400",
          "-1e400",
          "1e-400",
          "9e18",
          "9.0e18",
          "9.3e18",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "9223372036854775807 x",
          "9223372036854775807\u0000x",
          "-9223372036854775808\u0000",
          "9223372036854775808\u0000",
          "9223372036854775808 x",
          "18446744073709551616",
          "9223372036854775807.0",
          "9223372036854774784.0",
          "4503599627370496.0",
          "-0.0",
          "2251799813685247.0",
          "2251799813685248.0",
          "9007199254740993",
          "\u000b1",
          "\u00a01",
          "0000000000000000000000001",
          "12345678901234567890123",
          "1\u0000",
          "1\u00002",
          "1.5\u0000x",
          "\u06611",
          "a",
          "A",
          "a ",
          "_",
          "Z",
          "[",
          "\u00e9",
          "\u00c9",
          "\ud83d\ude00",
          "\uffee",
          "\ue000",
          "ab\u0000C",
          "AB\u0000d",
          "AB\u0000\u00e9");
  private static final List<Long> INTEGERS =
      List.of(
          0L,
          1L,
          -1L,
          2L,
          7L,
          63L,
          64L,
          65L,
          -63L,
          -64L,
          -65L,
          100L,
          1L << 31,
          1L << 32,
          1L << 51,
          1L << 53,
          (1L << 53) + 1,
          -(1L << 53) - 1,
          3_037_000_500L,
          -3_037_000_500L,
          9_000_000_000_000_000_000L,
          9_223_372_036_854_774_784L,
          Long.MAX_VALUE - 1,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          Long.MIN_VALUE + 1);
  private static final List<Double> REALS =
      List.of(
          0.0,
          -0.0,
          0.5,
          1.0,
          -1.0,
          1.5,
          7.9,
          9.0e15,
          0x1p51,
          0x1p53,
          0x1p53 + 2,
          9.0e18,
          0x1p63,
          -0x1p63,
          0x1.fffffffffffffp62,
          -0x1.fffffffffffffp62,
          1e19,
          1e20,
          1e-5,
          1e300,
          -1e300,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  private final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  SqlValue next() {
    return switch (random.nextInt(9)) {
      case 0 -> SqlValue.NULL;
      case 1 -> new SqlValue.Int(INTEGERS.get(random.nextInt(INTEGERS.size())));
      case 2 -> new SqlValue.Int(random.nextLong() >> random.nextInt(64));
      case 3 -> new SqlValue.Real(REALS.get(random.nextInt(REALS.size())));
      case 4 -> new SqlValue.Real(real());
      case 5 -> new SqlValue.Text(TEXTS.get(random.nextInt(TEXTS.size())));
      case 6 -> new SqlValue.Text(decimal());
      case 7 ->
          new SqlValue.Blob(
              TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8));
      default -> new SqlValue.Text(TEXTS.get(random.nextInt(TEXTS.size())) + decimal());
    };
  }

  String text() {
    int pieces = random.nextInt(3);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(TEXTS.get(random.nextInt(TEXTS.size())));
    }
    return text.toString();
  }

  /** A finite double: any bits, few decimals, an integer, or near one. */
  double real() {
    double value =
        switch (random.nextInt(4)) {
          case 0 -> Double.longBitsToDouble(random.nextLong());
          case 1 -> random.nextInt(1_000_000) / 100.0 * Math.pow(10, random.nextInt(40) - 20);
          case 2 -> (double) (random.nextLong() >> random.nextInt(64));
          default -> random.nextGaussian();
        };
    return Double.isFinite(value) ? value : 1.0;
  }

  /** Up to 25 digits, with or without a point and an exponent. */
  String decimal() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(4) == 0) {
      text.append('-');
    }
    int digits = 1 + random.nextInt(25);
    int point = random.nextInt(2) == 0 ? random.nextInt(digits) : -1;
    for (int i = 0; i < digits; i++) {
      if (i == point) {
        text.append('.');
      }
      text.append((char) ('0' + random.nextInt(10)));
    }
    if (random.nextInt(2) == 0) {
      text.append('e').append(random.nextInt(700) - 350);
    }
    return text.toString();
  }
}
