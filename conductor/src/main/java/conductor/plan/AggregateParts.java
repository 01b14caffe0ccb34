package conductor.plan;

import conductor.api.SqlException;
import conductor.engine.Aggregate;
import conductor.engine.Sum;
import conductor.semantics.RowScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Quantifier;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeRewriter;
import sqlite.parser.SqlParser;
import sqlite.token.SourceSpan;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/**
 * What a node computes for one aggregate, and how the parts of all nodes become its value.
 *
 * @param keys expressions that the nodes group by besides the user's keys: distinct arguments
 * @param exact parts that suffice whatever the values are
 * @param guess cheaper parts that mostly do, and that tell when they do not
 */
record AggregateParts(List<Expr> keys, Variant exact, Variant guess) {
  /** Makes the aggregate, given where its keys and its parts stand in a node's row. */
  @FunctionalInterface
  interface Maker {
    Aggregate at(int firstKey, int firstPart);
  }

  /**
   * Parts with what is made of them.
   *
   * @param parts expressions over a node's group
   */
  record Variant(List<Expr> parts, Maker maker) {}

  private static AggregateParts of(List<Expr> keys, List<Expr> parts, Maker maker) {
    Variant only = new Variant(parts, maker);
    return new AggregateParts(keys, only, only);
  }

  /** Whether the guess is another than what is exact. */
  boolean guesses() {
    return !guess.equals(exact);
  }

  /** The name that stands for the argument in the texts below. */
  private static final String ARGUMENT = "x";

  /** The name that stands for the condition of the user's FILTER. */
  private static final String FILTER = "f";

  private static final List<String> INTEGER_PARTS =
      List.of(
          "sum(x >> 32) FILTER (WHERE f AND typeof(x) = 'integer')",
          "sum(x & 4294967295) FILTER (WHERE f AND typeof(x) = 'integer')",
          "count(*) FILTER (WHERE f AND typeof(x) = 'integer')");

  private static final List<String> OTHER_PARTS = otherParts();

  /** A column that holds only integers has no other parts. */
  private static final List<String> NO_OTHER_PARTS =
      List.of("NULL", "0", "NULL", "NULL", "NULL", "0", "NULL", "NULL", "NULL");

  private static List<String> otherParts() {
    String real = " FILTER (WHERE f AND typeof(x) = 'real')";
    String text = " FILTER (WHERE f AND typeof(x) IN ('text', 'blob'))";
    List<String> parts = new ArrayList<>(List.of("sum(x)" + text, "count(*)" + text));
    parts.addAll(realParts("x", real));
    parts.add("count(*)" + real);
    parts.addAll(realParts("CAST(x AS REAL)", text));
    return List.copyOf(parts);
  }

  /** The multiples of 2^20 in a REAL, those of 2^-20 in what is left, and the rest. */
  private static List<String> realParts(String x, String filter) {
    String large = "6442450944.0 * 1099511627776.0";
    String high = "(" + x + " + " + large + " - " + large + ")";
    String left = "(" + x + " - " + high + ")";
    String middle = "(" + left + " + 6442450944.0 - 6442450944.0)";
    return List.of(
        "sum" + high + filter,
        "sum" + middle + filter,
        "sum(" + left + " - " + middle + ")" + filter);
  }

  static AggregateParts of(Expr.FunctionCall call, RowScope scope) {
    if (!call.orderBy().isEmpty()) {
      throw SqlException.unsupported("ORDER BY in an aggregate over several nodes", call.span());
    }
    checkDeterministic(call);
    String name = call.name().folded();
    if (name.equals("count") && call.arguments().isEmpty()) {
      return count(call);
    }
    if (call.arguments().size() != 1 || (kind(name).isEmpty() && !isExtreme(name))) {
      throw SqlException.unsupported(call.name().text() + "() over several nodes", call.span());
    }
    Expr argument = call.arguments().get(0);
    if (isExtreme(name)) {
      Collation collation = scope.collation(argument);
      Expr part = withFilter(call.name().text(), argument, call.filter());
      return of(
          List.of(),
          List.of(part),
          (keys, parts) -> new Aggregate.Extreme(parts, name.equals("max"), collation));
    }
    Aggregate.DistinctKind kind = kind(name).orElseThrow();
    if (call.quantifier() == Quantifier.DISTINCT) {
      return distinct(call, argument, scope.collation(argument), kind);
    }
    return switch (kind) {
      case COUNT -> count(call);
      case SUM -> sum(argument, call.filter(), Sum.Kind.SUM, scope);
      case TOTAL -> sum(argument, call.filter(), Sum.Kind.TOTAL, scope);
      case AVG -> sum(argument, call.filter(), Sum.Kind.AVG, scope);
    };
  }

