package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import sqlite.value.Truth;

/**
 * The functions that the operators LIKE and GLOB call, with the pattern as the first argument.
 *
 * @see <a href="https://sqlite.org/lang_corefunc.html#like">sqlite.org: like</a>
 */
final class PatternFunctions {
  private PatternFunctions() {}

  /** Null if this is no such function, or not with so many arguments. */
  static @Nullable Operation of(String name, List<Term> arguments) {
    int count = arguments.size();
    return switch (name) {
      case "like" -> count == 2 || count == 3 ? Scalar.of(arguments, PatternFunctions::like) : null;
      case "glob" -> count == 2 ? Scalar.of(arguments, PatternFunctions::glob) : null;
      default -> null;
    };
  }

  private static SqlValue like(List<SqlValue> arguments) {
    requireShortPattern(arguments.get(0));
    if (arguments.size() == 2) {
      return matched(arguments, WildcardPattern.WITHOUT_ESCAPE);
    }
    SqlValue escape = arguments.get(2);
    if (escape instanceof SqlValue.Null) {
      return SqlValue.NULL;
    }
    String text = Texts.untilNul(Texts.of(escape));
    if (Texts.countCharacters(text, text.length()) != 1) {
      throw new EvaluationException("ESCAPE expression must be a single character");
    }
    return matched(arguments, text.codePointAt(0));
  }

  private static SqlValue matched(List<SqlValue> arguments, int escape) {
    if (arguments.get(0) instanceof SqlValue.Null || arguments.get(1) instanceof SqlValue.Null) {
      return SqlValue.NULL;
    }
    WildcardPattern pattern = WildcardPattern.like(Texts.of(arguments.get(0)), escape);
    return Truth.of(pattern.matches(Texts.of(arguments.get(1)))).toValue();
  }

  private static SqlValue glob(List<SqlValue> arguments) {
    requireShortPattern(arguments.get(0));
    if (arguments.get(0) instanceof SqlValue.Null || arguments.get(1) instanceof SqlValue.Null) {
      return SqlValue.NULL;
    }
    WildcardPattern pattern = WildcardPattern.glob(Texts.of(arguments.get(0)));
    return Truth.of(pattern.matches(Texts.of(arguments.get(1)))).toValue();
  }

  private static void requireShortPattern(SqlValue pattern) {
    if (Texts.byteLength(pattern) > EvaluationLimits.PATTERN_BYTES) {
      throw new EvaluationException("LIKE or GLOB pattern too complex");
    }
  }
}
