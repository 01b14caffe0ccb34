package sqlite.ast;

import sqlite.token.SourceSpan;

/** EXPLAIN, or EXPLAIN QUERY PLAN, of another statement. */
public record Explain(boolean queryPlan, Statement statement, SourceSpan span)
    implements Statement {
  public Explain {
    if (statement instanceof Explain) {
      throw new IllegalArgumentException("EXPLAIN of EXPLAIN");
    }
  }
}
