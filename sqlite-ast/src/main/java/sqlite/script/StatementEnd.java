package sqlite.script;

import sqlite.token.Keywords;
import sqlite.token.TokenType;

/**
 * How far a statement has come, as far as it matters for whether a semicolon ends it: in a CREATE
 * TRIGGER only one after END does, when that comes right after another semicolon.
 *
 * @see <a href="https://sqlite.org/c3ref/complete.html">sqlite3_complete</a>
 */
enum StatementEnd {
  /** Before the first token. */
  START,
  /** In a statement that the next semicolon ends. */
  PLAIN,
  /** After EXPLAIN, QUERY or PLAN. */
  EXPLAIN,
  /** After CREATE, TEMP or TEMPORARY. */
  CREATE,
  /** In a CREATE TRIGGER. */
  TRIGGER,
  /** In a CREATE TRIGGER, after a semicolon. */
  TRIGGER_SEMICOLON,
  /** In a CREATE TRIGGER, after END after a semicolon. */
  TRIGGER_END;

  StatementEnd afterSemicolon() {
    return switch (this) {
      case START, PLAIN, EXPLAIN, CREATE, TRIGGER_END -> START;
      case TRIGGER, TRIGGER_SEMICOLON -> TRIGGER_SEMICOLON;
    };
  }

  /** After a token that is neither a word nor a semicolon. */
  StatementEnd afterOther() {
    return switch (this) {
      case START, PLAIN, EXPLAIN, CREATE -> PLAIN;
      case TRIGGER, TRIGGER_SEMICOLON, TRIGGER_END -> TRIGGER;
    };
  }

  StatementEnd afterWord(String word) {
    TokenType keyword = Keywords.find(word, 0, word.length());
    return switch (this) {
      case START -> afterFirstWord(keyword);
      case EXPLAIN ->
          keyword == TokenType.QUERY || keyword == TokenType.PLAN
              ? EXPLAIN
              : keyword == TokenType.CREATE ? CREATE : PLAIN;
      case CREATE -> afterCreate(keyword);
      case TRIGGER_SEMICOLON -> keyword == TokenType.END ? TRIGGER_END : TRIGGER;
      case PLAIN, TRIGGER, TRIGGER_END -> afterOther();
    };
  }

  private static StatementEnd afterFirstWord(TokenType keyword) {
    if (keyword == TokenType.EXPLAIN) {
      return EXPLAIN;
    }
    return keyword == TokenType.CREATE ? CREATE : PLAIN;
  }

  private static StatementEnd afterCreate(TokenType keyword) {
    if (keyword == TokenType.TRIGGER) {
      return TRIGGER;
    }
    return keyword == TokenType.TEMP || keyword == TokenType.TEMPORARY ? CREATE : PLAIN;
  }
}
