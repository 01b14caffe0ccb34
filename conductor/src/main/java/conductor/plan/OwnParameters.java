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
  /** The bytes of a {@code randomblob} that is made of parameters, at most. */
  private static final int RANDOM_BYTES = 128;

  private final int userParameters;
  private final boolean randomToo;
  private final List<OwnParameter> parameters = new ArrayList<>();
  private boolean chance;

  /**
   * @param userParameters how many parameters the statement has
   * @param randomToo whether {@code random()} stands for one value and not for one a row
   */
  OwnParameters(int userParameters, boolean randomToo) {
    this.userParameters = userParameters;
    this.randomToo = randomToo;
  }

  /** Whether an expression has the same value whenever it is evaluated over the same row. */
  static boolean isRepeatable(Expr expr) {
    OwnParameters own = new OwnParameters(0, true);
    own.replaceIn(expr);
    return own.parameters.isEmpty() && !own.chance;
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
    if (call.name().sameAs("timediff")) {
      return withTimes(call);
    }
    int time = timeArgument(call.name().folded());
    if (time >= 0) {
      return withTime(call, time);
    }
    if (!randomToo || call.star()) {
      return call;
    }
    if (call.name().sameAs("random") && call.arguments().isEmpty()) {
      return add(OwnParameter.RANDOM);
    }
    return call.name().sameAs("randomblob") && call.arguments().size() == 1
        ? withBytes(call, call.arguments().get(0))
        : call;
  }

  /** {@code randomblob(9)} as {@code substr(unhex(printf('%016x%016x', ?1, ?2)), 1, 9)}. */
  private Expr withBytes(Expr.FunctionCall call, Expr length) {
    int bytes = length instanceof Expr.IntegerLiteral literal ? smallNumber(literal.text()) : 0;
    if (bytes == 0) {
      chance = true;
      return call;
    }
    StringBuilder format = new StringBuilder();
    List<Expr> words = new ArrayList<>();
    for (int have = 0; have < bytes; have += Long.BYTES) {
      format.append("%016x");
      words.add(add(OwnParameter.RANDOM));
    }
    words.add(0, new Expr.StringLiteral(format.toString(), SourceSpan.NONE));
    Expr blob = Expr.FunctionCall.of("unhex", List.of(Expr.FunctionCall.of("printf", words)));
    Expr one = new Expr.IntegerLiteral("1", SourceSpan.NONE);
    return Expr.FunctionCall.of("substr", List.of(blob, one, length));
  }

  /** A number from 1 to {@link #RANDOM_BYTES} that is written in decimal digits; else 0. */
  private static int smallNumber(String text) {
    int number = 0;
    for (int i = 0; i < text.length() && number <= RANDOM_BYTES; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = 10 * number + digit;
    }
    return number <= RANDOM_BYTES ? number : 0;
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
    if (arguments.size() < position) {
      return call;
    }
    if (arguments.size() == position || isText(arguments.get(position), "subsec", "subsecond")) {
      arguments.add(position, add(OwnParameter.NOW));
    } else if (isText(arguments.get(position), "now")) {
      arguments.set(position, add(OwnParameter.NOW));
    } else {
      return call;
    }
    return with(arguments, call);
  }

  /** Both arguments are times. */
  private Expr withTimes(Expr.FunctionCall call) {
    List<Expr> arguments = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      arguments.add(isText(argument, "now") ? add(OwnParameter.NOW) : argument);
    }
    return with(arguments, call);
  }

  private static Expr with(List<Expr> arguments, Expr.FunctionCall call) {
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

  private static boolean isText(Expr expr, String... texts) {
    return expr instanceof Expr.StringLiteral literal
        && List.of(texts).contains(Name.of(literal.value()).folded());
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
