package sqlite.ast;

import java.util.List;
import sqlite.token.SourceSpan;

/**
 * {@code column = value} or {@code (columns) = value}.
 *
 * @param parenthesized true when the columns stand in parentheses, even a single one
 */
public record Assignment(List<Name> columns, boolean parenthesized, Expr value, SourceSpan span) {
  public Assignment {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || (columns.size() > 1 && !parenthesized)) {
      throw new IllegalArgumentException("an assignment to " + columns);
    }
  }
}
