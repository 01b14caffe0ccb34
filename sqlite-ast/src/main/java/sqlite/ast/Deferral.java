package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * {@code [NOT] DEFERRABLE [INITIALLY DEFERRED|IMMEDIATE]}.
 *
 * @param deferrable false after NOT
 */
public record Deferral(boolean deferrable, Timing timing, SourceSpan span) {

  /** What follows INITIALLY. */
  public enum Timing {
    UNSPECIFIED,
    DEFERRED,
    IMMEDIATE
  }

  /** True when the constraint is checked only when the transaction commits. */
  public boolean isDeferred() {
    return deferrable && timing == Timing.DEFERRED;
  }
}
