package sqlite.generator;

import sqlite.ast.Expr;
import sqlite.ast.Name;

/** Where SQL is printed to, as an {@link ExprPrinter} sees it. */
public interface SqlOutput {

  /** Appends SQL as it is. */
  SqlOutput append(String sql);

  /** Appends a string literal with these characters. */
  SqlOutput string(String value);

  /** Appends a name, in quotes if it needs them. */
  SqlOutput name(Name name);

  /** Appends an expression that stands alone, as between parentheses or commas. */
  SqlOutput expr(Expr expr);
}
