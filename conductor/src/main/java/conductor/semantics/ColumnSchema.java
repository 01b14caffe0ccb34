package conductor.semantics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.value.Affinity;
import sqlite.value.Collation;

/**
 * A column of a table.
 *
 * @param name as its definition wrote it
 * @param affinity of its declared type
 * @param collation in which its text is compared
 * @param defaultValue what an INSERT that leaves it out stores; null for NULL
 * @param generated whether SQLite computes it
 * @param integersOnly whether every value in it is an INTEGER or NULL, whatever was written
 */
public record ColumnSchema(
    String name,
    Affinity affinity,
    Collation collation,
    @Nullable Expr defaultValue,
    boolean generated,
    boolean integersOnly) {

  /** The expression of its DEFAULT. */
  public Optional<Expr> defaultExpr() {
    return Optional.ofNullable(defaultValue);
  }
}
