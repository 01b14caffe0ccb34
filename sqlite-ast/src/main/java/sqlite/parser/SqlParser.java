package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sqlite.ast.Expr;
import sqlite.ast.Statement;

/**
 * The entry to the parser. The text is always read to its end, and every error is a {@link
 * SqlSyntaxException}. A parser keeps no state between calls.
 *
 * <p>Where it differs from SQLite on purpose: a NUL character is an error, while SQLite ignores the
 * text after it; and nesting is bounded by {@link ParserLimits}.
 *
 * @see <a href="https://sqlite.org/lang.html">SQL as understood by SQLite</a>
 */
public final class SqlParser {

  private final ParserLimits limits;

  /** A parser with {@link ParserLimits#DEFAULT}. */
  public SqlParser() {
    this(ParserLimits.DEFAULT);
  }

  public SqlParser(ParserLimits limits) {
    this.limits = limits;
  }

  /**
   * The only statement of {@code sql}; semicolons around it are allowed.
   *
   * @throws SqlSyntaxException if there is none, or another one, or an error
   */
  public Statement parseStatement(String sql) {
    StatementReader reader = new StatementReader(sql, limits);
    Optional<Statement> first = reader.next();
    if (first.isEmpty() || reader.hasMore()) {
      throw reader.syntaxErrorHere();
    }
    return first.get();
  }

  /** All statements of {@code sql}, in order; none if there are only blanks and comments. */
  public List<Statement> parseScript(String sql) {
    StatementReader reader = new StatementReader(sql, limits);
    List<Statement> statements = new ArrayList<>();
    for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
      statements.add(next.get());
    }
    return statements;
  }

  /** The expression that is the whole of {@code sql}, such as a stored DEFAULT or CHECK. */
  public Expr parseExpression(String sql) {
    return new StatementReader(sql, limits).onlyExpression();
  }
}
