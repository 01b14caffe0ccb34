package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.Affinity;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;

/**
 * The functions of numbers whose results IEEE 754 determines to the last bit.
 *
 * @see <a href="https://sqlite.org/lang_mathfunc.html">sqlite.org: Built-In Mathematical SQL
 *     Functions</a>
 */
final class NumberFunctions {
  /** From here on a REAL has no fraction. */
  private static final double NO_FRACTION = 0x1p52;

  private static final int MOST_DECIMALS = 30;

  private NumberFunctions() {}

  /** Null if this is no such function, or not with so many arguments. */
  static @Nullable Operation of(String name, List<Term> arguments) {
    return switch (arguments.size()) {
      case 0 -> name.equals("pi") ? values -> new SqlValue.Real(Math.PI) : null;
      case 1 -> ofOne(name, arguments);
      case 2 -> ofTwo(name, arguments);
      default -> null;
    };
  }

  private static @Nullable Operation ofOne(String name, List<Term> arguments) {
    return switch (name) {
      case "abs" -> Scalar.ofNonNull(arguments, actual -> abs(actual.get(0)));
      case "sign" -> Scalar.ofNonNull(arguments, actual -> sign(actual.get(0)));
      case "round" -> Scalar.ofNonNull(arguments, actual -> round(actual.get(0), 0));
      case "ceil", "ceiling" -> Scalar.of(arguments, actual -> ceil(number(actual.get(0))));
      case "floor" -> Scalar.of(arguments, actual -> floor(number(actual.get(0))));
      case "trunc" -> Scalar.of(arguments, actual -> trunc(number(actual.get(0))));
      case "sqrt" -> Scalar.of(arguments, actual -> sqrt(number(actual.get(0))));
      default -> null;
    };
  }

  private static @Nullable Operation ofTwo(String name, List<Term> arguments) {
    return switch (name) {
      case "round" ->
          Scalar.ofNonNull(arguments, actual -> round(actual.get(0), integer(actual.get(1))));
      case "mod" ->
          Scalar.of(arguments, actual -> mod(number(actual.get(0)), number(actual.get(1))));
      default -> null;
    };
  }

  /** The integer that a function in C reads from a value. */
  static long integer(SqlValue value) {
    return Affinity.INTEGER.cast(value) instanceof SqlValue.Int integer ? integer.value() : 0;
  }

  private static double real(SqlValue value) {
    return Affinity.REAL.cast(value) instanceof SqlValue.Real real ? real.value() : 0.0;
  }

  /** A number, or a text that is one as a whole; NULL for anything else. */
  private static SqlValue number(SqlValue value) {
    return switch (value) {
      case SqlValue.Text text -> NumberText.parseWhole(text.value());
      case SqlValue.Int integer -> integer;
      case SqlValue.Real real -> real;
      case SqlValue.Null none -> none;
      case SqlValue.Blob ignored -> SqlValue.NULL;
    };
  }

  private static SqlValue abs(SqlValue value) {
    if (!(value instanceof SqlValue.Int integer)) {
      double real = real(value);
      // The sum is for the negative zero.
      return new SqlValue.Real(real < 0 ? -real : real + 0.0);
    }
    if (integer.value() == Long.MIN_VALUE) {
      throw new EvaluationException("integer overflow");
    }
    return new SqlValue.Int(Math.abs(integer.value()));
  }

  private static SqlValue sign(SqlValue value) {
    return switch (number(value)) {
      case SqlValue.Int integer -> new SqlValue.Int(Long.signum(integer.value()));
      case SqlValue.Real real -> new SqlValue.Int(real.value() < 0 ? -1 : real.value() > 0 ? 1 : 0);
      case SqlValue.Null none -> none;
      case SqlValue.Text ignored -> SqlValue.NULL;
      case SqlValue.Blob ignored -> SqlValue.NULL;
    };
  }

  private static SqlValue round(SqlValue value, long decimals) {
    double real = real(value);
    if (real < -NO_FRACTION || real > NO_FRACTION) {
      return new SqlValue.Real(real);
    }
    if (decimals <= 0) {
      return new SqlValue.Real((double) (long) (real + (real < 0 ? -0.5 : 0.5)));
    }
    return new SqlValue.Real(NumberText.round(real, (int) Math.min(decimals, MOST_DECIMALS)));
  }

  private static SqlValue ceil(SqlValue number) {
    if (!(number instanceof SqlValue.Real real)) {
      return number;
    }
    double whole = truncated(real.value());
    return new SqlValue.Real(whole < real.value() ? whole + 1.0 : whole);
  }

  private static SqlValue floor(SqlValue number) {
    if (!(number instanceof SqlValue.Real real)) {
      return number;
    }
    double whole = truncated(real.value());
    return new SqlValue.Real(whole > real.value() ? whole - 1.0 : whole);
  }

  private static SqlValue trunc(SqlValue number) {
    return number instanceof SqlValue.Real real
        ? new SqlValue.Real(truncated(real.value()))
        : number;
  }

  /** The integer part, a zero with the sign of {@code value}. */
  private static double truncated(double value) {
    if (!(Math.abs(value) < NO_FRACTION)) {
      return value;
    }
    double whole = (double) (long) value;
    return whole == 0.0 ? Math.copySign(whole, value) : whole;
  }

  private static SqlValue sqrt(SqlValue number) {
    if (number instanceof SqlValue.Null) {
      return SqlValue.NULL;
    }
    double root = Math.sqrt(real(number));
    return Double.isNaN(root) ? SqlValue.NULL : new SqlValue.Real(root);
  }

  private static SqlValue mod(SqlValue dividend, SqlValue divisor) {
    if (dividend instanceof SqlValue.Null || divisor instanceof SqlValue.Null) {
      return SqlValue.NULL;
    }
    double rest = FloatRemainder.of(real(dividend), real(divisor));
    return Double.isNaN(rest) ? SqlValue.NULL : new SqlValue.Real(rest);
  }
}
