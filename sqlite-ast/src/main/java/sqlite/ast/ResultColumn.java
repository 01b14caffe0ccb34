package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/** One item of a result list, in SELECT or RETURNING. */
public sealed interface ResultColumn {

  SourceSpan span();

  /** {@code *}. */
  record Star(SourceSpan span) implements ResultColumn {}

  /** {@code table.*}. */
  record TableStar(Name table, SourceSpan span) implements ResultColumn {}

  /**
   * {@code expr [[AS] alias]}.
   *
   * @param text the stretch of source that SQLite names the column after when there is no alias and
   *     the expression is not a plain column
   */
  record Expression(Expr expr, @Nullable Name alias, SourceSpan text, SourceSpan span)
      implements ResultColumn {

    /** A column that was not parsed. */
    public static Expression of(Expr expr, @Nullable Name alias) {
      return new Expression(expr, alias, SourceSpan.NONE, SourceSpan.NONE);
    }
  }
}
