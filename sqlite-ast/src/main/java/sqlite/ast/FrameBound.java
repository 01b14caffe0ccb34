package sqlite.ast;

import sqlite.token.SourceSpan;

/** One end of a window frame. */
public sealed interface FrameBound {

  SourceSpan span();

  /** {@code UNBOUNDED PRECEDING}, only as the start. */
  record UnboundedPreceding(SourceSpan span) implements FrameBound {}

  /** {@code distance PRECEDING}. */
  record Preceding(Expr distance, SourceSpan span) implements FrameBound {}

  /** {@code CURRENT ROW}. */
  record CurrentRow(SourceSpan span) implements FrameBound {}

  /** {@code distance FOLLOWING}. */
  record Following(Expr distance, SourceSpan span) implements FrameBound {}

  /** {@code UNBOUNDED FOLLOWING}, only as the end. */
  record UnboundedFollowing(SourceSpan span) implements FrameBound {}
}
