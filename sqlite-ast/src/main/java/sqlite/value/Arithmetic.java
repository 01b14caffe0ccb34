package sqlite.value;

/**
 * SQLite's operators on numbers, bits and text.
 *
 * <p>TEXT and BLOB operands count as the number that they begin with. An integer result that needs
 * more than 64 bits becomes REAL; the text {@code '-0'} is an INTEGER among INTEGERs but the REAL
 * -0.0 beside a REAL; a NULL operand, a division by zero and NaN give NULL. Nothing here throws:
 * WebAssembly cannot catch a division by zero.
 *
 * @see <a
 *     href="https://sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes">sqlite.org:
 *     Operators</a>
 */
public final class Arithmetic {
  private static final int LONG_BITS = 64;

  private Arithmetic() {}

  /** {@code left + right}. */
  public static SqlValue add(SqlValue left, SqlValue right) {
    SqlValue first = Conversion.toOperand(left);
    SqlValue second = Conversion.toOperand(right);
    if (isNull(first) || isNull(second)) {
      return SqlValue.NULL;
    }
    if (first instanceof SqlValue.Int a && second instanceof SqlValue.Int b) {
      long sum = a.value() + b.value();
      if (((a.value() ^ sum) & (b.value() ^ sum)) >= 0) {
        return new SqlValue.Int(sum);
      }
    }
    return real(Conversion.toReal(left) + Conversion.toReal(right));
  }

  /** {@code left - right}. */
  public static SqlValue subtract(SqlValue left, SqlValue right) {
    SqlValue first = Conversion.toOperand(left);
    SqlValue second = Conversion.toOperand(right);
    if (isNull(first) || isNull(second)) {
      return SqlValue.NULL;
    }
    if (first instanceof SqlValue.Int a && second instanceof SqlValue.Int b) {
      long difference = a.value() - b.value();
      if (((a.value() ^ b.value()) & (a.value() ^ difference)) >= 0) {
        return new SqlValue.Int(difference);
      }
    }
    return real(Conversion.toReal(left) - Conversion.toReal(right));
  }

  /** {@code left * right}. */
  public static SqlValue multiply(SqlValue left, SqlValue right) {
    SqlValue first = Conversion.toOperand(left);
    SqlValue second = Conversion.toOperand(right);
    if (isNull(first) || isNull(second)) {
      return SqlValue.NULL;
    }
    if (first instanceof SqlValue.Int a
        && second instanceof SqlValue.Int b
        && !Multiplication.overflows(a.value(), b.value())) {
      return new SqlValue.Int(a.value() * b.value());
    }
    return real(Conversion.toReal(left) * Conversion.toReal(right));
  }

  /** {@code left / right}; an integer division drops the fraction. */
  public static SqlValue divide(SqlValue left, SqlValue right) {
    SqlValue first = Conversion.toOperand(left);
    SqlValue second = Conversion.toOperand(right);
    if (isNull(first) || isNull(second) || Conversion.toReal(second) == 0.0) {
      return SqlValue.NULL;
    }
    if (first instanceof SqlValue.Int a
        && second instanceof SqlValue.Int b
        && !(a.value() == Long.MIN_VALUE && b.value() == -1)) {
      return new SqlValue.Int(a.value() / b.value());
    }
    return real(Conversion.toReal(left) / Conversion.toReal(right));
  }

  /**
   * {@code left % right}: of the integer parts, the result REAL unless both operands are INTEGER.
   * Of text only the digits before a point or an exponent count.
   */
  public static SqlValue remainder(SqlValue left, SqlValue right) {
    SqlValue first = Conversion.toOperand(left);
    SqlValue second = Conversion.toOperand(right);
    long dividend = Conversion.toInteger(left);
    long divisor = Conversion.toInteger(right);
    if (isNull(first) || isNull(second) || divisor == 0) {
      return SqlValue.NULL;
    }
    long rest = divisor == -1 ? 0 : dividend % divisor;
    return first instanceof SqlValue.Int && second instanceof SqlValue.Int
        ? new SqlValue.Int(rest)
        : new SqlValue.Real((double) rest);
  }

  /** {@code -value}, which SQLite computes as {@code 0 - value}. */
  public static SqlValue negate(SqlValue value) {
    return subtract(new SqlValue.Int(0), value);
  }

  /** {@code left || right}, always TEXT. */
  public static SqlValue concatenate(SqlValue left, SqlValue right) {
    if (isNull(left) || isNull(right)) {
      return SqlValue.NULL;
    }
    if (left instanceof SqlValue.Blob first && right instanceof SqlValue.Blob second) {
      return new SqlValue.Text(Conversion.toText(joined(first, second)));
    }
    return new SqlValue.Text(Conversion.toText(left) + Conversion.toText(right));
  }

  /** {@code left & right}. */
  public static SqlValue bitAnd(SqlValue left, SqlValue right) {
    return isNull(left) || isNull(right)
        ? SqlValue.NULL
        : new SqlValue.Int(Conversion.toInteger(left) & Conversion.toInteger(right));
  }

  /** {@code left | right}. */
  public static SqlValue bitOr(SqlValue left, SqlValue right) {
    return isNull(left) || isNull(right)
        ? SqlValue.NULL
        : new SqlValue.Int(Conversion.toInteger(left) | Conversion.toInteger(right));
  }

  /** {@code ~value}. */
  public static SqlValue bitNot(SqlValue value) {
    return isNull(value) ? SqlValue.NULL : new SqlValue.Int(~Conversion.toInteger(value));
  }

  /** {@code left << right}; a negative count shifts to the right. */
  public static SqlValue shiftLeft(SqlValue left, SqlValue right) {
    if (isNull(left) || isNull(right)) {
      return SqlValue.NULL;
    }
    long bits = Conversion.toInteger(left);
    long count = Conversion.toInteger(right);
    return new SqlValue.Int(count >= 0 ? shiftedUp(bits, count) : shiftedDown(bits, -count));
  }

  /** {@code left >> right}, which keeps the sign; a negative count shifts to the left. */
  public static SqlValue shiftRight(SqlValue left, SqlValue right) {
    if (isNull(left) || isNull(right)) {
      return SqlValue.NULL;
    }
    long bits = Conversion.toInteger(left);
    long count = Conversion.toInteger(right);
    return new SqlValue.Int(count >= 0 ? shiftedDown(bits, count) : shiftedUp(bits, -count));
  }

  /** The count is not negative, or the least integer, whose negation is itself. */
  private static long shiftedUp(long bits, long count) {
    return count < 0 || count >= LONG_BITS ? 0 : bits << count;
  }

  private static long shiftedDown(long bits, long count) {
    return bits >> (count < 0 || count >= LONG_BITS ? LONG_BITS - 1 : count);
  }

  private static SqlValue.Blob joined(SqlValue.Blob first, SqlValue.Blob second) {
    byte[] bytes = new byte[first.length() + second.length()];
    System.arraycopy(first.toBytes(), 0, bytes, 0, first.length());
    System.arraycopy(second.toBytes(), 0, bytes, first.length(), second.length());
    return new SqlValue.Blob(bytes);
  }

  private static SqlValue real(double value) {
    return Double.isNaN(value) ? SqlValue.NULL : new SqlValue.Real(value);
  }

  private static boolean isNull(SqlValue value) {
    return value instanceof SqlValue.Null;
  }
}
