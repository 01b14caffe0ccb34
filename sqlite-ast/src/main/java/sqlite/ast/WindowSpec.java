package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/** {@code [base] [PARTITION BY ...] [ORDER BY ...] [frame]}, the inside of the parentheses. */
public record WindowSpec(
    @Nullable Name base,
    List<Expr> partitionBy,
    List<OrderingTerm> orderBy,
    @Nullable Frame frame,
    SourceSpan span) {
  public WindowSpec {
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
  }
}
