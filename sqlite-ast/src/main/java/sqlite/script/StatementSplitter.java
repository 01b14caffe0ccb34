package sqlite.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlite.token.Characters;

/**
 * Cuts a script that comes in pieces into its statements. Each character is looked at once, and
 * only the statement being read is kept, so a script may be of any size and be cut into pieces
 * anywhere. Nothing is refused: what is no SQL comes out as it is, for the parser to refuse.
 *
 * <p>Blanks and comments before a statement, and empty statements, are left out.
 */
public final class StatementSplitter {

  /** What the characters read last belong to. */
  private enum Lexeme {
    NONE,
    WORD,
    /** Up to {@link #closing}, which may be doubled to stand for itself. */
    QUOTED,
    /** One minus sign, perhaps the first of a comment's two. */
    MINUS,
    LINE_COMMENT,
    /** One slash, perhaps the first character of a comment. */
    SLASH,
    BLOCK_COMMENT,
    /** An asterisk in a comment, perhaps the last but one of its characters. */
    BLOCK_COMMENT_STAR
  }

  /** A longer word is no keyword that matters here. */
  private static final int LONGEST_KEYWORD = "TEMPORARY".length();

  private final StringBuilder statement = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private StatementEnd end = StatementEnd.START;
  private Lexeme lexeme = Lexeme.NONE;
  private char closing;
  private long offset;
  private long line = 1;
  private long statementOffset;
  private long statementLine = 1;

  /** The statements that end within the next piece of the script, in order. */
  public List<ScriptStatement> add(CharSequence piece) {
    List<ScriptStatement> complete = new ArrayList<>();
    for (int i = 0; i < piece.length(); i++) {
      read(piece.charAt(i), complete);
    }
    return complete;
  }

  /** What is left when the script has ended: a last statement without its semicolon. */
  public Optional<ScriptStatement> finish() {
    endWord();
    if (lexeme == Lexeme.MINUS || lexeme == Lexeme.SLASH) {
      end = end.afterOther();
    }
    lexeme = Lexeme.NONE;
    ScriptStatement last = take();
    end = StatementEnd.START;
    return Optional.ofNullable(last);
  }

  private void read(char c, List<ScriptStatement> complete) {
    if (!continues(c)) {
      begin(c);
    }
    if (c == ';' && lexeme == Lexeme.NONE && end == StatementEnd.START) {
      ScriptStatement ended = take();
      if (ended != null) {
        complete.add(ended);
      }
    } else {
      keep(c);
    }
    offset++;
    if (c == '\n') {
      line++;
    }
  }

  /** Reads the character as part of what was begun; false if that ended before it. */
  private boolean continues(char c) {
    switch (lexeme) {
      case NONE -> {
        return false;
      }
      case WORD -> {
        if (!Characters.isIdentifierPart(c)) {
          endWord();
          return false;
        }
        if (word.length() <= LONGEST_KEYWORD) {
          word.append(c);
        }
      }
      case QUOTED -> {
        if (c == closing) {
          lexeme = Lexeme.NONE;
        }
      }
      case MINUS -> {
        return continuesMark(c, '-', Lexeme.LINE_COMMENT);
      }
      case SLASH -> {
        return continuesMark(c, '*', Lexeme.BLOCK_COMMENT);
      }
      case LINE_COMMENT -> {
        if (c == '\n') {
          lexeme = Lexeme.NONE;
        }
      }
      case BLOCK_COMMENT -> {
        if (c == '*') {
          lexeme = Lexeme.BLOCK_COMMENT_STAR;
        }
      }
      case BLOCK_COMMENT_STAR -> {
        if (c != '*') {
          lexeme = c == '/' ? Lexeme.NONE : Lexeme.BLOCK_COMMENT;
        }
      }
    }
    return true;
  }

  private boolean continuesMark(char c, char second, Lexeme comment) {
    if (c == second) {
      lexeme = comment;
      if (end == StatementEnd.START) {
        statement.setLength(0);
      }
      return true;
    }
    end = end.afterOther();
    lexeme = Lexeme.NONE;
    return false;
  }

  private void begin(char c) {
    switch (c) {
      case ' ', '\t', '\n', '\f', '\r', '\uFEFF' -> {}
      case '\'', '"', '`' -> beginQuoted(c);
      case '[' -> beginQuoted(']');
      case '-' -> lexeme = Lexeme.MINUS;
      case '/' -> lexeme = Lexeme.SLASH;
      case ';' -> end = end.afterSemicolon();
      default -> {
        if (Characters.isIdentifierPart(c)) {
          lexeme = Lexeme.WORD;
          word.append(c);
        } else {
          end = end.afterOther();
        }
      }
    }
  }

  private void beginQuoted(char quote) {
    end = end.afterOther();
    lexeme = Lexeme.QUOTED;
    closing = quote;
  }

  private void endWord() {
    if (lexeme == Lexeme.WORD) {
      end = end.afterWord(word.toString());
      word.setLength(0);
      lexeme = Lexeme.NONE;
    }
  }

  /** Nothing is kept before the first token of a statement. */
  private void keep(char c) {
    boolean begun = end != StatementEnd.START || lexeme == Lexeme.WORD || isPerhapsComment();
    if (!begun) {
      return;
    }
    if (statement.isEmpty()) {
      statementOffset = offset;
      statementLine = line;
    }
    statement.append(c);
  }

  private boolean isPerhapsComment() {
    return lexeme == Lexeme.MINUS || lexeme == Lexeme.SLASH;
  }

  private @Nullable ScriptStatement take() {
    if (statement.isEmpty()) {
      return null;
    }
    ScriptStatement taken =
        new ScriptStatement(statement.toString(), statementOffset, statementLine);
    statement.setLength(0);
    return taken;
  }
}
