package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.Collation;
import sqlite.value.Comparison;
import sqlite.value.SqlValue;
import sqlite.value.ValueComparator;

/** CASE, and the functions that give back one of their arguments. */
final class Choices {
  private Choices() {}

  /** Null if this is no such function, or not with so many arguments. */
  static @Nullable Operation of(String name, List<Term> arguments) {
    int count = arguments.size();
    return switch (name) {
      case "iif", "if" -> count >= 2 ? searched(arguments) : null;
      case "coalesce" -> count >= 2 ? coalesce(arguments) : null;
      case "ifnull" -> count == 2 ? coalesce(arguments) : null;
      case "nullif" -> count == 2 ? nullif(arguments) : null;
      case "min" -> count >= 2 ? extreme(arguments, false) : null;
      case "max" -> count >= 2 ? extreme(arguments, true) : null;
      case "likely", "unlikely" -> count == 1 ? arguments.get(0)::value : null;
      default -> null;
    };
  }

  /** {@code CASE WHEN ...}: conditions and results in turn, and perhaps what is left otherwise. */
  static Operation searched(List<Term> terms) {
    List<Term> all = List.copyOf(terms);
    return values -> {
      for (int i = 0; i + 1 < all.size(); i += 2) {
        if (all.get(i).test(values, false)) {
          return all.get(i + 1).value(values);
        }
      }
      return otherwise(all, values);
    };
  }

  /** {@code CASE operand WHEN ...}; the operand is computed once. */
  static Operation simple(Term operand, List<Term> terms) {
    List<Term> all = List.copyOf(terms);
    return values -> {
      SqlValue value = operand.value(values);
      for (int i = 0; i + 1 < all.size(); i += 2) {
        Term candidate = all.get(i);
        ComparisonTyping typing = ComparisonTyping.of(operand, candidate);
        if (Operation.decide(
            typing.test(Comparison.EQUAL, value, candidate.value(values)), false)) {
          return all.get(i + 1).value(values);
        }
      }
      return otherwise(all, values);
    };
  }

  private static SqlValue otherwise(List<Term> terms, Values values) {
    return terms.size() % 2 == 1 ? terms.get(terms.size() - 1).value(values) : SqlValue.NULL;
  }

  private static Operation coalesce(List<Term> arguments) {
    return values -> {
      for (Term argument : arguments) {
        SqlValue value = argument.value(values);
        if (!(value instanceof SqlValue.Null)) {
          return value;
        }
      }
      return SqlValue.NULL;
    };
  }

  private static Operation nullif(List<Term> arguments) {
    ValueComparator order = new ValueComparator(firstCollation(arguments));
    return Scalar.of(
        arguments,
        actual -> order.equal(actual.get(0), actual.get(1)) ? SqlValue.NULL : actual.get(0));
  }

  /** Of equal arguments {@code max} gives the first and {@code min} the last. */
  private static Operation extreme(List<Term> arguments, boolean greatest) {
    ValueComparator order = new ValueComparator(firstCollation(arguments));
    return Scalar.ofNonNull(
        arguments,
        actual -> {
          SqlValue best = actual.get(0);
          for (SqlValue value : actual) {
            int comparison = order.compare(best, value);
            if (greatest ? comparison < 0 : comparison >= 0) {
              best = value;
            }
          }
          return best;
        });
  }

  /** These functions take the first collation that an argument has, whether explicit or not. */
  private static Collation firstCollation(List<Term> arguments) {
    for (Term argument : arguments) {
      Collation collation = argument.collation();
      if (collation != null) {
        return collation;
      }
    }
    return Collation.BINARY;
  }
}
