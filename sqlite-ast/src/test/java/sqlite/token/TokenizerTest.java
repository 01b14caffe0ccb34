package sqlite.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  private static List<String> tokens(String sql) {
    List<String> tokens = new ArrayList<>();
    for (Token token : Tokenizer.tokenize(sql)) {
      if (token.type() != TokenType.END_OF_INPUT) {
        tokens.add(token.type() + " " + token.span().textIn(sql));
      }
    }
    return tokens;
  }

  private static void assertToken(TokenType type, String text) {
    assertEquals(List.of(type + " " + text), tokens(text));
    assertEquals(List.of(type + " " + text, "COMMA ,"), tokens(text + ","));
  }

  private static void assertIllegal(String sql, String text) {
    assertEquals("ILLEGAL " + text, tokens(sql).getFirst());
  }

  @Test
  void readsNumbers() {
    for (String text :
        List.of("0", "1", "007", "1_000", "0x1F", "0Xab_CD", "9223372036854775808")) {
      assertToken(TokenType.INTEGER, text);
    }
    for (String text : List.of("1.", ".5", "1.5", "1e5", "1E+5", "1.e-5", ".5e1", "1_0.2_0e1_0")) {
      assertToken(TokenType.FLOAT, text);
    }
  }

  @Test
  void refusesNumbersWithLettersAndLooseSeparators() {
    for (String text :
        List.of("1a", "1_", "1__0", "1_.5", "1._5", "1_e5", "0x", "0xg", "1e", "1$")) {
      assertIllegal(text, text);
    }
    assertEquals(List.of("FLOAT 1.5", "FLOAT .5"), tokens("1.5.5"));
    assertEquals(List.of("ILLEGAL 1e", "PLUS +"), tokens("1e+"));
  }

  @Test
  void readsStringsAndBlobs() {
    for (String text : List.of("''", "'it''s'", "'--'", "'/*'", "'\"'", "'\n'")) {
      assertToken(TokenType.STRING, text);
    }
    assertToken(TokenType.BLOB, "x''");
    assertToken(TokenType.BLOB, "X'53514c'");
    assertIllegal("x'0'", "x'0'");
    assertIllegal("x'0g' 1", "x'0g'");
    assertIllegal("x'00", "x'00");
    assertIllegal("'abc", "'abc");
    assertIllegal("'abc''", "'abc''");
  }

  @Test
  void readsIdentifiersInFourStyles() {
    for (String text :
        List.of("a", "_a1$", "é", "\"a\"\"b\"", "`a``b`", "[a b]", "[a[b]", "\"\"")) {
      assertToken(TokenType.IDENTIFIER, text);
    }
    assertIllegal("\"a", "\"a");
    assertIllegal("`a", "`a");
    assertIllegal("[a", "[a");
    assertIllegal("]", "]");
  }

  @Test
  void readsParametersInAllStyles() {
    for (String text :
        List.of("?", "?1", "?007", ":a", "@a1", "$a", "#a", "$a::b", "$a::b(c)", "$::a", ":é")) {
      assertToken(TokenType.VARIABLE, text);
    }
    assertEquals(List.of("VARIABLE ?", "IDENTIFIER a"), tokens("?a"));
    assertIllegal(":", ":");
    assertIllegal("$ a", "$");
    assertIllegal("@(", "@");
    assertIllegal("$a(b c)", "$a(b");
  }

  @Test
  void readsOperators() {
    assertEquals(
        List.of(
            "ARROW ->",
            "LONG_ARROW ->>",
            "MINUS -",
            "CONCAT ||",
            "PIPE |",
            "SHIFT_LEFT <<",
            "NOT_EQUAL <>",
            "LESS_OR_EQUAL <=",
            "LESS <",
            "SHIFT_RIGHT >>",
            "GREATER_OR_EQUAL >=",
            "GREATER >",
            "EQUAL ==",
            "EQUAL =",
            "NOT_EQUAL !=",
            "TILDE ~",
            "AMPERSAND &"),
        tokens("-> ->> - || | << <> <= < >> >= > == = != ~ &"));
    assertEquals(List.of("ARROW ->", "EQUAL ="), tokens("->="));
    assertIllegal("!", "!");
    assertIllegal("^", "^");
  }

  @Test
  void passesOverBlanksAndComments() {
    assertEquals(List.of("INTEGER 1", "INTEGER 2"), tokens("\uFEFF1 \t\r\n\f\u000B-- x\n/* y */2"));
    assertEquals(List.of("INTEGER 1"), tokens("1 -- to the end"));
    assertEquals(List.of("INTEGER 1"), tokens("1 /* never closed"));
    assertEquals(List.of("INTEGER 1", "INTEGER 2"), tokens("1/**/2"));
    assertEquals(List.of("INTEGER 1"), tokens("1/*/ 2"));
    assertEquals(List.of("SLASH /", "STAR *"), tokens("/*"));
    assertIllegal("\u000B", "\u000B");
  }

  @Test
  void endsNoTextAtANul() {
    assertEquals(List.of("INTEGER 1", "ILLEGAL \0", "INTEGER 2"), tokens("1\0 2"));
    assertIllegal("'a\0b'", "'a");
    assertEquals(List.of("ILLEGAL \0", "INTEGER 1"), tokens("-- a\0 1"));
    assertEquals("ILLEGAL \0", tokens("/* a\0 */").getFirst());
  }

  @Test
  void takesWindowWordsForKeywordsOnlyInTheirPlace() {
    assertEquals("OVER OVER", tokens(") OVER (").get(1));
    assertEquals("OVER over", tokens(") over w").get(1));
    assertEquals("IDENTIFIER over", tokens(") over, w").get(1));
    assertEquals("IDENTIFIER over", tokens("x over w").get(1));
    assertEquals("FILTER filter", tokens(") filter (").get(1));
    assertEquals("IDENTIFIER filter", tokens(") filter x").get(1));
    assertEquals("WINDOW window", tokens("window w as").get(0));
    assertEquals("IDENTIFIER window", tokens("window w").get(0));
    assertEquals("IDENTIFIER window", tokens("window, w as").get(0));
  }

  @Test
  void spansAreAllEqualAndTellTheirPlace() {
    assertEquals(new SourceSpan(1, 2), new SourceSpan(3, 4));
    assertEquals(new SourceSpan(1, 2).hashCode(), SourceSpan.NONE.hashCode());
    assertNotEquals(new SourceSpan(1, 2), (Object) "x");
    assertEquals(new SourcePosition(1, 1), new SourceSpan(0, 0).positionIn(""));
    assertEquals(new SourcePosition(2, 3), new SourceSpan(5, 6).positionIn("ab\ncde\nf"));
    assertEquals(new SourcePosition(3, 1), new SourceSpan(7, 8).positionIn("ab\ncde\nf"));
    assertThrows(IllegalArgumentException.class, () -> new SourceSpan(2, 1));
  }
}
