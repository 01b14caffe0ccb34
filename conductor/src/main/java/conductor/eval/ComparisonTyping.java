package conductor.eval;

import org.jspecify.annotations.Nullable;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.Comparison;
import sqlite.value.NumberText;
import sqlite.value.SqlValue;
import sqlite.value.Truth;

/**
 * By which affinity and collation two operands are compared.
 *
 * @param affinity applied to both operands first
 * @param collation by which texts are compared
 * @see <a href="https://sqlite.org/datatype3.html#comparison_expressions">sqlite.org: Comparison
 *     Expressions</a>
 */
record ComparisonTyping(Affinity affinity, Collation collation) {

  /** The typing of {@code left = right} and its kin. */
  static ComparisonTyping of(Term left, Term right) {
    return new ComparisonTyping(
        affinityOf(left.affinity(), right.affinity()), collationOf(left, right));
  }

  /** The typing of {@code left IN (list)}, in which the list has no say. */
  static ComparisonTyping ofMember(Term left) {
    return new ComparisonTyping(affinityOf(left.affinity(), null), orBinary(left.collation()));
  }

  Truth test(Comparison comparison, SqlValue left, SqlValue right) {
    if (affinity.isNumeric()) {
      return comparison.test(toNumber(left), toNumber(right), collation);
    }
    boolean textual = left instanceof SqlValue.Text || right instanceof SqlValue.Text;
    if (affinity == Affinity.TEXT && textual) {
      return comparison.test(Affinity.TEXT.apply(left), Affinity.TEXT.apply(right), collation);
    }
    return comparison.test(left, right, collation);
  }

  /** The number that a text is, or else the value itself. */
  static SqlValue toNumber(SqlValue value) {
    if (!(value instanceof SqlValue.Text text)) {
      return value;
    }
    SqlValue number = NumberText.parseWhole(text.value());
    return number instanceof SqlValue.Null ? value : number;
  }

  private static Affinity affinityOf(@Nullable Affinity left, @Nullable Affinity right) {
    if (left == null) {
      return right == null ? Affinity.BLOB : right;
    }
    if (right == null) {
      return left;
    }
    return left.isNumeric() || right.isNumeric() ? Affinity.NUMERIC : Affinity.BLOB;
  }

  private static Collation collationOf(Term left, Term right) {
    boolean rightDecides = left.collated() ? false : right.collated() || left.collation() == null;
    return orBinary(rightDecides ? right.collation() : left.collation());
  }

  private static Collation orBinary(@Nullable Collation collation) {
    return collation == null ? Collation.BINARY : collation;
  }
}
