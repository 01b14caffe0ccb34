package sqllogictest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;

/** Results as the files print them. */
final class Printed {
  /** SQLite's printf shows no more digits than a double is sure of. */
  private static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_EVEN);

  private static final Comparator<String> BYTES =
      (left, right) ->
          java.util.Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private Printed() {}

  /** All values of a result, row by row, in the order that is compared. */
  static List<String> values(List<List<SqlValue>> rows, String types, Entry.Sort sort) {
    List<List<String>> printed = new ArrayList<>();
    for (List<SqlValue> row : rows) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(value(row.get(i), types.charAt(i)));
      }
      printed.add(values);
    }
    if (sort == Entry.Sort.ROWSORT) {
      printed.sort(Printed::compareRows);
    }
    List<String> all = new ArrayList<>();
    printed.forEach(all::addAll);
    if (sort == Entry.Sort.VALUESORT) {
      all.sort(BYTES);
    }
    return all;
  }

  /** The line that stands for many values. */
  static String hash(List<String> values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (String value : values) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return values.size() + " values hashing to " + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static int compareRows(List<String> left, List<String> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = BYTES.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String value(SqlValue value, char type) {
    if (value instanceof SqlValue.Null) {
      return "NULL";
    }
    return switch (type) {
      case 'I' -> Long.toString(integer(value));
      case 'R' -> threeDecimals(real(value));
      case 'T' -> visible(text(value));
      default -> throw new IllegalArgumentException("a column of type " + type);
    };
  }

  /** As SQLite reads a value that is asked for as an integer. */
  private static long integer(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> 0;
      case SqlValue.Int integer -> integer.value();
      case SqlValue.Real real -> NumberText.toLong(real.value());
      case SqlValue.Text text -> leadingInteger(text.value());
      case SqlValue.Blob blob -> leadingInteger(text(blob));
    };
  }

  private static long leadingInteger(String text) {
    String stripped = text.strip();
    int end = 0;
    while (end < stripped.length()
        && (Character.isDigit(stripped.charAt(end))
            || (end == 0 && "+-".indexOf(stripped.charAt(0)) >= 0))) {
      end++;
    }
    String digits = stripped.substring(0, end);
    return digits.isEmpty() || digits.equals("+") || digits.equals("-")
        ? 0
        : new java.math.BigInteger(digits)
            .max(java.math.BigInteger.valueOf(Long.MIN_VALUE))
            .min(java.math.BigInteger.valueOf(Long.MAX_VALUE))
            .longValue();
  }

  private static double real(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> 0;
      case SqlValue.Int integer -> integer.value();
      case SqlValue.Real real -> real.value();
      case SqlValue.Text text -> leadingReal(text.value());
      case SqlValue.Blob blob -> leadingReal(text(blob));
    };
  }

  private static double leadingReal(String text) {
    String stripped = text.strip();
    for (int end = stripped.length(); end > 0; end--) {
      try {
        return new BigDecimal(stripped.substring(0, end)).doubleValue();
      } catch (NumberFormatException longer) {
        // The longest beginning that is a number counts.
      }
    }
    return 0;
  }

  private static String threeDecimals(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return new BigDecimal(value).round(DIGITS).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  private static String text(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> "NULL";
      case SqlValue.Int integer -> Long.toString(integer.value());
      case SqlValue.Real real -> NumberText.of(real.value());
      case SqlValue.Text text -> text.value();
      case SqlValue.Blob blob -> new String(blob.toBytes(), StandardCharsets.UTF_8);
    };
  }

  private static String visible(String text) {
    if (text.isEmpty()) {
      return "(empty)";
    }
    StringBuilder visible = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      visible.append(b < ' ' || b > '~' ? '@' : (char) b);
    }
    return visible.toString();
  }
}
