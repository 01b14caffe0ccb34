package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * A query: one core, or several joined by compound operators, with what applies to all of them.
 *
 * <p>Compound operators associate to the left, and all bind alike. A VALUES core at the end admits
 * neither ORDER BY nor LIMIT.
 *
 * @see <a href="https://sqlite.org/lang_select.html">SELECT</a>
 */
public record Select(
    @Nullable With with,
    SelectCore first,
    List<CompoundTerm> rest,
    List<OrderingTerm> orderBy,
    @Nullable Limit limit,
    SourceSpan span)
    implements Statement {
  public Select {
    rest = List.copyOf(rest);
    orderBy = List.copyOf(orderBy);
  }

  /** A query of one core and nothing else. */
  public static Select of(SelectCore core) {
    return new Select(null, core, List.of(), List.of(), null, core.span());
  }

  /** True when compound operators join several cores. */
  public boolean isCompound() {
    return !rest.isEmpty();
  }
}
