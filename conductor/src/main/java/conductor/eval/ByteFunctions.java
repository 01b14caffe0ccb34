package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.Affinity;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;

/** The functions of bytes, and of literals. */
final class ByteFunctions {
  private ByteFunctions() {}

  /** Null if this is no such function, or not with so many arguments. */
  static @Nullable Operation of(String name, List<Term> arguments) {
    return switch (arguments.size()) {
      case 1 -> ofOne(name, arguments);
      case 2 ->
          name.equals("unhex")
              ? Scalar.ofNonNull(
                  arguments, actual -> unhex(Texts.of(actual.get(0)), Texts.of(actual.get(1))))
              : null;
      default -> null;
    };
  }

  private static @Nullable Operation ofOne(String name, List<Term> arguments) {
    return switch (name) {
      case "octet_length" ->
          Scalar.ofNonNull(arguments, actual -> new SqlValue.Int(Texts.byteLength(actual.get(0))));
      case "hex" -> Scalar.of(arguments, actual -> hex(actual.get(0)));
      case "unhex" -> Scalar.ofNonNull(arguments, actual -> unhex(Texts.of(actual.get(0)), ""));
      case "quote" -> Scalar.of(arguments, actual -> quote(actual.get(0)));
      case "zeroblob" -> Scalar.of(arguments, actual -> zeroblob(actual.get(0)));
      default -> null;
    };
  }

  private static byte[] bytes(SqlValue value) {
    return Affinity.BLOB.cast(value) instanceof SqlValue.Blob blob ? blob.toBytes() : new byte[0];
  }

  private static SqlValue hex(SqlValue value) {
    byte[] bytes = bytes(value);
    EvaluationLimits.requireValueBytes(2L * bytes.length + 1);
    StringBuilder digits = new StringBuilder(2 * bytes.length);
    HexDigits.append(digits, bytes);
    return new SqlValue.Text(digits.toString());
  }

  /** Pairs of digits; what {@code ignored} contains may stand between the pairs. */
  private static SqlValue unhex(String whole, String ignored) {
    String text = Texts.untilNul(whole);
    byte[] bytes = new byte[text.length() / 2];
    int count = 0;
    int position = 0;
    while (position < text.length()) {
      int high = HexDigits.valueOf(text.charAt(position));
      if (high < 0) {
        int next = Texts.next(text, position);
        if (!ignored.contains(text.substring(position, next))) {
          return SqlValue.NULL;
        }
        position = next;
        continue;
      }
      boolean paired = position + 1 < text.length();
      int low = paired ? HexDigits.valueOf(text.charAt(position + 1)) : -1;
      if (low < 0) {
        return SqlValue.NULL;
      }
      bytes[count] = (byte) (high << 4 | low);
      count++;
      position += 2;
    }
    byte[] result = new byte[count];
    System.arraycopy(bytes, 0, result, 0, count);
    return new SqlValue.Blob(result);
  }

  private static SqlValue zeroblob(SqlValue length) {
    long bytes = Math.max(0, NumberFunctions.integer(length));
    EvaluationLimits.requireValueBytes(bytes);
    return new SqlValue.Blob(new byte[(int) bytes]);
  }

  private static SqlValue quote(SqlValue value) {
    String literal =
        switch (value) {
          case SqlValue.Null ignored -> "NULL";
          case SqlValue.Int integer -> NumberText.of(integer.value());
          case SqlValue.Real real -> quoted(real.value());
          case SqlValue.Text text -> quoted(Texts.untilNul(text.value()));
          case SqlValue.Blob blob -> quoted(blob);
        };
    int reserved = value instanceof SqlValue.Blob ? 2 : 1;
    EvaluationLimits.requireValueBytes(Texts.byteLength(literal) + reserved);
    return new SqlValue.Text(literal);
  }

  private static String quoted(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "9.0e+999" : "-9.0e+999";
    }
    return NumberText.of(value);
  }

  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('\'');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\'') {
        literal.append('\'');
      }
      literal.append(unit);
    }
    return literal.append('\'').toString();
  }

  private static String quoted(SqlValue.Blob blob) {
    StringBuilder literal = new StringBuilder(2 * blob.length() + 3).append("X'");
    HexDigits.append(literal, blob.toBytes());
    return literal.append('\'').toString();
  }
}
