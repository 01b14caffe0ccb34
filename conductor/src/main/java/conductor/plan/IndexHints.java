package conductor.plan;

import sqlite.ast.Select;
import sqlite.ast.TableRef;
import sqlite.ast.walk.TreeRewriter;

/** INDEXED BY and NOT INDEXED. */
final class IndexHints {
  private IndexHints() {}

  /** The query without them: the conductor's SQLite has none of the indexes that they insist on. */
  static Select removed(Select select) {
    return new TreeRewriter() {
      @Override
      protected TableRef after(TableRef table) {
        return table instanceof TableRef.Named named && named.hint() != null
            ? new TableRef.Named(named.name(), named.alias(), null, named.span())
            : table;
      }
    }.rewrite(select);
  }
}
