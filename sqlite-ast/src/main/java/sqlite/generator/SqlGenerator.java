package sqlite.generator;

import sqlite.ast.Expr;
import sqlite.ast.Name;
import sqlite.ast.Statement;

/**
 * Prints trees as SQL. The text parses to an equal tree, and SQLite compiles it to the program of
 * the text that the tree was parsed from. Anonymous parameters are printed as {@code ?}, so a tree
 * whose parameters have been moved or dropped needs an {@link ExprPrinter} for them.
 *
 * @see <a href="https://sqlite.org/lang.html">SQL as understood by SQLite</a>
 */
public final class SqlGenerator {

  private final ExprPrinter hook;
  private final boolean placement;

  /** A generator of plain SQLite, without Ensemble's table options. */
  public SqlGenerator() {
    this(ExprPrinter.NONE, false);
  }

  /**
   * @param hook asked first for every expression
   * @param placement true to print SHARD BY and REFERENCE, which no SQLite understands
   */
  public SqlGenerator(ExprPrinter hook, boolean placement) {
    this.hook = hook;
    this.placement = placement;
  }

  /** The statement without a semicolon. */
  public String print(Statement statement) {
    SqlWriter writer = new SqlWriter(hook, placement);
    writer.statements.print(statement);
    return writer.text();
  }

  /** The expression alone. */
  public String print(Expr expr) {
    SqlWriter writer = new SqlWriter(hook, placement);
    writer.expr(expr);
    return writer.text();
  }

  /** The name, in quotes if it needs them. */
  public static String print(Name name) {
    return new SqlWriter(ExprPrinter.NONE, false).name(name).text();
  }

  /** The string literal with these characters. */
  public static String stringLiteral(String value) {
    return new SqlWriter(ExprPrinter.NONE, false).string(value).text();
  }
}
