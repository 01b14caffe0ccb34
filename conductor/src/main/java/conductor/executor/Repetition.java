package conductor.executor;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.List;
import sqlite.token.TokenType;
import sqlite.token.Tokenizer;
import storage.api.StorageStatement;

/**
 * Whether statements do the same when they run again on the same rows: a write over several nodes
 * is tried on each, and what was tried is carried out later.
 */
final class Repetition {
  private static final String WORD = "random";

  private Repetition() {}

  /** Refuses a program that writes what chance decides, each time anew. */
  static void check(List<StorageStatement> program) {
    for (StorageStatement statement : program) {
      String sql = statement.sql();
      if (statement.kind() == StorageStatement.Kind.WRITE && holdsWord(sql) && isRandom(sql)) {
        throw new SqlException(
            ErrorCode.UNSUPPORTED,
            "random() or randomblob() in a write over several nodes is not supported yet");
      }
    }
  }

  private static boolean holdsWord(String sql) {
    for (int i = 0; i + WORD.length() <= sql.length(); i++) {
      char c = sql.charAt(i);
      if ((c == 'r' || c == 'R') && sql.regionMatches(true, i, WORD, 0, WORD.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it calls such a function; a table of that name stands behind INTO. */
  private static boolean isRandom(String sql) {
    Tokenizer tokenizer = new Tokenizer(sql);
    boolean into = false;
    boolean named = false;
    for (TokenType type = tokenizer.next();
        type != TokenType.END_OF_INPUT;
        type = tokenizer.next()) {
      if (named && type == TokenType.LEFT_PARENTHESIS) {
        return true;
      }
      named = type == TokenType.IDENTIFIER && !into && isName(sql, tokenizer);
      into = type == TokenType.INTO;
    }
    return false;
  }

  private static boolean isName(String sql, Tokenizer tokenizer) {
    String name = sql.substring(tokenizer.start(), tokenizer.end());
    char first = name.charAt(0);
    boolean quoted = first == '"' || first == '`' || first == '[';
    String plain = quoted ? name.substring(1, name.length() - 1) : name;
    return plain.equalsIgnoreCase(WORD) || plain.equalsIgnoreCase("randomblob");
  }
}
