package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * {@code expr [ASC|DESC] [NULLS FIRST|LAST]}, in ORDER BY and in the column lists of indexes. A
 * COLLATE is part of the expression.
 */
public record OrderingTerm(Expr expr, SortDirection direction, NullsOrder nulls, SourceSpan span) {

  /** A term in the default order. */
  public static OrderingTerm of(Expr expr) {
    return new OrderingTerm(
        expr, SortDirection.UNSPECIFIED, NullsOrder.UNSPECIFIED, SourceSpan.NONE);
  }
}
