package sqlite.ast;

import java.util.List;
import sqlite.token.SourceSpan;

/**
 * {@code WITH [RECURSIVE] tables}.
 *
 * @see <a href="https://sqlite.org/lang_with.html">The WITH clause</a>
 */
public record With(boolean recursive, List<CommonTable> tables, SourceSpan span) {
  public With {
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("WITH without tables");
    }
  }
}
