package conductor.plan;

import conductor.engine.OwnParameter;
import java.util.ArrayList;
import java.util.List;
import sqlite.ast.CurrentTime;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.Statement;
import sqlite.ast.walk.TreeRewriter;
import sqlite.token.SourceSpan;

/**
 * Puts parameters in place of what must be the same for all nodes and is not the same for two
 * evaluations: the clock, and {@code random()} in the rows of an INSERT.
 */
final class OwnParameters {
  private final int userParameters;
  private final boolean randomToo;
  private final List<OwnParameter> parameters = new ArrayList<>();

  /**
   * @param userParameters how many parameters the statement has
   * @param randomToo whether {@code random()} stands for one value and not for one a row
   */
  OwnParameters(int userParameters, boolean randomToo) {
    this.userParameters = userParameters;
    this.randomToo = randomToo;
  }

  /** The parameters, in the order of their numbers. */
  List<OwnParameter> list() {
    return parameters;
  }

  Statement replaceIn(Statement statement) {
    return TreeRewriter.ofExpressions(this::replacement).rewrite(statement);
  }

  Expr replaceIn(Expr expr) {
    return TreeRewriter.ofExpressions(this::replacement).rewrite(expr);
  }

  /** The number of the parameter behind all of them. */
  Expr.Parameter next() {
    return parameter(userParameters + parameters.size() + 1);
  }

  private Expr replacement(Expr expr) {
    return switch (expr) {
      case Expr.CurrentTimeLiteral time -> add(of(time.kind()));
      case Expr.FunctionCall call -> call.over() == null ? replacement(call) : call;
      default -> expr;
    };
  }

  private static OwnParameter of(CurrentTime kind) {
    return switch (kind) {
      case CURRENT_TIME -> OwnParameter.CURRENT_TIME;
      case CURRENT_DATE -> OwnParameter.CURRENT_DATE;
      case CURRENT_TIMESTAMP -> OwnParameter.CURRENT_TIMESTAMP;
    };
  }

  private Expr replacement(Expr.FunctionCall call) {
    int time = timeArgument(call.name().folded());
    if (time >= 0) {
      return withTime(call, time);
    }
    boolean random = call.name().sameAs("random") && call.arguments().isEmpty() && !call.star();
    return random && randomToo ? add(OwnParameter.RANDOM) : call;
  }

  /** Which argument of a function is a time whose absence means now; -1 for other functions. */
  private static int timeArgument(String function) {
    return switch (function) {
      case "date", "time", "datetime", "julianday", "unixepoch" -> 0;
      case "strftime" -> 1;
      default -> -1;
    };
  }

  private Expr withTime(Expr.FunctionCall call, int position) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    if (arguments.size() == position) {
      arguments.add(add(OwnParameter.NOW));
    } else if (arguments.size() > position && isNow(arguments.get(position))) {
      arguments.set(position, add(OwnParameter.NOW));
    } else {
      return call;
    }
    return new Expr.FunctionCall(
        call.name(),
        call.quantifier(),
        arguments,
        false,
        call.orderBy(),
        call.filter(),
        null,
        call.span());
  }

  private static boolean isNow(Expr expr) {
    return expr instanceof Expr.StringLiteral text && Name.of(text.value()).sameAs("now");
  }

  private Expr add(OwnParameter parameter) {
    Expr.Parameter place = next();
    parameters.add(parameter);
    return place;
  }

  private static Expr.Parameter parameter(int index) {
    return new Expr.Parameter("?" + index, index, SourceSpan.NONE);
  }
}