  /** Whether an aggregate's value is one of those that it is made of. */
  static boolean isExtreme(String name) {
    return name.equals("min") || name.equals("max");
  }

  private static Optional<Aggregate.DistinctKind> kind(String name) {
    return switch (name) {
      case "count" -> Optional.of(Aggregate.DistinctKind.COUNT);
      case "sum" -> Optional.of(Aggregate.DistinctKind.SUM);
      case "total" -> Optional.of(Aggregate.DistinctKind.TOTAL);
      case "avg" -> Optional.of(Aggregate.DistinctKind.AVG);
      default -> Optional.empty();
    };
  }

  /** The parts evaluate an argument several times. */
  private static void checkDeterministic(Expr.FunctionCall call) {
    boolean random =
        TreeQuestions.contains(
            call,
            node ->
                node instanceof Expr.FunctionCall inner
                    && (inner.name().sameAs("random") || inner.name().sameAs("randomblob")));
    if (random) {
      throw SqlException.unsupported("random() in an aggregate over several nodes", call.span());
    }
  }

  private static AggregateParts count(Expr.FunctionCall call) {
    return of(List.of(), List.of(call), (keys, parts) -> new Aggregate.Count(parts));
  }

  private static AggregateParts distinct(
      Expr.FunctionCall call, Expr argument, Collation collation, Aggregate.DistinctKind kind) {
    Expr key =
        call.filter() == null
            ? argument
            : filled("CASE WHEN f THEN x END", argument, call.filter());
    return of(
        List.of(key), List.of(), (keys, parts) -> new Aggregate.OfDistinct(keys, collation, kind));
  }

  private static AggregateParts sum(
      Expr argument, @Nullable Expr filter, Sum.Kind kind, RowScope scope) {
    boolean integersOnly = scope.integersOnly(argument);
    List<Expr> parts = new ArrayList<>();
    for (String part : INTEGER_PARTS) {
      parts.add(filled(part, argument, filter));
    }
    for (String part : integersOnly ? NO_OTHER_PARTS : OTHER_PARTS) {
      parts.add(filled(part, argument, filter));
    }
    Variant exact = new Variant(parts, (keys, first) -> new Aggregate.Summed(first, kind));
    boolean reals = scope.affinity(argument).filter(Affinity.REAL::equals).isPresent();
    return new AggregateParts(List.of(), exact, reals ? exact : guess(argument, filter, kind));
  }

  /** SQLite's own sum is an INTEGER exactly when all that it adds are, and adds them exactly. */
  private static Variant guess(Expr argument, @Nullable Expr filter, Sum.Kind kind) {
    return new Variant(
        List.of(withFilter("sum", argument, filter), withFilter("count", argument, filter)),
        (keys, first) -> new Aggregate.GuessedSum(first, kind));
  }

  private static Expr withFilter(String function, Expr argument, @Nullable Expr filter) {
    String call = function + "(x)";
    return filled(filter == null ? call : call + " FILTER (WHERE f)", argument, filter);
  }

  private static Expr filled(String text, Expr argument, @Nullable Expr filter) {
    Expr condition = filter == null ? new Expr.IntegerLiteral("1", SourceSpan.NONE) : filter;
    Map<String, Expr> values = Map.of(ARGUMENT, argument, FILTER, condition);
    return TreeRewriter.ofExpressions(
            node ->
                node instanceof Expr.ColumnRef column
                    ? values.getOrDefault(column.column().text(), node)
                    : node)
        .rewrite(new SqlParser().parseExpression(text));
  }
}
