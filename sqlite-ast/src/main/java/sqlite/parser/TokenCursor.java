package sqlite.parser;

import org.jspecify.annotations.Nullable;
import sqlite.ast.Name;
import sqlite.ast.QuoteStyle;
import sqlite.parser.SqlSyntaxException.Reason;
import sqlite.token.SourceSpan;
import sqlite.token.TokenType;
import sqlite.token.Tokenizer;

/**
 * The current token and the two after it. Like SQLite it complains of characters that form no token
 * only when the grammar arrives there, so that an earlier error is reported first.
 */
final class TokenCursor {

  /** Names and short literals come again and again, and a string costs more than its characters. */
  private static final int SHARED_TEXTS = 64;

  private static final int LONGEST_SHARED = 16;

  private final @Nullable String[] shared = new @Nullable String[SHARED_TEXTS];
  private final String source;
  private final Tokenizer tokenizer;
  private final int maximumBytes;
  private TokenType type = TokenType.END_OF_INPUT;
  private TokenType type1;
  private TokenType type2;
  private int start;
  private int end;
  private int start1;
  private int end1;
  private int start2;
  private int end2;
  private int previousEnd;
  private int statementStart;
  private boolean expression;

  TokenCursor(String source, int maximumBytes) {
    this.source = source;
    this.maximumBytes = maximumBytes;
    this.tokenizer = new Tokenizer(source);
    type1 = tokenizer.next();
    start1 = tokenizer.start();
    end1 = tokenizer.end();
    type2 = tokenizer.next();
    start2 = tokenizer.start();
    end2 = tokenizer.end();
  }

  TokenType type() {
    return type;
  }

  /** The type of the token after the current one. */
  TokenType peek() {
    return type1;
  }

  /** The type of the token after {@link #peek()}. */
  TokenType peekSecond() {
    return type2;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The end of the token before the current one. */
  int previousEnd() {
    return previousEnd;
  }

  SourceSpan span() {
    return new SourceSpan(start, end);
  }

  /** From {@code from} to the end of the token before the current one. */
  SourceSpan spanFrom(int from) {
    return new SourceSpan(from, Math.max(from, previousEnd));
  }

  /** From {@code from} to {@code to}, without the blanks at the end. */
  SourceSpan trimmedSpanTo(int from, int to) {
    int trimmed = Math.max(from, to);
    while (trimmed > from && source.charAt(trimmed - 1) <= ' ') {
      trimmed--;
    }
    return new SourceSpan(from, trimmed);
  }

  String text() {
    return text(start, end);
  }

  /** A stretch of the source; the same string as before if it was asked for before, mostly. */
  String text(int from, int to) {
    if (to - from > LONGEST_SHARED) {
      return source.substring(from, to);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + source.charAt(i);
    }
    int slot = (hash ^ (hash >>> 6)) & (SHARED_TEXTS - 1);
    String known = shared[slot];
    if (known != null && known.length() == to - from && source.startsWith(known, from)) {
      return known;
    }
    String text = source.substring(from, to);
    shared[slot] = text;
    return text;
  }

  /** Says that a statement begins with the current token. */
  void beginStatement() {
    statementStart = start;
  }

  /** Says that the text is an expression and no statement. */
  void beginExpression() {
    expression = true;
  }

  /** Says that a statement may begin with the next token. */
  void beginStatementAtNext() {
    statementStart = start1;
  }

  void advance() {
    previousEnd = end;
    type = type1;
    start = start1;
    end = end1;
    type1 = type2;
    start1 = start2;
    end1 = end2;
    if (type2 != TokenType.END_OF_INPUT) {
      type2 = tokenizer.next();
      start2 = tokenizer.start();
      end2 = tokenizer.end();
    }
    if (type == TokenType.ILLEGAL) {
      throw error("unrecognized token: \"" + text() + "\"");
    }
    if (end - statementStart > maximumBytes && type != TokenType.SEMICOLON) {
      throw tooLong();
    }
  }

  boolean at(TokenType expected) {
    return type == expected;
  }

  /** Moves on if the current token is the expected one. */
  boolean accept(TokenType expected) {
    if (type != expected) {
      return false;
    }
    advance();
    return true;
  }

  void expect(TokenType expected) {
    if (type != expected) {
      throw syntaxError();
    }
    advance();
  }

  /** True for a number without separators, which SQLite takes only in expressions. */
  boolean atPlainNumber() {
    return (type == TokenType.INTEGER || type == TokenType.FLOAT) && text().indexOf('_') < 0;
  }

  /** True when the current token is a bare word spelled so; {@code word} is in upper case. */
  boolean atWord(String word) {
    if (type != TokenType.IDENTIFIER || end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = source.charAt(start + i);
      if ((c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What {@code nm} is in SQLite's grammar: an identifier, an unreserved keyword or a string. */
  Name name() {
    if (!type.isName()) {
      throw syntaxError();
    }
    return takeName();
  }

  /** The current token as a name, whatever it is. */
  Name takeName() {
    char quote = source.charAt(start);
    QuoteStyle style =
        switch (quote) {
          case '"' -> QuoteStyle.DOUBLE;
          case '`' -> QuoteStyle.BACKTICK;
          case '[' -> QuoteStyle.BRACKET;
          case '\'' -> QuoteStyle.SINGLE;
          default -> QuoteStyle.NONE;
        };
    Name name = new Name(unquoted(style), style, span());
    advance();
    return name;
  }

  /** The value of the current string literal. */
  String stringValue() {
    return unquoted(QuoteStyle.SINGLE);
  }

  private String unquoted(QuoteStyle style) {
    if (style == QuoteStyle.NONE) {
      return text();
    }
    String inner = text(start + 1, end - 1);
    char quote = source.charAt(end - 1);
    if (inner.indexOf(quote) < 0) {
      return inner;
    }
    StringBuilder single = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      single.append(c);
      if (c == quote) {
        i++;
      }
    }
    return single.toString();
  }

  /** The current token cannot stand here. */
  SqlSyntaxException syntaxError() {
    if (type == TokenType.END_OF_INPUT) {
      return error("incomplete input");
    }
    return error("near \"" + text() + "\": syntax error");
  }

  /** An error in SQLite's words at the current token. */
  SqlSyntaxException error(String message) {
    return error(Reason.SYNTAX, message);
  }

  SqlSyntaxException error(Reason reason, String message) {
    SourceSpan span = span();
    String before = source.substring(statementStart, Math.max(statementStart, start));
    return new SqlSyntaxException(
        reason, message, span, span.positionIn(source), new ExpectedTokens(before, expression));
  }

  SqlSyntaxException tooLong() {
    return error(Reason.TOO_LONG, "statement too long");
  }

  /** Refuses the statement that ended before the current token if its UTF-8 form is too long. */
  void checkStatementLength() {
    if ((previousEnd - statementStart) <= maximumBytes / 3) {
      return;
    }
    int bytes = 0;
    for (int i = statementStart; i < previousEnd; i++) {
      char c = source.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      if (bytes > maximumBytes) {
        throw tooLong();
      }
    }
  }
}
