package conductor.eval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sqlite.value.SqlValue;

/** Expressions and values by seed, with a taste for the places where conversions change. */
final class RandomExpressions {
  static final int PARAMETERS = 5;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0",
          "-0",
          "1",
          " 12 ",
          "1e3",
          "0x10",
          ".5",
          "-.5",
          "5.0",
          "1e",
          "1.5abc",
          "abc",
          "ABC",
          "Abc ",
          "a",
          "A",
          "a ",
          "%",
          "_",
          "a%",
          "%c",
          "_b_",
          "[a-c]*",
          "*",
          "?b?",
          "\\",
          "é",
          "É",
          "\ud83d\ude00",
          "\uffee",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "1e400",
          "-0.0",
          "2.0",
          "'",
          "4142",
          "41 42",
          "true",
          "9e18");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "3",
          "10",
          "0.0",
          "-0.0",
          "0.5",
          "1.0",
          "2.5",
          "-2.5",
          "1e3",
          "1_0",
          "0x10",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "1e19",
          "4503599627370496.5",
          "9007199254740993",
          "1e308",
          "9e999",
          "-9e999",
          "0.1",
          "1.005",
          "2147483648",
          "-9223372036854775807");
  private static final List<String> INFIX =
      List.of(
          "+",
          "-",
          "*",
          "/",
          "%",
          "||",
          "&",
          "|",
          "<<",
          ">>",
          "=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "=",
          "<",
          "IS",
          "IS NOT",
          "IS DISTINCT FROM",
          "IS NOT DISTINCT FROM",
          "AND",
          "OR",
          "AND",
          "OR");
  private static final List<String> TYPES =
      List.of("INTEGER", "TEXT", "REAL", "NUMERIC", "BLOB", "", "VARCHAR(3)");
  private static final List<String> COLLATIONS = List.of("BINARY", "NOCASE", "RTRIM");
  private static final List<String> FUNCTIONS_OF_ONE =
      List.of(
          "abs",
          "length",
          "octet_length",
          "lower",
          "upper",
          "trim",
          "ltrim",
          "rtrim",
          "round",
          "sign",
          "typeof",
          "hex",
          "unhex",
          "quote",
          "unicode",
          "char",
          "ceil",
          "floor",
          "trunc",
          "likely",
          "unlikely",
          "concat",
          "sqrt");
  private static final List<String> FUNCTIONS_OF_TWO =
      List.of(
          "coalesce",
          "ifnull",
          "nullif",
          "iif",
          "trim",
          "ltrim",
          "rtrim",
          "substr",
          "instr",
          "round",
          "min",
          "max",
          "unhex",
          "char",
          "mod",
          "concat",
          "concat_ws",
          "like",
          "glob");
  private static final List<String> FUNCTIONS_OF_THREE =
      List.of("coalesce", "iif", "substr", "replace", "min", "max", "concat_ws", "concat");

  private final Random random;

  RandomExpressions(long seed) {
    random = new Random(seed);
  }

  /** A value to bind or to store. */
  SqlValue value() {
    return switch (random.nextInt(8)) {
      case 0 -> SqlValue.NULL;
      case 1 -> new SqlValue.Int(random.nextInt(5) - 2);
      case 2 -> new SqlValue.Int(random.nextLong() >> random.nextInt(64));
      case 3 -> new SqlValue.Real(random.nextInt(9) / 4.0 - 1);
      case 4 -> new SqlValue.Real(real());
      case 5 -> new SqlValue.Blob(pick(TEXTS).getBytes(StandardCharsets.UTF_8));
      case 6 -> new SqlValue.Text(pick(TEXTS) + (random.nextInt(4) == 0 ? "\0b" : pick(TEXTS)));
      default -> new SqlValue.Text(pick(TEXTS));
    };
  }

  List<SqlValue> values(int count) {
    List<SqlValue> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(value());
    }
    return values;
  }

  /** A finite double. */
  double real() {
    double value =
        switch (random.nextInt(3)) {
          case 0 -> Double.longBitsToDouble(random.nextLong());
          case 1 -> random.nextInt(1_000_000) / 1000.0 * Math.pow(10, random.nextInt(20) - 10);
          default -> random.nextGaussian();
        };
    return Double.isFinite(value) ? value : 1.0;
  }

  /** An expression with at most so many levels. */
  String expression(int depth) {
    if (depth <= 1) {
      return leaf();
    }
    int next = depth - 1 - random.nextInt(2);
    return switch (random.nextInt(20)) {
      case 0, 1 -> leaf();
      case 2 -> "(" + pick(List.of("- ", "+ ", "~", "NOT ")) + expression(next) + ")";
      case 3, 4, 5, 6 -> "(" + expression(next) + " " + pick(INFIX) + " " + expression(next) + ")";
      case 7 -> "(" + expression(next) + " COLLATE " + pick(COLLATIONS) + ")";
      case 8 -> "CAST(" + expression(next) + " AS " + pick(TYPES) + ")";
      case 9 ->
          "("
              + expression(next)
              + not()
              + " BETWEEN "
              + expression(next)
              + " AND "
              + expression(next)
              + ")";
      case 10 -> "(" + expression(next) + not() + " IN (" + list(next, random.nextInt(5)) + "))";
      case 11 ->
          "("
              + expression(next)
              + not()
              + pick(List.of(" LIKE ", " GLOB "))
              + expression(next)
              + ")";
      case 12 ->
          "("
              + expression(next)
              + not()
              + " LIKE "
              + expression(next)
              + " ESCAPE "
              + pick(List.of("'\\'", "'%'", "'_'", "'a'", "'ab'", expression(next)))
              + ")";
      case 13 ->
          "("
              + expression(next)
              + pick(
                  List.of(
                      " IS NULL",
                      " IS NOT NULL",
                      " IS TRUE",
                      " IS NOT FALSE",
                      " IS NOT TRUE",
                      " IS FALSE"))
              + ")";
      case 14 -> choice(next);
      case 15, 16 -> call(pick(FUNCTIONS_OF_ONE), list(next, 1));
      case 17, 18 -> call(pick(FUNCTIONS_OF_TWO), list(next, 2));
      default -> call(pick(FUNCTIONS_OF_THREE), list(next, 3));
    };
  }

  /** What {@code unhex} gives may be no UTF-8, so it is not left for other functions. */
  private static String call(String function, String arguments) {
    String call = function + "(" + arguments + ")";
    return function.equals("unhex") ? "hex(" + call + ")" : call;
  }

  private String choice(int depth) {
    StringBuilder text = new StringBuilder("CASE");
    if (random.nextBoolean()) {
      text.append(' ').append(expression(depth));
    }
    for (int i = 0; i <= random.nextInt(2); i++) {
      text.append(" WHEN ").append(expression(depth)).append(" THEN ").append(expression(depth));
    }
    if (random.nextBoolean()) {
      text.append(" ELSE ").append(expression(depth));
    }
    return text.append(" END").toString();
  }

  private String leaf() {
    return switch (random.nextInt(12)) {
      case 0 -> pick(List.of("NULL", "TRUE", "FALSE"));
      case 1, 2 -> pick(NUMBERS);
      case 3, 4 -> "'" + pick(TEXTS).replace("'", "''") + "'";
      case 5 -> pick(List.of("x''", "x'41'", "x'613a62'", "x'31'"));
      case 6, 7 -> "?" + (1 + random.nextInt(PARAMETERS));
      case 8 -> pick(List.of("abs(-9223372036854775808)", Double.toString(Math.abs(real()))));
      default -> pick(Oracle.COLUMNS).name();
    };
  }

  private String not() {
    return random.nextInt(3) == 0 ? " NOT" : "";
  }

  private String list(int depth, int count) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(expression(depth));
    }
    return String.join(", ", items);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
