package conductor.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.BinaryOperator;
import sqlite.ast.CaseBranch;
import sqlite.ast.Expr;
import sqlite.ast.Quantifier;
import sqlite.ast.UnaryOperator;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import sqlite.value.Truth;

/** Turns a tree into operations. Null stands for what is declined. */
final class ExprCompiler {
  private final Scope scope;

  ExprCompiler(Scope scope) {
    this.scope = scope;
  }

  /**
   * Compiles {@code expr}.
   *
   * @param depth its level in the whole tree, from 1
   */
  @Nullable Term compile(Expr expr, int depth) {
    if (depth > EvaluationLimits.DEPTH) {
      return null;
    }
    @Nullable Input input = scope.inputFor(expr);
    if (input != null) {
      return Inputs.termOf(expr, input);
    }
    return switch (expr) {
      case Expr.NullLiteral ignored -> Term.ofLiteral(SqlValue.NULL, Truth.UNKNOWN);
      case Expr.IntegerLiteral literal -> Literals.ofInteger(literal, false);
      case Expr.RealLiteral literal -> Literals.ofReal(literal, false);
      case Expr.StringLiteral literal ->
          Term.ofLiteral(new SqlValue.Text(literal.value()), Truth.UNKNOWN);
      case Expr.BlobLiteral literal -> Literals.ofBlob(literal);
      case Expr.Parameter parameter -> Term.ofParameter(parameter.index());
      case Expr.ColumnRef column -> column.asBoolean().map(Term::ofBoolean).orElse(null);
      case Expr.Unary unary -> compileUnary(unary, depth);
      case Expr.Binary binary -> compileBinary(binary, depth);
      case Expr.Collate collate -> compileCollate(collate, depth);
      case Expr.Cast cast -> compileCast(cast, depth);
      case Expr.Between between -> compileBetween(between, depth);
      case Expr.InList list -> compileInList(list, depth);
      case Expr.Like like -> compileLike(like, depth);
      case Expr.NullTest test -> compileNullTest(test, depth);
      case Expr.Case choice -> compileCase(choice, depth);
      case Expr.FunctionCall call -> compileCall(call, depth);
      case Expr.CurrentTimeLiteral ignored -> null;
      case Expr.InSubquery ignored -> null;
      case Expr.InTable ignored -> null;
      case Expr.Exists ignored -> null;
      case Expr.ScalarSubquery ignored -> null;
      case Expr.RowValue ignored -> null;
      case Expr.Raise ignored -> null;
    };
  }

