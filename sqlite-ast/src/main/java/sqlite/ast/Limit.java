package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * {@code LIMIT limit [OFFSET offset]}.
 *
 * @param offsetFirst true when written {@code LIMIT offset, limit}, where anonymous parameters are
 *     numbered in the other order
 */
public record Limit(Expr limit, @Nullable Expr offset, boolean offsetFirst, SourceSpan span) {
  public Limit {
    if (offsetFirst && offset == null) {
      throw new IllegalArgumentException("no offset");
    }
  }
}
