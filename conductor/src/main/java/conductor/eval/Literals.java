package conductor.eval;

import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;
import sqlite.value.Truth;

/**
 * The values of literals.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#literal_values_constants_">sqlite.org: Literal
 *     Values</a>
 */
final class Literals {
  private static final int HEX_DIGITS_OF_LONG = 16;

  private Literals() {}

  /** An integer, negated or not; null if it is a hexadecimal one that SQLite refuses. */
  static @Nullable Term ofInteger(Expr.IntegerLiteral literal, boolean negated) {
    String text = withoutUnderscores(literal.text());
    if (isHex(text)) {
      return ofHex(text, negated, text.equals(literal.text()));
    }
    SqlValue value = NumberText.parseWhole(negated ? "-" + text : text);
    boolean plain = !negated && text.equals(literal.text());
    return Term.ofLiteral(value, plain ? knownTruth(value) : Truth.UNKNOWN);
  }

  static Term ofReal(Expr.RealLiteral literal, boolean negated) {
    double value = NumberText.realPrefix(withoutUnderscores(literal.text()));
    return Term.ofLiteral(new SqlValue.Real(negated ? -value : value), Truth.UNKNOWN);
  }

  static Term ofBlob(Expr.BlobLiteral literal) {
    String hex = literal.hex();
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          (byte)
              (HexDigits.valueOf(hex.charAt(2 * i)) * 16
                  + HexDigits.valueOf(hex.charAt(2 * i + 1)));
    }
    return Term.ofLiteral(new SqlValue.Blob(bytes), Truth.UNKNOWN);
  }

  /** The truth value that the parser makes of an expression: TRUE, FALSE, or an empty IN. */
  static @Nullable Boolean booleanOf(Expr expr) {
    return switch (expr) {
      case Expr.ColumnRef name -> name.asBoolean().orElse(null);
      case Expr.InList list -> {
        boolean decided = list.items().isEmpty() && !Functions.isSeenIn(list.operand());
        yield decided ? list.negated() : null;
      }
      default -> null;
    };
  }

  private static @Nullable Term ofHex(String text, boolean negated, boolean plain) {
    int first = 2;
    while (first < text.length() && text.charAt(first) == '0') {
      first++;
    }
    long bits = 0;
    for (int i = first; i < text.length(); i++) {
      bits = bits << 4 | HexDigits.valueOf(text.charAt(i));
    }
    boolean least = negated && bits == Long.MIN_VALUE;
    if (least || text.length() - first > HEX_DIGITS_OF_LONG) {
      return null;
    }
    SqlValue value = new SqlValue.Int(negated ? -bits : bits);
    return Term.ofLiteral(value, plain && !negated ? knownTruth(value) : Truth.UNKNOWN);
  }

  /** SQLite's parser looks only at integers of 32 bits that are written without underscores. */
  private static Truth knownTruth(SqlValue value) {
    return value instanceof SqlValue.Int integer
            && integer.value() >= 0
            && integer.value() <= Integer.MAX_VALUE
        ? Truth.of(integer.value() != 0)
        : Truth.UNKNOWN;
  }

  private static boolean isHex(String text) {
    return text.length() > 2 && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
  }

  private static String withoutUnderscores(String text) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '_') {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
