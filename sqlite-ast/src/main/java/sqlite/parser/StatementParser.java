package sqlite.parser;

import sqlite.ast.Explain;
import sqlite.ast.Statement;
import sqlite.ast.With;
import sqlite.token.TokenType;

/** Tells the statements apart by their first words. */
final class StatementParser {

  private final Grammar grammar;
  private final TokenCursor cursor;

  StatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One statement, up to its semicolon, which is left, or the end of the text. */
  Statement parse() {
    grammar.beginStatement();
    Statement statement = cursor.at(TokenType.EXPLAIN) ? parseExplain() : parseOne();
    if (!cursor.at(TokenType.SEMICOLON) && !cursor.at(TokenType.END_OF_INPUT)) {
      throw cursor.syntaxError();
    }
    cursor.checkStatementLength();
    return statement;
  }

  private Statement parseExplain() {
    int start = cursor.start();
    cursor.advance();
    boolean queryPlan = cursor.accept(TokenType.QUERY);
    if (queryPlan) {
      cursor.expect(TokenType.PLAN);
    }
    Statement statement = parseOne();
    return new Explain(queryPlan, statement, cursor.spanFrom(start));
  }

  private Statement parseOne() {
    return switch (cursor.type()) {
      case SELECT, VALUES -> grammar.selects.parse();
      case WITH -> parseWith();
      case INSERT, REPLACE -> grammar.dml.parseInsert(null, cursor.start());
      case UPDATE -> grammar.dml.parseUpdate(null, cursor.start());
      case DELETE -> grammar.dml.parseDelete(null, cursor.start());
      case CREATE -> grammar.ddl.parseCreate();
      case DROP -> grammar.ddl.parseDrop();
      case ALTER -> grammar.ddl.parseAlter();
      case PRAGMA -> grammar.controls.parsePragma();
      case BEGIN -> grammar.controls.parseBegin();
      case COMMIT, END -> grammar.controls.parseCommit();
      case ROLLBACK -> grammar.controls.parseRollback();
      case SAVEPOINT -> grammar.controls.parseSavepoint();
      case RELEASE -> grammar.controls.parseRelease();
      case ATTACH -> grammar.controls.parseAttach();
      case DETACH -> grammar.controls.parseDetach();
      case ANALYZE -> grammar.controls.parseAnalyze();
      case REINDEX -> grammar.controls.parseReindex();
      case VACUUM -> grammar.controls.parseVacuum();
      default -> throw cursor.syntaxError();
    };
  }

  private Statement parseWith() {
    int start = cursor.start();
    With with = grammar.selects.parseWith();
    return switch (cursor.type()) {
      case SELECT, VALUES -> grammar.selects.parse(with, start);
      case INSERT, REPLACE -> grammar.dml.parseInsert(with, start);
      case UPDATE -> grammar.dml.parseUpdate(with, start);
      case DELETE -> grammar.dml.parseDelete(with, start);
      default -> throw cursor.syntaxError();
    };
  }
}
