package sqlite.generator;

import java.util.List;
import sqlite.ast.Expr;
import sqlite.ast.Frame;
import sqlite.ast.FrameBound;
import sqlite.ast.Over;
import sqlite.ast.Quantifier;
import sqlite.ast.WindowDefinition;
import sqlite.ast.WindowSpec;

/** Prints function calls and windows. */
final class FunctionWriter {

  private final SqlWriter out;

  FunctionWriter(SqlWriter out) {
    this.out = out;
  }

  void printCall(Expr.FunctionCall call) {
    out.name(call.name()).append("(");
    if (call.star()) {
      out.append("*");
    } else {
      printQuantifier(call.quantifier());
      out.exprs(call.arguments()).orderBy(call.orderBy());
    }
    out.append(")");
    if (call.filter() != null) {
      out.append(" FILTER (WHERE ").expr(call.filter()).append(")");
    }
    switch (call.over()) {
      case null -> {}
      case Over.Named named -> out.append(" OVER ").name(named.name());
      case Over.Inline inline -> {
        out.append(" OVER ");
        printWindow(inline.window());
      }
    }
  }

  void printQuantifier(Quantifier quantifier) {
    switch (quantifier) {
      case UNSPECIFIED -> {}
      case ALL -> out.append("ALL ");
      case DISTINCT -> out.append("DISTINCT ");
    }
  }

  void printDefinitions(List<WindowDefinition> definitions) {
    String separator = " WINDOW ";
    for (WindowDefinition definition : definitions) {
      out.append(separator).name(definition.name()).append(" AS ");
      printWindow(definition.window());
      separator = ", ";
    }
  }

  private void printWindow(WindowSpec window) {
    out.append("(");
    String separator = "";
    if (window.base() != null) {
      out.name(window.base());
      separator = " ";
    }
    if (!window.partitionBy().isEmpty()) {
      out.append(separator).append("PARTITION BY ").exprs(window.partitionBy());
      separator = " ";
    }
    if (!window.orderBy().isEmpty()) {
      out.append(separator).append("ORDER BY ").terms(window.orderBy());
      separator = " ";
    }
    if (window.frame() != null) {
      out.append(separator);
      printFrame(window.frame());
    }
    out.append(")");
  }

  private void printFrame(Frame frame) {
    out.words(frame.unit()).append(" ");
    if (frame.end() == null) {
      printBound(frame.start());
    } else {
      out.append("BETWEEN ");
      printBound(frame.start());
      out.append(" AND ");
      printBound(frame.end());
    }
    switch (frame.exclusion()) {
      case UNSPECIFIED -> {}
      case NO_OTHERS, CURRENT_ROW, GROUP, TIES -> out.append(" EXCLUDE ").words(frame.exclusion());
    }
  }

  private void printBound(FrameBound bound) {
    switch (bound) {
      case FrameBound.UnboundedPreceding b -> out.append("UNBOUNDED PRECEDING");
      case FrameBound.Preceding b -> out.expr(b.distance()).append(" PRECEDING");
      case FrameBound.CurrentRow b -> out.append("CURRENT ROW");
      case FrameBound.Following b -> out.expr(b.distance()).append(" FOLLOWING");
      case FrameBound.UnboundedFollowing b -> out.append("UNBOUNDED FOLLOWING");
    }
  }
}
