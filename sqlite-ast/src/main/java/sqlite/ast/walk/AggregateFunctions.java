package sqlite.ast.walk;

import sqlite.ast.Expr;

/**
 * The aggregate functions that SQLite has built in.
 *
 * @see <a href="https://sqlite.org/lang_aggfunc.html">Built-in aggregate functions</a>
 */
public final class AggregateFunctions {

  private AggregateFunctions() {}

  /** True for a call that aggregates the rows of a group, and not those of a window. */
  public static boolean isAggregateCall(Expr.FunctionCall call) {
    return call.over() == null && isAggregateName(call);
  }

  private static boolean isAggregateName(Expr.FunctionCall call) {
    return switch (call.name().folded()) {
      case "avg", "count", "group_concat", "string_agg", "sum", "total" -> true;
      case "json_group_array", "json_group_object", "jsonb_group_array", "jsonb_group_object" ->
          true;
      case "median", "percentile", "percentile_cont", "percentile_disc" -> true;
      // With two arguments or more these compare them and aggregate nothing.
      case "min", "max" -> call.arguments().size() == 1;
      default -> false;
    };
  }
}
