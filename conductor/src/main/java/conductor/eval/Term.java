package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import sqlite.value.Truth;

/**
 * A compiled node with what SQLite knows of it before it runs.
 *
 * @param operation computes it
 * @param affinity what it lends to a comparison; that of a column or a CAST
 * @param collation what it lends to a comparison, if anything
 * @param collated whether {@code collation} comes from a COLLATE, which wins over that of a column
 *     even from deep inside an operand
 * @param constant whether it uses no input
 * @param known whether SQLite takes it for true or false without computing it
 * @param literal whether SQLite's parser sees that it is not NULL
 * @see <a href="https://sqlite.org/src/file/src/expr.c">sqlite.org: sqlite3ExprAffinity,
 *     sqlite3ExprCollSeq, sqlite3ExprSimplifiedAndOr</a>
 */
record Term(
    Operation operation,
    @Nullable Affinity affinity,
    @Nullable Collation collation,
    boolean collated,
    boolean constant,
    Truth known,
    boolean literal) {

  static Term ofLiteral(SqlValue value, Truth known) {
    boolean literal = !(value instanceof SqlValue.Null);
    return new Term(values -> value, null, null, false, true, known, literal);
  }

  /** TRUE or FALSE, which the parser takes for a name. */
  static Term ofBoolean(boolean value) {
    return ofLiteral(Truth.of(value).toValue(), Truth.of(value)).withLiteral(false);
  }

  static Term ofParameter(int index) {
    return ofComputed(values -> values.parameter(index), List.of());
  }

  static Term ofInput(Input input, @Nullable Collation collation, boolean collated) {
    int index = input.index();
    return new Term(
        values -> values.input(index),
        input.affinity(),
        collation,
        collated,
        false,
        Truth.UNKNOWN,
        false);
  }

  /**
   * An operator or a call. It has no affinity, and only a COLLATE inside its operands gives it a
   * collation.
   */
  static Term ofComputed(Operation operation, List<Term> operands) {
    @Nullable Collation collation = null;
    boolean collated = false;
    boolean constant = true;
    for (Term operand : operands) {
      if (operand.collated && !collated) {
        collated = true;
        collation = operand.collation;
      }
      constant &= operand.constant;
    }
    return new Term(operation, null, collation, collated, constant, Truth.UNKNOWN, false);
  }

  /** The operand with another affinity and its own collation, as after CAST and a plus sign. */
  Term converted(Operation conversion, @Nullable Affinity to) {
    return new Term(conversion, to, collation, collated, constant, Truth.UNKNOWN, false);
  }

  Term collatedBy(Collation by) {
    return new Term(this::value, affinity, by, true, constant, Truth.UNKNOWN, false);
  }

  Term withKnown(Truth truth) {
    return new Term(operation, affinity, collation, collated, constant, truth, literal);
  }

  Term withLiteral(boolean seen) {
    return new Term(operation, affinity, collation, collated, constant, known, seen);
  }

  SqlValue value(Values values) {
    return operation.value(values);
  }

  boolean test(Values values, boolean whenNull) {
    return operation.test(values, whenNull);
  }
}
