package sqlite.ast;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * An expression. Parentheses that only group are not kept; the generator puts them back where they
 * are needed.
 *
 * @see <a href="https://sqlite.org/lang_expr.html">SQL language expressions</a>
 */
public sealed interface Expr {

  /** Where the expression was written, grouping parentheses excluded. */
  SourceSpan span();

  /** {@code NULL}. */
  record NullLiteral(SourceSpan span) implements Expr {}

  /**
   * A number written without point or exponent.
   *
   * @param text as written: decimal or {@code 0x} digits, perhaps with {@code _} between them. A
   *     decimal beyond 64 bits is a real number to SQLite.
   */
  record IntegerLiteral(String text, SourceSpan span) implements Expr {}

  /**
   * A number with a point or an exponent.
   *
   * @param text as written, perhaps with {@code _} between the digits
   */
  record RealLiteral(String text, SourceSpan span) implements Expr {}

  /**
   * {@code 'text'}.
   *
   * @param value the text itself, doubled quotes undone
   */
  record StringLiteral(String value, SourceSpan span) implements Expr {}

  /**
   * {@code x'53514C'}.
   *
   * @param hex the digits as written, an even number of them
   */
  record BlobLiteral(String hex, SourceSpan span) implements Expr {}

  /** {@code CURRENT_TIME} and its kin. */
  record CurrentTimeLiteral(CurrentTime kind, SourceSpan span) implements Expr {}

  /**
   * A bound parameter.
   *
   * @param text as written, sign included: {@code ?}, {@code ?7}, {@code :name}
   * @param index the number that SQLite gives it, from 1
   * @see <a href="https://sqlite.org/lang_expr.html#parameters">Parameters</a>
   */
  record Parameter(String text, int index, SourceSpan span) implements Expr {
    public Parameter {
      if (index < 1 || text.isEmpty()) {
        throw new IllegalArgumentException("parameter " + text + " has the index " + index);
      }
    }

    /** How it was written. */
    public ParameterStyle style() {
      if (text.charAt(0) != '?') {
        return ParameterStyle.NAMED;
      }
      return text.length() == 1 ? ParameterStyle.ANONYMOUS : ParameterStyle.NUMBERED;
    }
  }

  /**
   * {@code [[schema.]table.]column}; also {@code TRUE}, {@code FALSE} and double-quoted strings,
   * which only a look at the columns in scope can tell from names.
   */
  record ColumnRef(@Nullable Name schema, @Nullable Name table, Name column, SourceSpan span)
      implements Expr {
    public ColumnRef {
      if (schema != null && table == null) {
        throw new IllegalArgumentException("a schema without a table");
      }
    }

    /** The truth value that the word stands for if it does not name a column. */
    public Optional<Boolean> asBoolean() {
      if (table != null || column.quote() != QuoteStyle.NONE) {
        return Optional.empty();
      }
      if (column.sameAs("true")) {
        return Optional.of(true);
      }
      return column.sameAs("false") ? Optional.of(false) : Optional.empty();
    }
  }

  /** {@code operator operand}. */
  record Unary(UnaryOperator operator, Expr operand, SourceSpan span) implements Expr {}

  /**
   * {@code left operator right}. Chains such as {@code a AND b AND c} lean to the left and may be
   * as high as an expression is allowed to be, so they are compared in a loop.
   */
  record Binary(BinaryOperator operator, Expr left, Expr right, SourceSpan span) implements Expr {
    @Override
    public boolean equals(@Nullable Object other) {
      Binary mine = this;
      Object theirs = other;
      while (theirs instanceof Binary binary
          && mine.operator == binary.operator
          && mine.right.equals(binary.right)) {
        if (!(mine.left instanceof Binary inner)) {
          return mine.left.equals(binary.left);
        }
        mine = inner;
        theirs = binary.left;
      }
      return false;
    }

    @Override
    public int hashCode() {
      int hash = 1;
      Expr leftmost = this;
      while (leftmost instanceof Binary binary) {
        hash = hash * 31 + binary.operator.sql().hashCode();
        hash = hash * 31 + binary.right.hashCode();
        leftmost = binary.left;
      }
      return hash * 31 + leftmost.hashCode();
    }
  }

