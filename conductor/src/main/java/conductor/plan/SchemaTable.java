package conductor.plan;

import sqlite.ast.Name;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.walk.TreeRewriter;
import sqlite.parser.SqlParser;
import sqlite.token.SourceSpan;

/**
 * SQLite's table of the schema, which every node has with the user's tables and the engine's own.
 *
 * @see <a href="https://sqlite.org/schematab.html">The Schema Table</a>
 */
final class SchemaTable {
  private static final String VISIBLE =
      "SELECT * FROM sqlite_schema WHERE substr(tbl_name, 1, 5) <> '_ens_'";

  private static final String EMPTY = "SELECT 1";

  private SchemaTable() {}

  /** The query with the engine's own tables left out. */
  static Select filtered(Select select) {
    return replaced(select, VISIBLE);
  }

  /** The statement without a mention of the schema table, to see what else it reads. */
  static Statement without(Select select) {
    return replaced(select, EMPTY);
  }

  private static Select replaced(Select select, String query) {
    return new TreeRewriter() {
      @Override
      protected TableRef after(TableRef table) {
        return table instanceof TableRef.Named named && isSchemaTable(named)
            ? new TableRef.Subquery(parsed(query), named.exposedName(), SourceSpan.NONE)
            : table;
      }
    }.rewrite(select);
  }

  private static Select parsed(String query) {
    Statement statement = new SqlParser().parseStatement(query);
    if (statement instanceof Select select && select.first() instanceof SelectCore.Query) {
      return select;
    }
    throw new IllegalStateException(query);
  }

  private static boolean isSchemaTable(TableRef.Named table) {
    Name schema = table.name().schema();
    Name name = table.name().name();
    return (schema == null || schema.sameAs("main"))
        && (name.sameAs("sqlite_schema") || name.sameAs("sqlite_master"));
  }
}
