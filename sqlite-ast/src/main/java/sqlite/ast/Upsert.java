package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * {@code ON CONFLICT [(target) [WHERE targetWhere]] DO action}.
 *
 * @param target empty for any conflict
 * @see <a href="https://sqlite.org/lang_upsert.html">UPSERT</a>
 */
public record Upsert(
    List<OrderingTerm> target, @Nullable Expr targetWhere, UpsertAction action, SourceSpan span) {
  public Upsert {
    target = List.copyOf(target);
    if (target.isEmpty() && targetWhere != null) {
      throw new IllegalArgumentException("a condition without a target");
    }
  }
}
