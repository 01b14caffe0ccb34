package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The built-in functions that are computed here.
 *
 * @see <a href="https://sqlite.org/lang_corefunc.html">sqlite.org: Built-In Scalar Functions</a>
 */
final class Functions {
  private Functions() {}

  /**
   * The call of a function; null if it is not computed here, or if it has another number of
   * arguments, which SQLite refuses in its own words.
   *
   * @param name in small letters
   */
  static @Nullable Operation of(String name, List<Term> arguments) {
    @Nullable Operation operation = Choices.of(name, arguments);
    if (operation == null) {
      operation = NumberFunctions.of(name, arguments);
    }
    if (operation == null) {
      operation = TextFunctions.of(name, arguments);
    }
    if (operation == null) {
      operation = ByteFunctions.of(name, arguments);
    }
    return operation == null ? PatternFunctions.of(name, arguments) : operation;
  }
}
