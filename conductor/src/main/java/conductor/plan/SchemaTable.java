package conductor.plan;

import conductor.engine.SchemaAfter;
import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.QualifiedName;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableRef;
import sqlite.ast.walk.TreeQuestions;
import sqlite.ast.walk.TreeRewriter;
import sqlite.ast.walk.TreeVisitor;
import sqlite.ast.walk.TreeWalker;
import sqlite.parser.SqlParser;
import sqlite.token.SourceSpan;

/**
 * SQLite's table of the schema, which every node has with the user's tables, the engine's own and
 * the platform's.
 *
 * @see <a href="https://sqlite.org/schematab.html">The Schema Table</a>
 */
final class SchemaTable {
  private static final String VISIBLE = "SELECT * FROM sqlite_schema WHERE " + SchemaAfter.OF_USER;

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

  /** Whether a query reads the table of the schema. */
  static boolean isIn(Select select) {
    return TreeQuestions.tablesRead(select).stream().anyMatch(SchemaTable::isMain);
  }

  /** Whether anything in a query tells of the schema: its table, or a PRAGMA as a table. */
  static boolean tellsOfSchema(Select select) {
    return isIn(select) || needsWholeSchema(select);
  }

  /** Whether something in a query tells of the schema that no node can tell. */
  static boolean needsWholeSchema(Select select) {
    boolean[] found = {TreeQuestions.tablesRead(select).stream().anyMatch(SchemaTable::isTemp)};
    new TreeWalker(
            new TreeVisitor() {
              @Override
              public boolean enter(TableRef table) {
                found[0] |=
                    switch (table) {
                      case TableRef.TableFunction function ->
                          SchemaPragma.isFunction(function.name().name().folded());
                      case TableRef.Named named ->
                          SchemaPragma.isFunction(named.name().name().folded());
                      default -> false;
                    };
                return true;
              }

              @Override
              public boolean enter(Expr expr) {
                // The table of an IN cannot be put into another form.
                found[0] |= expr instanceof Expr.InTable in && isMain(in.table());
                return true;
              }
            })
        .walk(select);
    return found[0];
  }

  /** Whether a name means one of SQLite's tables of a schema. */
  static boolean isSchemaTable(QualifiedName name) {
    return isMain(name) || isTemp(name);
  }

  private static Select replaced(Select select, String query) {
    return new TreeRewriter() {
      @Override
      protected TableRef after(TableRef table) {
        return table instanceof TableRef.Named named && isMain(named.name())
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

  private static boolean isMain(QualifiedName table) {
    Name schema = table.schema();
    return (schema == null || schema.sameAs("main")) && isOfAnySchema(table.name());
  }

  private static boolean isTemp(QualifiedName table) {
    Name schema = table.schema();
    Name name = table.name();
    if (schema == null) {
      return isOfTemp(name);
    }
    return schema.sameAs("temp") && (isOfTemp(name) || isOfAnySchema(name));
  }

  private static boolean isOfTemp(Name name) {
    return name.sameAs("sqlite_temp_schema") || name.sameAs("sqlite_temp_master");
  }

  private static boolean isOfAnySchema(Name name) {
    return name.sameAs("sqlite_schema") || name.sameAs("sqlite_master");
  }
}
