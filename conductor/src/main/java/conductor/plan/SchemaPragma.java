package conductor.plan;

import conductor.api.SqlException;
import sqlite.ast.Pragma;
import sqlite.ast.PragmaValue;
import sqlite.ast.Select;
import sqlite.ast.Statement;
import sqlite.generator.SqlGenerator;
import sqlite.parser.SqlParser;
import sqlite.token.SourceSpan;

/**
 * PRAGMAs that tell of the schema or of a setting: each is a query of the table-valued function of
 * that name.
 *
 * <pre>
 *   PRAGMA main.table_info(t)   →   SELECT * FROM pragma_table_info('t', 'main')
 * </pre>
 *
 * @see <a href="https://sqlite.org/pragma.html#pragfunc">PRAGMA functions</a>
 */
final class SchemaPragma {
  private static final String FUNCTION = "pragma_";

  private SchemaPragma() {}

  /** The query of a PRAGMA; an error for one that changes something or tells of other things. */
  static Select query(Pragma pragma) {
    String name = pragma.name().name().folded();
    PragmaValue value = pragma.value();
    if (!isRead(pragma)) {
      throw SqlException.unsupported(
          "PRAGMA " + pragma.name().name().text() + (value == null ? "" : " with a value"),
          pragma.span());
    }
    StringBuilder sql = new StringBuilder("SELECT * FROM ").append(FUNCTION).append(name);
    if (value != null) {
      sql.append('(').append(SqlGenerator.stringLiteral(text(value)));
      if (pragma.name().schema() != null) {
        sql.append(',').append(SqlGenerator.stringLiteral(pragma.name().schema().text()));
      }
      sql.append(')');
    }
    Statement query = new SqlParser().parseStatement(sql.toString());
    if (query instanceof Select select) {
      return select;
    }
    throw new IllegalStateException(sql.toString());
  }

  /** Whether a PRAGMA is one that {@link #query} takes. */
  static boolean isRead(Pragma pragma) {
    return switch (kind(pragma.name().name().folded())) {
      case SCHEMA -> true;
      case SETTING -> pragma.value() == null;
      case OTHER -> false;
    };
  }

  /** Whether a table-valued function is a PRAGMA. */
  static boolean isFunction(String folded) {
    return folded.startsWith(FUNCTION);
  }

  /** Refuses a PRAGMA as a table that tells of one node alone. */
  static void checkFunction(String folded, SourceSpan span) {
    if (isFunction(folded) && kind(folded.substring(FUNCTION.length())) == Kind.OTHER) {
      throw SqlException.unsupported(folded, span);
    }
  }

  /** What a PRAGMA tells of. */
  private enum Kind {
    /** The schema, or what SQLite is built with. */
    SCHEMA,
    /** A setting, which with a value would be changed. */
    SETTING,
    /** Anything else. */
    OTHER
  }

  private static Kind kind(String folded) {
    return switch (folded) {
      case "table_info",
          "table_xinfo",
          "table_list",
          "index_list",
          "index_info",
          "index_xinfo",
          "foreign_key_list",
          "collation_list",
          "database_list",
          "function_list",
          "pragma_list" ->
          Kind.SCHEMA;
      case "user_version",
          "application_id",
          "foreign_keys",
          "defer_foreign_keys",
          "ignore_check_constraints",
          "recursive_triggers",
          "reverse_unordered_selects",
          "legacy_alter_table",
          "encoding" ->
          Kind.SETTING;
      default -> Kind.OTHER;
    };
  }

  private static String text(PragmaValue value) {
    return switch (value) {
      case PragmaValue.Numeric number -> number.text();
      case PragmaValue.Word word -> word.word().text();
    };
  }
}
