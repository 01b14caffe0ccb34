package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * CREATE INDEX.
 *
 * @param table in the same schema as the index
 * @see <a href="https://sqlite.org/lang_createindex.html">CREATE INDEX</a>
 */
public record CreateIndex(
    boolean unique,
    boolean ifNotExists,
    QualifiedName name,
    Name table,
    List<OrderingTerm> columns,
    @Nullable Expr where,
    SourceSpan span)
    implements Statement {
  public CreateIndex {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("an index without columns");
    }
  }
}
