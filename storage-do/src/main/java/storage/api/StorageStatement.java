package storage.api;

import java.util.List;
import sqlite.value.SqlValue;

/**
 * One statement for one node.
 *
 * <p>The platform binds every number as a REAL, so {@link SqlValue.Int} parameters are bound as
 * text and the SQL must say {@code +CAST(?n AS INTEGER)} for them: a bare CAST would have an
 * affinity. Infinities cannot be bound at all; the SQL must hold them as {@code 9e999}.
 *
 * @param sql exactly one statement
 * @param parameters bound as {@code ?1}, {@code ?2}, ...
 * @param kind whether it answers rows
 */
public record StorageStatement(String sql, List<SqlValue> parameters, Kind kind) {
  /** What a statement answers. */
  public enum Kind {
    /** Rows, and it changes nothing. */
    READ,
    /** The count of the rows it changed. */
    WRITE
  }

  public StorageStatement {
    parameters = List.copyOf(parameters);
    for (SqlValue parameter : parameters) {
      if (parameter instanceof SqlValue.Real real && Double.isInfinite(real.value())) {
        throw new IllegalArgumentException("an infinity cannot be bound");
      }
    }
  }
}
