package sqlite.parser;

import org.jspecify.annotations.Nullable;
import sqlite.ast.Expr;
import sqlite.ast.Maintenance;
import sqlite.ast.Name;
import sqlite.ast.Pragma;
import sqlite.ast.PragmaValue;
import sqlite.ast.QualifiedName;
import sqlite.ast.Statement;
import sqlite.ast.Transaction;
import sqlite.ast.TransactionMode;
import sqlite.token.TokenType;

/** Transactions, pragmas and the upkeep of database files. */
final class ControlParser {

  private final Grammar grammar;
  private final TokenCursor cursor;

  ControlParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Statement parseBegin() {
    int start = cursor.start();
    cursor.expect(TokenType.BEGIN);
    TransactionMode mode =
        switch (cursor.type()) {
          case DEFERRED -> TransactionMode.DEFERRED;
          case IMMEDIATE -> TransactionMode.IMMEDIATE;
          case EXCLUSIVE -> TransactionMode.EXCLUSIVE;
          default -> TransactionMode.UNSPECIFIED;
        };
    if (mode != TransactionMode.UNSPECIFIED) {
      cursor.advance();
    }
    parseTransactionName();
    return new Transaction.Begin(mode, cursor.spanFrom(start));
  }

  private void parseTransactionName() {
    if (cursor.accept(TokenType.TRANSACTION) && cursor.type().isName()) {
      cursor.advance();
    }
  }

  Statement parseCommit() {
    int start = cursor.start();
    cursor.advance();
    parseTransactionName();
    return new Transaction.Commit(cursor.spanFrom(start));
  }

  Statement parseRollback() {
    int start = cursor.start();
    cursor.expect(TokenType.ROLLBACK);
    parseTransactionName();
    @Nullable Name savepoint = null;
    if (cursor.accept(TokenType.TO)) {
      cursor.accept(TokenType.SAVEPOINT);
      savepoint = cursor.name();
    }
    return new Transaction.Rollback(savepoint, cursor.spanFrom(start));
  }

  Statement parseSavepoint() {
    int start = cursor.start();
    cursor.expect(TokenType.SAVEPOINT);
    Name name = cursor.name();
    return new Transaction.Savepoint(name, cursor.spanFrom(start));
  }

  Statement parseRelease() {
    int start = cursor.start();
    cursor.expect(TokenType.RELEASE);
    cursor.accept(TokenType.SAVEPOINT);
    Name name = cursor.name();
    return new Transaction.Release(name, cursor.spanFrom(start));
  }

  Statement parsePragma() {
    int start = cursor.start();
    cursor.expect(TokenType.PRAGMA);
    QualifiedName name = grammar.tables.parseQualifiedName();
    @Nullable PragmaValue value = null;
    if (cursor.accept(TokenType.EQUAL)) {
      value = parsePragmaValue();
    } else if (cursor.accept(TokenType.LEFT_PARENTHESIS)) {
      value = parsePragmaValue();
      cursor.expect(TokenType.RIGHT_PARENTHESIS);
    }
    return new Pragma(name, value, cursor.spanFrom(start));
  }

  private PragmaValue parsePragmaValue() {
    int start = cursor.start();
    boolean minus = cursor.accept(TokenType.MINUS);
    boolean signed = minus || cursor.accept(TokenType.PLUS);
    if (cursor.atPlainNumber()) {
      String text = minus ? "-" + cursor.text() : cursor.text();
      cursor.advance();
      return new PragmaValue.Numeric(text, cursor.spanFrom(start));
    }
    if (signed) {
      throw cursor.syntaxError();
    }
    return switch (cursor.type()) {
      case ON, DELETE, DEFAULT -> new PragmaValue.Word(cursor.takeName());
      default -> new PragmaValue.Word(cursor.name());
    };
  }

  Statement parseAttach() {
    int start = cursor.start();
    cursor.expect(TokenType.ATTACH);
    cursor.accept(TokenType.DATABASE);
    Expr file = grammar.expressions.parse();
    cursor.expect(TokenType.AS);
    Expr schema = grammar.expressions.parse();
    @Nullable Expr key = cursor.accept(TokenType.KEY) ? grammar.expressions.parse() : null;
    return new Maintenance.Attach(file, schema, key, cursor.spanFrom(start));
  }

  Statement parseDetach() {
    int start = cursor.start();
    cursor.expect(TokenType.DETACH);
    cursor.accept(TokenType.DATABASE);
    Expr schema = grammar.expressions.parse();
    return new Maintenance.Detach(schema, cursor.spanFrom(start));
  }

  Statement parseAnalyze() {
    int start = cursor.start();
    cursor.expect(TokenType.ANALYZE);
    @Nullable QualifiedName target = parseOptionalName();
    return new Maintenance.Analyze(target, cursor.spanFrom(start));
  }

  Statement parseReindex() {
    int start = cursor.start();
    cursor.expect(TokenType.REINDEX);
    @Nullable QualifiedName target = parseOptionalName();
    return new Maintenance.Reindex(target, cursor.spanFrom(start));
  }

  private @Nullable QualifiedName parseOptionalName() {
    return cursor.type().isName() ? grammar.tables.parseQualifiedName() : null;
  }

  Statement parseVacuum() {
    int start = cursor.start();
    cursor.expect(TokenType.VACUUM);
    @Nullable Name schema = cursor.type().isName() ? cursor.name() : null;
    @Nullable Expr into = cursor.accept(TokenType.INTO) ? grammar.expressions.parse() : null;
    return new Maintenance.Vacuum(schema, into, cursor.spanFrom(start));
  }
}
