package sqlite.ast.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.ast.CaseBranch;
import sqlite.ast.Expr;
import sqlite.ast.Frame;
import sqlite.ast.FrameBound;
import sqlite.ast.Over;
import sqlite.ast.WindowSpec;

/** The part of a {@link TreeRewriter} that rebuilds expressions from replaced children. */
final class ExprRewriter {

  private final TreeRewriter tree;

  ExprRewriter(TreeRewriter tree) {
    this.tree = tree;
  }

  Expr rewriteChildren(Expr expr) {
    return switch (expr) {
      case Expr.NullLiteral e -> e;
      case Expr.IntegerLiteral e -> e;
      case Expr.RealLiteral e -> e;
      case Expr.StringLiteral e -> e;
      case Expr.BlobLiteral e -> e;
      case Expr.CurrentTimeLiteral e -> e;
      case Expr.Parameter e -> e;
      case Expr.ColumnRef e -> e;
      case Expr.Unary e -> new Expr.Unary(e.operator(), tree.rewrite(e.operand()), e.span());
      case Expr.Binary e -> rewriteBinary(e);
      case Expr.Collate e -> new Expr.Collate(tree.rewrite(e.operand()), e.collation(), e.span());
      case Expr.Cast e -> new Expr.Cast(tree.rewrite(e.operand()), e.type(), e.span());
      case Expr.Between e -> rewriteBetween(e);
      case Expr.InList e ->
          new Expr.InList(
              tree.rewrite(e.operand()), tree.rewriteAll(e.items()), e.negated(), e.span());
      case Expr.InSubquery e ->
          new Expr.InSubquery(
              tree.rewrite(e.operand()), tree.rewrite(e.query()), e.negated(), e.span());
      case Expr.InTable e ->
          new Expr.InTable(
              tree.rewrite(e.operand()),
              e.table(),
              tree.rewriteAll(e.arguments()),
              e.negated(),
              e.span());
      case Expr.Like e -> rewriteLike(e);
      case Expr.NullTest e -> new Expr.NullTest(tree.rewrite(e.operand()), e.negated(), e.span());
      case Expr.Case e -> rewriteCase(e);
      case Expr.Exists e -> new Expr.Exists(tree.rewrite(e.query()), e.span());
      case Expr.ScalarSubquery e -> new Expr.ScalarSubquery(tree.rewrite(e.query()), e.span());
      case Expr.RowValue e -> new Expr.RowValue(tree.rewriteAll(e.items()), e.span());
      case Expr.FunctionCall e -> rewriteCall(e);
      case Expr.Raise e -> new Expr.Raise(e.action(), tree.rewriteOptional(e.message()), e.span());
    };
  }

  /** Goes down the left operands in a loop, since chains of operators lean to the left. */
  private Expr rewriteBinary(Expr.Binary binary) {
    List<Expr.Binary> chain = new ArrayList<>();
    Expr leftmost = binary;
    while (leftmost instanceof Expr.Binary inner) {
      chain.add(inner);
      leftmost = inner.left();
    }
    Expr left = tree.rewrite(leftmost);
    for (int i = chain.size() - 1; i > 0; i--) {
      left = tree.after(rewritten(chain.get(i), left));
    }
    return rewritten(binary, left);
  }

  private Expr rewritten(Expr.Binary binary, Expr left) {
    return new Expr.Binary(binary.operator(), left, tree.rewrite(binary.right()), binary.span());
  }

  private Expr rewriteBetween(Expr.Between between) {
    return new Expr.Between(
        tree.rewrite(between.operand()),
        tree.rewrite(between.low()),
        tree.rewrite(between.high()),
        between.negated(),
        between.span());
  }

  private Expr rewriteLike(Expr.Like like) {
    return new Expr.Like(
        like.operator(),
        tree.rewrite(like.operand()),
        tree.rewrite(like.pattern()),
        tree.rewriteOptional(like.escape()),
        like.negated(),
        like.span());
  }

  private Expr rewriteCase(Expr.Case choice) {
    Expr operand = tree.rewriteOptional(choice.operand());
    List<CaseBranch> branches = new ArrayList<>(choice.branches().size());
    for (CaseBranch branch : choice.branches()) {
      branches.add(
          new CaseBranch(
              tree.rewrite(branch.condition()), tree.rewrite(branch.result()), branch.span()));
    }
    return new Expr.Case(
        operand, branches, tree.rewriteOptional(choice.otherwise()), choice.span());
  }

  private Expr rewriteCall(Expr.FunctionCall call) {
    return new Expr.FunctionCall(
        call.name(),
        call.quantifier(),
        tree.rewriteAll(call.arguments()),
        call.star(),
        tree.rewriteTerms(call.orderBy()),
        tree.rewriteOptional(call.filter()),
        rewriteOver(call.over()),
        call.span());
  }

  private @Nullable Over rewriteOver(@Nullable Over over) {
    return over instanceof Over.Inline inline
        ? new Over.Inline(rewriteWindow(inline.window()), inline.span())
        : over;
  }

  WindowSpec rewriteWindow(WindowSpec window) {
    return new WindowSpec(
        window.base(),
        tree.rewriteAll(window.partitionBy()),
        tree.rewriteTerms(window.orderBy()),
        rewriteFrame(window.frame()),
        window.span());
  }

  private @Nullable Frame rewriteFrame(@Nullable Frame frame) {
    if (frame == null) {
      return null;
    }
    FrameBound end = frame.end();
    return new Frame(
        frame.unit(),
        rewriteBound(frame.start()),
        end == null ? null : rewriteBound(end),
        frame.exclusion(),
        frame.span());
  }

  private FrameBound rewriteBound(FrameBound bound) {
    return switch (bound) {
      case FrameBound.Preceding b -> new FrameBound.Preceding(tree.rewrite(b.distance()), b.span());
      case FrameBound.Following b -> new FrameBound.Following(tree.rewrite(b.distance()), b.span());
      case FrameBound.UnboundedPreceding b -> b;
      case FrameBound.CurrentRow b -> b;
      case FrameBound.UnboundedFollowing b -> b;
    };
  }
}
