package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * INSERT, and REPLACE, which is INSERT OR REPLACE.
 *
 * @param orAction what follows OR, or null
 * @param columns empty when no list was written
 * @see <a href="https://sqlite.org/lang_insert.html">INSERT</a>
 */
public record Insert(
    @Nullable With with,
    @Nullable ConflictAction orAction,
    QualifiedName table,
    @Nullable Name alias,
    List<Name> columns,
    InsertSource source,
    List<Upsert> upserts,
    List<ResultColumn> returning,
    SourceSpan span)
    implements Statement {
  public Insert {
    columns = List.copyOf(columns);
    upserts = List.copyOf(upserts);
    returning = List.copyOf(returning);
  }
}
