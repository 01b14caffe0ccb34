package sqlite.ast.walk;

import java.util.ArrayList;
import java.util.List;
import sqlite.ast.CaseBranch;
import sqlite.ast.Expr;
import sqlite.ast.Frame;
import sqlite.ast.FrameBound;
import sqlite.ast.Over;
import sqlite.ast.WindowSpec;

/** The part of a {@link TreeWalker} that goes through expressions. */
final class ExprWalker {

  private final TreeWalker tree;
  private final TreeVisitor visitor;

  ExprWalker(TreeWalker tree, TreeVisitor visitor) {
    this.tree = tree;
    this.visitor = visitor;
  }

  void walk(Expr expr) {
    if (!visitor.enter(expr)) {
      return;
    }
    switch (expr) {
      case Expr.NullLiteral e -> {}
      case Expr.IntegerLiteral e -> {}
      case Expr.RealLiteral e -> {}
      case Expr.StringLiteral e -> {}
      case Expr.BlobLiteral e -> {}
      case Expr.CurrentTimeLiteral e -> {}
      case Expr.Parameter e -> {}
      case Expr.ColumnRef e -> {}
      case Expr.Unary e -> walk(e.operand());
      case Expr.Binary e -> walkBinary(e);
      case Expr.Collate e -> walk(e.operand());
      case Expr.Cast e -> walk(e.operand());
      case Expr.Between e -> {
        walk(e.operand());
        walk(e.low());
        walk(e.high());
      }
      case Expr.InList e -> {
        walk(e.operand());
        tree.walkAll(e.items());
      }
      case Expr.InSubquery e -> {
        walk(e.operand());
        tree.walk(e.query());
      }
      case Expr.InTable e -> {
        walk(e.operand());
        tree.walkAll(e.arguments());
      }
      case Expr.Like e -> {
        walk(e.operand());
        walk(e.pattern());
        tree.walkOptional(e.escape());
      }
      case Expr.NullTest e -> walk(e.operand());
      case Expr.Case e -> walkCase(e);
      case Expr.Exists e -> tree.walk(e.query());
      case Expr.ScalarSubquery e -> tree.walk(e.query());
      case Expr.RowValue e -> tree.walkAll(e.items());
      case Expr.FunctionCall e -> walkCall(e);
      case Expr.Raise e -> tree.walkOptional(e.message());
    }
  }

  /** Goes down the left operands in a loop, since chains of operators lean to the left. */
  private void walkBinary(Expr.Binary binary) {
    List<Expr.Binary> chain = new ArrayList<>();
    chain.add(binary);
    Expr left = binary.left();
    boolean entered = true;
    while (left instanceof Expr.Binary inner) {
      entered = visitor.enter(inner);
      if (!entered) {
        break;
      }
      chain.add(inner);
      left = inner.left();
    }
    if (entered) {
      walk(left);
    }
    for (int i = chain.size() - 1; i >= 0; i--) {
      walk(chain.get(i).right());
    }
  }

  private void walkCase(Expr.Case choice) {
    tree.walkOptional(choice.operand());
    for (CaseBranch branch : choice.branches()) {
      walk(branch.condition());
      walk(branch.result());
    }
    tree.walkOptional(choice.otherwise());
  }

  private void walkCall(Expr.FunctionCall call) {
    tree.walkAll(call.arguments());
    tree.walkTerms(call.orderBy());
    tree.walkOptional(call.filter());
    if (call.over() instanceof Over.Inline inline) {
      walkWindow(inline.window());
    }
  }

  void walkWindow(WindowSpec window) {
    tree.walkAll(window.partitionBy());
    tree.walkTerms(window.orderBy());
    Frame frame = window.frame();
    if (frame != null) {
      walkBound(frame.start());
      if (frame.end() != null) {
        walkBound(frame.end());
      }
    }
  }

  private void walkBound(FrameBound bound) {
    switch (bound) {
      case FrameBound.Preceding b -> walk(b.distance());
      case FrameBound.Following b -> walk(b.distance());
      case FrameBound.UnboundedPreceding b -> {}
      case FrameBound.CurrentRow b -> {}
      case FrameBound.UnboundedFollowing b -> {}
    }
  }
}