  /** {@code operand COLLATE collation}. */
  record Collate(Expr operand, Name collation, SourceSpan span) implements Expr {}

  /** {@code CAST(operand AS type)}. */
  record Cast(Expr operand, TypeName type, SourceSpan span) implements Expr {}

  /** {@code operand [NOT] BETWEEN low AND high}. */
  record Between(Expr operand, Expr low, Expr high, boolean negated, SourceSpan span)
      implements Expr {}

  /** {@code operand [NOT] IN (items)}; the list may be empty. */
  record InList(Expr operand, List<Expr> items, boolean negated, SourceSpan span) implements Expr {
    public InList {
      items = List.copyOf(items);
    }
  }

  /** {@code operand [NOT] IN (query)}. */
  record InSubquery(Expr operand, Select query, boolean negated, SourceSpan span) implements Expr {}

  /** {@code operand [NOT] IN table}, or {@code IN function(arguments)}. */
  record InTable(
      Expr operand, QualifiedName table, List<Expr> arguments, boolean negated, SourceSpan span)
      implements Expr {
    public InTable {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code operand [NOT] LIKE pattern [ESCAPE escape]}, and GLOB, REGEXP and MATCH. */
  record Like(
      LikeOperator operator,
      Expr operand,
      Expr pattern,
      @Nullable Expr escape,
      boolean negated,
      SourceSpan span)
      implements Expr {}

  /** {@code operand IS NULL} or, negated, {@code operand IS NOT NULL}, in any spelling. */
  record NullTest(Expr operand, boolean negated, SourceSpan span) implements Expr {}

  /** {@code CASE [operand] WHEN ... THEN ... [ELSE otherwise] END}. */
  record Case(
      @Nullable Expr operand, List<CaseBranch> branches, @Nullable Expr otherwise, SourceSpan span)
      implements Expr {
    public Case {
      branches = List.copyOf(branches);
      requireSome(branches, "CASE branches");
    }
  }

  /** {@code EXISTS (query)}; its negation is a {@link Unary}. */
  record Exists(Select query, SourceSpan span) implements Expr {}

  /** {@code (query)} as a value. */
  record ScalarSubquery(Select query, SourceSpan span) implements Expr {}

  /** {@code (a, b, ...)}, two values or more. */
  record RowValue(List<Expr> items, SourceSpan span) implements Expr {
    public RowValue {
      items = List.copyOf(items);
      if (items.size() < 2) {
        throw new IllegalArgumentException("a row value of " + items.size());
      }
    }
  }

  /**
   * {@code name([DISTINCT] arguments [ORDER BY ...]) [FILTER (WHERE ...)] [OVER ...]}.
   *
   * @param star true for {@code name(*)}, which has no arguments
   */
  record FunctionCall(
      Name name,
      Quantifier quantifier,
      List<Expr> arguments,
      boolean star,
      List<OrderingTerm> orderBy,
      @Nullable Expr filter,
      @Nullable Over over,
      SourceSpan span)
      implements Expr {
    public FunctionCall {
      arguments = List.copyOf(arguments);
      orderBy = List.copyOf(orderBy);
      boolean bare =
          arguments.isEmpty() && orderBy.isEmpty() && quantifier == Quantifier.UNSPECIFIED;
      if (star && !bare) {
        throw new IllegalArgumentException(name + "(*) with something beside the star");
      }
    }

    /** A plain call: no DISTINCT, no ordering, no filter, no window. */
    public static FunctionCall of(String name, List<Expr> arguments) {
      return new FunctionCall(
          Name.of(name),
          Quantifier.UNSPECIFIED,
          arguments,
          false,
          List.of(),
          null,
          null,
          SourceSpan.NONE);
    }
  }

  /** {@code RAISE(action [, message])}; the message is absent exactly for IGNORE. */
  record Raise(RaiseAction action, @Nullable Expr message, SourceSpan span) implements Expr {
    public Raise {
      if ((action == RaiseAction.IGNORE) != (message == null)) {
        throw new IllegalArgumentException("RAISE " + action + " with message " + message);
      }
    }
  }

  private static void requireSome(List<?> list, String what) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException("no " + what);
    }
  }
}
