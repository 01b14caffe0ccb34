package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * {@code REFERENCES table [(columns)] rules [deferral]}.
 *
 * @see <a href="https://sqlite.org/foreignkeys.html">Foreign key support</a>
 */
public record ForeignKeyClause(
    Name table,
    List<Name> columns,
    List<ReferenceRule> rules,
    @Nullable Deferral deferral,
    SourceSpan span) {
  public ForeignKeyClause {
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
  }
}
