package sqlite.token;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads SQL text token by token. The current token is held as a type and two offsets, so reading
 * makes no objects.
 *
 * <p>It never fails: characters that form no token become {@link TokenType#ILLEGAL}, and it is for
 * the reader to refuse them when it gets there. A NUL character forms no token, also inside quotes
 * and comments, since SQLite would end the text there and silently ignore the rest.
 *
 * @see <a href="https://sqlite.org/src/file/src/tokenize.c">tokenize.c</a>
 */
public final class Tokenizer {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String source;
  private final int length;
  private TokenType type = TokenType.SPACE;
  private TokenType previous = TokenType.SPACE;
  private int start;
  private int end;

  /** A tokenizer before the first token of {@code source}. */
  public Tokenizer(String source) {
    this(source, 0);
  }

  /** A tokenizer before the first token at or after {@code offset}. */
  public Tokenizer(String source, int offset) {
    this.source = source;
    this.length = source.length();
    this.end = offset;
  }

  /** All tokens of {@code source}, the {@link TokenType#END_OF_INPUT} included. */
  public static List<Token> tokenize(String source) {
    Tokenizer tokenizer = new Tokenizer(source);
    List<Token> tokens = new ArrayList<>();
    TokenType type;
    do {
      type = tokenizer.next();
      tokens.add(new Token(type, new SourceSpan(tokenizer.start(), tokenizer.end())));
    } while (type != TokenType.END_OF_INPUT);
    return tokens;
  }

  /** The type of the current token. */
  public TokenType type() {
    return type;
  }

  /** The offset of the current token. */
  public int start() {
    return start;
  }

  /** The offset after the current token. */
  public int end() {
    return end;
  }

  /**
   * Moves to the next token, over blanks and comments. WINDOW, OVER and FILTER come out as keywords
   * only where SQLite takes them so, else as identifiers.
   */
  public TokenType next() {
    if (type != TokenType.SPACE) {
      previous = type;
    }
    do {
      type = scan();
    } while (type == TokenType.SPACE);
    switch (type) {
      case WINDOW, OVER, FILTER -> {
        if (!isKeywordHere(type)) {
          type = TokenType.IDENTIFIER;
        }
      }
      default -> {}
    }
    return type;
  }

  /** Moves to the next token, blanks and comments included, looking at it alone. */
  TokenType scan() {
    start = end;
    if (start >= length) {
      type = TokenType.END_OF_INPUT;
    } else {
      type = scanAt(source.charAt(start));
    }
    return type;
  }

  /** WINDOW before {@code name AS}; OVER after a parenthesis, FILTER likewise. */
  private boolean isKeywordHere(TokenType word) {
    if (word != TokenType.WINDOW && previous != TokenType.RIGHT_PARENTHESIS) {
      return false;
    }
    Tokenizer ahead = new Tokenizer(source, end);
    TokenType next = ahead.nextRaw();
    return switch (word) {
      case WINDOW -> isNameAhead(next) && ahead.nextRaw() == TokenType.AS;
      case OVER -> next == TokenType.LEFT_PARENTHESIS || isNameAhead(next);
      case FILTER -> next == TokenType.LEFT_PARENTHESIS;
      default -> false;
    };
  }

  private TokenType nextRaw() {
    TokenType next;
    do {
      next = scan();
    } while (next == TokenType.SPACE);
    return next;
  }

  private static boolean isNameAhead(TokenType type) {
    return switch (type) {
      case WINDOW, OVER -> true;
      case INDEXED -> false;
      default -> type.isName();
    };
  }

  private TokenType scanAt(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\f', '\r' -> scanSpace();
      case '(' -> one(TokenType.LEFT_PARENTHESIS);
      case ')' -> one(TokenType.RIGHT_PARENTHESIS);
      case ',' -> one(TokenType.COMMA);
      case ';' -> one(TokenType.SEMICOLON);
      case '+' -> one(TokenType.PLUS);
      case '*' -> one(TokenType.STAR);
      case '%' -> one(TokenType.PERCENT);
      case '&' -> one(TokenType.AMPERSAND);
      case '~' -> one(TokenType.TILDE);
      case '-' -> scanMinus();
      case '/' -> scanSlash();
      case '=' -> at(1) == '=' ? two(TokenType.EQUAL) : one(TokenType.EQUAL);
      case '|' -> at(1) == '|' ? two(TokenType.CONCAT) : one(TokenType.PIPE);
      case '!' -> at(1) == '=' ? two(TokenType.NOT_EQUAL) : one(TokenType.ILLEGAL);
      case '<' -> scanLess();
      case '>' -> scanGreater();
      case '\'', '"', '`' -> scanQuoted(c);
      case '[' -> scanBracketed();
      case '.' -> Characters.isDigit(at(1)) ? scanNumber() : one(TokenType.DOT);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanNumber();
      case '?' -> scanNumberedVariable();
      case '$', '@', ':', '#' -> scanNamedVariable();
      case 'x', 'X' -> at(1) == '\'' ? scanBlob() : scanWord();
      case BYTE_ORDER_MARK -> one(TokenType.SPACE);
      default -> Characters.isIdentifierStart(c) ? scanWord() : one(TokenType.ILLEGAL);
    };
  }

  /** The character {@code distance} after the token's first, or NUL beyond the end. */
  private char at(int distance) {
    return charAt(start + distance);
  }

  private char charAt(int offset) {
    return offset < length ? source.charAt(offset) : '\0';
  }

  private TokenType one(TokenType token) {
    end = start + 1;
    return token;
  }

  private TokenType two(TokenType token) {
    end = start + 2;
    return token;
  }

  private TokenType upTo(int offset, TokenType token) {
    end = offset;
    return token;
  }

  private TokenType scanSpace() {
    int i = start + 1;
    while (i < length && Characters.isSpace(source.charAt(i))) {
      i++;
    }
    return upTo(i, TokenType.SPACE);
  }

  private TokenType scanMinus() {
    char second = at(1);
    if (second == '-') {
      int i = start + 2;
      while (i < length && source.charAt(i) != '\n' && source.charAt(i) != '\0') {
        i++;
      }
      return upTo(i, TokenType.SPACE);
    }
    if (second == '>') {
      return at(2) == '>' ? upTo(start + 3, TokenType.LONG_ARROW) : two(TokenType.ARROW);
    }
    return one(TokenType.MINUS);
  }

  /** A comment that is never closed runs to the end, unless nothing at all follows its mark. */
  private TokenType scanSlash() {
    if (at(1) != '*' || at(2) == '\0') {
      return one(TokenType.SLASH);
    }
    int i = start + 2;
    while (i < length && source.charAt(i) != '\0') {
      if (source.charAt(i) == '*' && charAt(i + 1) == '/') {
        return upTo(i + 2, TokenType.SPACE);
      }
      i++;
    }
    return upTo(i, TokenType.SPACE);
  }

  private TokenType scanLess() {
    return switch (at(1)) {
      case '=' -> two(TokenType.LESS_OR_EQUAL);
      case '>' -> two(TokenType.NOT_EQUAL);
      case '<' -> two(TokenType.SHIFT_LEFT);
      default -> one(TokenType.LESS);
    };
  }

  private TokenType scanGreater() {
    return switch (at(1)) {
      case '=' -> two(TokenType.GREATER_OR_EQUAL);
      case '>' -> two(TokenType.SHIFT_RIGHT);
      default -> one(TokenType.GREATER);
    };
  }

  private TokenType scanQuoted(char quote) {
    for (int i = start + 1; i < length && source.charAt(i) != '\0'; i++) {
      if (source.charAt(i) == quote) {
        if (charAt(i + 1) != quote) {
          return upTo(i + 1, quote == '\'' ? TokenType.STRING : TokenType.IDENTIFIER);
        }
        i++;
      }
    }
    return illegalUpToNul(start + 1);
  }

  private TokenType scanBracketed() {
    for (int i = start + 1; i < length && source.charAt(i) != '\0'; i++) {
      if (source.charAt(i) == ']') {
        return upTo(i + 1, TokenType.IDENTIFIER);
      }
    }
    return illegalUpToNul(start + 1);
  }

  private TokenType illegalUpToNul(int from) {
    int nul = source.indexOf('\0', from);
    return upTo(nul < 0 ? length : nul, TokenType.ILLEGAL);
  }

  private TokenType scanBlob() {
    int i = start + 2;
    while (Characters.isHexDigit(charAt(i))) {
      i++;
    }
    if (charAt(i) == '\'' && (i - start) % 2 == 0) {
      return upTo(i + 1, TokenType.BLOB);
    }
    while (i < length && source.charAt(i) != '\'' && source.charAt(i) != '\0') {
      i++;
    }
    return upTo(charAt(i) == '\'' ? i + 1 : i, TokenType.ILLEGAL);
  }

  private TokenType scanWord() {
    int i = start + 1;
    while (i < length && Characters.isIdentifierPart(source.charAt(i))) {
      i++;
    }
    end = i;
    return Keywords.find(source, start, i);
  }

  private TokenType scanNumberedVariable() {
    int i = start + 1;
    while (Characters.isDigit(charAt(i))) {
      i++;
    }
    return upTo(i, TokenType.VARIABLE);
  }

  /** {@code :a}, and Tcl's {@code $a::b(c)}, whose parenthesised part holds no blanks. */
  private TokenType scanNamedVariable() {
    int i = start + 1;
    boolean named = false;
    while (true) {
      char c = charAt(i);
      if (Characters.isIdentifierPart(c)) {
        named = true;
        i++;
      } else if (c == ':' && charAt(i + 1) == ':') {
        i += 2;
      } else if (c == '(' && named) {
        return scanVariableSuffix(i);
      } else {
        return upTo(i, named ? TokenType.VARIABLE : TokenType.ILLEGAL);
      }
    }
  }

  private TokenType scanVariableSuffix(int open) {
    int i = open + 1;
    char c = charAt(i);
    while (c != '\0' && c != ')' && !Characters.isSpace(c)) {
      i++;
      c = charAt(i);
    }
    return c == ')' ? upTo(i + 1, TokenType.VARIABLE) : upTo(i, TokenType.ILLEGAL);
  }

  private TokenType scanNumber() {
    int i;
    TokenType number = TokenType.INTEGER;
    char second = at(1);
    boolean hexadecimal =
        at(0) == '0' && (second == 'x' || second == 'X') && Characters.isHexDigit(at(2));
    if (hexadecimal) {
      i = afterDigits(start + 2, true);
    } else {
      i = afterDigits(start, false);
      if (charAt(i) == '.') {
        number = TokenType.FLOAT;
        i = afterDigits(i + 1, false);
      }
      if (isExponent(i)) {
        number = TokenType.FLOAT;
        i = afterDigits(i + 2, false);
      }
    }
    boolean valid = separatorsStandBetweenDigits(i, hexadecimal);
    while (Characters.isIdentifierPart(charAt(i))) {
      valid = false;
      i++;
    }
    return upTo(i, valid ? number : TokenType.ILLEGAL);
  }

  private int afterDigits(int from, boolean hexadecimal) {
    int i = from;
    char c = charAt(i);
    while (c == '_' || isNumberDigit(c, hexadecimal)) {
      i++;
      c = charAt(i);
    }
    return i;
  }

  private boolean isExponent(int offset) {
    char mark = charAt(offset);
    if (mark != 'e' && mark != 'E') {
      return false;
    }
    char next = charAt(offset + 1);
    return Characters.isDigit(next)
        || ((next == '+' || next == '-') && Characters.isDigit(charAt(offset + 2)));
  }

  private boolean separatorsStandBetweenDigits(int limit, boolean hexadecimal) {
    for (int i = start; i < limit; i++) {
      if (source.charAt(i) == '_'
          && !(isNumberDigit(charAt(i - 1), hexadecimal)
              && isNumberDigit(charAt(i + 1), hexadecimal))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumberDigit(char c, boolean hexadecimal) {
    return hexadecimal ? Characters.isHexDigit(c) : Characters.isDigit(c);
  }
}
