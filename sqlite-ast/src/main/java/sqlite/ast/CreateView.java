package sqlite.ast;

import java.util.List;
import sqlite.token.SourceSpan;

/**
 * CREATE VIEW.
 *
 * @see <a href="https://sqlite.org/lang_createview.html">CREATE VIEW</a>
 */
public record CreateView(
    boolean temporary,
    boolean ifNotExists,
    QualifiedName name,
    List<Name> columns,
    Select query,
    SourceSpan span)
    implements Statement {
  public CreateView {
    columns = List.copyOf(columns);
  }
}
