package sqlite.value;

import java.nio.charset.StandardCharsets;

/**
 * The conversions that an operator or a CAST forces, whatever is lost by them.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#cast_expressions">sqlite.org: CAST
 *     Expressions</a>
 */
final class Conversion {
  private Conversion() {}

  /** The integer that a value begins with; 0 for NULL. */
  static long toInteger(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> 0;
      case SqlValue.Int integer -> integer.value();
      case SqlValue.Real real -> NumberText.toLong(real.value());
      case SqlValue.Text text -> NumberText.integerPrefix(text.value());
      case SqlValue.Blob blob -> NumberText.integerPrefix(asciiOf(blob));
    };
  }

  /** The real number that a value begins with; 0.0 for NULL. */
  static double toReal(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> 0.0;
      case SqlValue.Int integer -> (double) integer.value();
      case SqlValue.Real real -> real.value();
      case SqlValue.Text text -> NumberText.realPrefix(text.value());
      case SqlValue.Blob blob -> NumberText.realPrefix(asciiOf(blob));
    };
  }

  /** The number that CAST AS NUMERIC makes of a value that is not NULL. */
  static SqlValue toNumber(SqlValue value) {
    return switch (value) {
      case SqlValue.Text text -> numberCast(text.value());
      case SqlValue.Blob blob -> numberCast(asciiOf(blob));
      case SqlValue.Null none -> none;
      case SqlValue.Int integer -> integer;
      case SqlValue.Real real -> real;
    };
  }

  /** The number that an arithmetic operator takes for a value: NULL, an INTEGER or a REAL. */
  static SqlValue toOperand(SqlValue value) {
    return switch (value) {
      case SqlValue.Text text -> NumberText.parsePrefix(text.value());
      case SqlValue.Blob blob -> NumberText.parsePrefix(asciiOf(blob));
      case SqlValue.Null none -> none;
      case SqlValue.Int integer -> integer;
      case SqlValue.Real real -> real;
    };
  }

  /** The text of a value that is not NULL; a BLOB is read as UTF-8. */
  static String toText(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> throw new IllegalArgumentException("NULL has no text");
      case SqlValue.Int integer -> NumberText.of(integer.value());
      case SqlValue.Real real -> NumberText.of(real.value());
      case SqlValue.Text text -> text.value();
      case SqlValue.Blob blob -> new String(blob.toBytes(), StandardCharsets.UTF_8);
    };
  }

  /** The bytes of a value's text. */
  static SqlValue toBlob(SqlValue value) {
    return value instanceof SqlValue.Blob
        ? value
        : new SqlValue.Blob(toText(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Unlike an operator, CAST takes an integer before a NUL for exact. */
  private static SqlValue numberCast(String text) {
    IntegerScan exact = IntegerScan.of(text);
    if (exact.fits() && !new NumberScan(text).isFractional()) {
      return new SqlValue.Int(exact.value());
    }
    SqlValue operand = NumberText.parsePrefix(text);
    if (operand instanceof SqlValue.Real real) {
      long integer = NumberText.toLong(real.value());
      if (NumberText.isSmallInteger(real.value(), integer)) {
        return new SqlValue.Int(integer);
      }
    }
    return operand;
  }

  /** The bytes as characters: enough where only the ASCII ones matter. */
  private static String asciiOf(SqlValue.Blob blob) {
    StringBuilder text = new StringBuilder(blob.length());
    for (int i = 0; i < blob.length(); i++) {
      text.append((char) (blob.byteAt(i) & 0xff));
    }
    return text.toString();
  }
}