  /** All of {@code exprs}, or null if one of them is declined. */
  private @Nullable List<Term> compileAll(List<Expr> exprs, int depth) {
    List<Term> terms = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      @Nullable Term term = compile(expr, depth + 1);
      if (term == null) {
        return null;
      }
      terms.add(term);
    }
    return terms;
  }

  private @Nullable Term compileUnary(Expr.Unary unary, int depth) {
    Expr operand = unary.operator() == UnaryOperator.NEGATE ? signed(unary) : unary.operand();
    if (unary.operator() == UnaryOperator.NEGATE && scope.inputFor(operand) == null) {
      if (operand instanceof Expr.IntegerLiteral literal) {
        return Literals.ofInteger(literal, true);
      }
      if (operand instanceof Expr.RealLiteral literal) {
        return Literals.ofReal(literal, true);
      }
    }
    @Nullable Term term = compile(operand, depth + 1);
    return term == null ? null : Operators.unary(unary.operator(), term);
  }

  /** What a minus sign stands before; SQLite's parser drops plus signs between them. */
  private Expr signed(Expr.Unary negation) {
    Expr operand = negation.operand();
    while (operand instanceof Expr.Unary inner
        && inner.operator() == UnaryOperator.PLUS
        && scope.inputFor(inner) == null) {
      operand = inner.operand();
    }
    return operand;
  }

  private @Nullable Term compileBinary(Expr.Binary binary, int depth) {
    @Nullable List<Term> terms = compileAll(List.of(binary.left(), binary.right()), depth);
    if (terms == null) {
      return null;
    }
    @Nullable Boolean truth = truthAskedFor(binary);
    if (truth != null) {
      boolean negated =
          binary.operator() == BinaryOperator.IS_NOT
              || binary.operator() == BinaryOperator.IS_DISTINCT_FROM;
      return Term.ofComputed(new Conditions.TruthTest(terms.get(0), truth, negated), terms);
    }
    return isFalseToParser(binary, terms)
        ? Term.ofLiteral(Truth.FALSE.toValue(), Truth.FALSE)
        : Operators.binary(binary.operator(), terms.get(0), terms.get(1));
  }

  /** Whether SQLite's parser makes a 0 of an AND. */
  private static boolean isFalseToParser(Expr.Binary binary, List<Term> terms) {
    return binary.operator() == BinaryOperator.AND
        && (isFalseToParser(binary.left(), terms.get(0))
            || isFalseToParser(binary.right(), terms.get(1)))
        && !Functions.isSeenIn(binary);
  }

  /** Not so FALSE, which is a name to the parser. */
  private static boolean isFalseToParser(Expr expr, Term term) {
    return term.known() == Truth.FALSE
        && (term.literal() || (expr instanceof Expr.InList && Literals.booleanOf(expr) != null));
  }

  /** The truth value in {@code x IS TRUE} and its kin, which test truth and compare nothing. */
  private @Nullable Boolean truthAskedFor(Expr.Binary binary) {
    return switch (binary.operator()) {
      case IS, IS_NOT, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> {
        Expr right = binary.right();
        while (right instanceof Expr.Collate collate && scope.inputFor(right) == null) {
          right = collate.operand();
        }
        yield scope.inputFor(right) == null ? Literals.booleanOf(right) : null;
      }
      case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> null;
      case BIT_AND, BIT_OR, SHIFT_LEFT, SHIFT_RIGHT -> null;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, CONCAT, ARROW, LONG_ARROW -> null;
    };
  }

  /**
   * SQLite forgets that there is a function under a COLLATE. If the operand is constant it is then
   * computed first of all, and fails even where its value is not needed; that is declined.
   */
  private @Nullable Term compileCollate(Expr.Collate collate, int depth) {
    @Nullable Term operand = compile(collate.operand(), depth + 1);
    @Nullable Collation collation = Collation.ofName(collate.collation().text()).orElse(null);
    if (operand == null || collation == null) {
      return null;
    }
    boolean early = operand.constant() && ExprSearch.finds(Functions::mayFail, collate.operand());
    return early ? null : operand.collatedBy(collation);
  }

  private @Nullable Term compileCast(Expr.Cast cast, int depth) {
    @Nullable Term operand = compile(cast.operand(), depth + 1);
    if (operand == null) {
      return null;
    }
    String type = cast.type().text();
    // A column without a type is BLOB, but a CAST without one is NUMERIC.
    Affinity affinity = type.isEmpty() ? Affinity.NUMERIC : Affinity.ofDeclaredType(type);
    return operand.converted(values -> affinity.cast(operand.value(values)), affinity);
  }

  private @Nullable Term compileBetween(Expr.Between between, int depth) {
    @Nullable List<Term> terms =
        compileAll(List.of(between.operand(), between.low(), between.high()), depth);
    if (terms == null) {
      return null;
    }
    Operation inside = new Conditions.Between(terms.get(0), terms.get(1), terms.get(2));
    return Conditions.negatedIf(between.negated(), Term.ofComputed(inside, terms));
  }

  private @Nullable Term compileInList(Expr.InList list, int depth) {
    @Nullable Term operand = compile(list.operand(), depth + 1);
    @Nullable List<Term> items = compileAll(list.items(), depth);
    if (operand == null || items == null) {
      return null;
    }
    if (items.isEmpty()) {
      return emptyList(list, operand);
    }
    List<Term> operands = new ArrayList<>(items.size() + 1);
    operands.add(operand);
    operands.addAll(items);
    Term member = Term.ofComputed(Membership.of(operand, items), operands);
    return Conditions.negatedIf(list.negated(), member);
  }

  /** SQLite's parser drops the operand unless it sees a function in it. */
  private static Term emptyList(Expr.InList list, Term operand) {
    Term result = Term.ofBoolean(list.negated());
    if (Literals.booleanOf(list) != null) {
      return result;
    }
    return list.negated() ? Conditions.or(result, operand) : Conditions.and(result, operand);
  }

  private @Nullable Term compileLike(Expr.Like like, int depth) {
    List<Expr> operands = new ArrayList<>();
    operands.add(like.pattern());
    operands.add(like.operand());
    if (like.escape() != null) {
      operands.add(like.escape());
    }
    @Nullable List<Term> arguments = compileAll(operands, depth);
    if (arguments == null) {
      return null;
    }
    @Nullable Operation operation =
        switch (like.operator()) {
          case LIKE -> PatternFunctions.of("like", arguments);
          case GLOB -> PatternFunctions.of("glob", arguments);
          case REGEXP, MATCH -> null;
        };
    return operation == null
        ? null
        : Conditions.negatedIf(like.negated(), Term.ofComputed(operation, arguments));
  }

  private @Nullable Term compileNullTest(Expr.NullTest test, int depth) {
    @Nullable Term operand = compile(test.operand(), depth + 1);
    return operand == null ? null : Conditions.nullTest(operand, test.negated());
  }

  private @Nullable Term compileCase(Expr.Case choice, int depth) {
    List<Expr> exprs = new ArrayList<>();
    if (choice.operand() != null) {
      exprs.add(choice.operand());
    }
    for (CaseBranch branch : choice.branches()) {
      exprs.add(branch.condition());
      exprs.add(branch.result());
    }
    if (choice.otherwise() != null) {
      exprs.add(choice.otherwise());
    }
    @Nullable List<Term> terms = compileAll(exprs, depth);
    if (terms == null) {
      return null;
    }
    Operation operation =
        choice.operand() == null
            ? Choices.searched(terms)
            : Choices.simple(terms.get(0), terms.subList(1, terms.size()));
    return Term.ofComputed(operation, terms);
  }

  private @Nullable Term compileCall(Expr.FunctionCall call, int depth) {
    boolean plain =
        call.quantifier() == Quantifier.UNSPECIFIED
            && !call.star()
            && call.orderBy().isEmpty()
            && call.filter() == null
            && call.over() == null;
    @Nullable List<Term> arguments = plain ? compileAll(call.arguments(), depth) : null;
    if (arguments == null) {
      return null;
    }
    @Nullable Operation operation =
        call.name().sameAs("likelihood")
            ? likelihood(call, arguments)
            : Functions.of(call.name().folded(), arguments);
    return operation == null ? null : Term.ofComputed(operation, arguments);
  }

  /** SQLite takes only a literal from 0.0 to 1.0 for the probability. */
  private static @Nullable Operation likelihood(Expr.FunctionCall call, List<Term> arguments) {
    if (arguments.size() != 2 || !(call.arguments().get(1) instanceof Expr.RealLiteral literal)) {
      return null;
    }
    SqlValue probability = Literals.ofReal(literal, false).value(Inputs.NONE);
    return probability instanceof SqlValue.Real real && real.value() <= 1.0
        ? arguments.get(0)::value
        : null;
  }
}
