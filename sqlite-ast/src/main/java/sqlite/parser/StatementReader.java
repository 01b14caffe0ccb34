package sqlite.parser;

import java.util.Optional;
import sqlite.ast.Expr;
import sqlite.ast.Statement;
import sqlite.token.TokenType;

/**
 * Reads a script one statement at a time, so that the statements before an error can be had, as
 * SQLite runs them. Empty statements are passed over. Parameters are numbered anew in each
 * statement.
 */
public final class StatementReader {

  private final Grammar grammar;

  /** Reads {@code script} under the default limits, which hold for each statement. */
  public StatementReader(String script) {
    this(script, ParserLimits.DEFAULT);
  }

  public StatementReader(String script, ParserLimits limits) {
    this.grammar = new Grammar(script, limits);
  }

  /**
   * The next statement, whose span is its text in the script without the semicolon, or nothing at
   * the end.
   *
   * @throws SqlSyntaxException if what comes next is not a statement; reading cannot go on after it
   */
  public Optional<Statement> next() {
    return hasMore() ? Optional.of(grammar.statements.parse()) : Optional.empty();
  }

  /** Moves to the first token of the next statement, if there is one. */
  boolean hasMore() {
    do {
      grammar.cursor.beginStatementAtNext();
      grammar.cursor.advance();
    } while (grammar.cursor.at(TokenType.SEMICOLON));
    return !grammar.cursor.at(TokenType.END_OF_INPUT);
  }

  /** An expression that is the whole of the text. */
  Expr onlyExpression() {
    grammar.cursor.beginExpression();
    grammar.cursor.advance();
    grammar.beginStatement();
    Expr expr = grammar.expressions.parse();
    if (!grammar.cursor.at(TokenType.END_OF_INPUT)) {
      throw grammar.cursor.syntaxError();
    }
    grammar.cursor.checkStatementLength();
    return expr;
  }

  /** The error of a text that goes on after its only statement, or has none. */
  SqlSyntaxException syntaxErrorHere() {
    return grammar.cursor.syntaxError();
  }
}
