package sqlite.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sqlite.token.Token;
import sqlite.token.TokenType;
import sqlite.token.Tokenizer;

/** Makes wrong statements of right ones, token by token or character by character, by seed. */
public final class Mutator {

  private static final String CHARACTERS =
      " \t\n\"'`[]().,;:?@$#!=<>|&~+-*/%_09afxXeE\\^{}é\uFEFF\u000B\u0002";

  /** How often a keyword is as likely to be put in as a token of the corpus. */
  private static final int KEYWORD_WEIGHT = 20;

  private final Random random;
  private final List<String> corpus = Corpus.statements();
  private final List<List<String>> tokens = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  public Mutator(long seed) {
    random = new Random(seed);
    for (String sql : corpus) {
      List<String> texts = new ArrayList<>();
      for (Token token : Tokenizer.tokenize(sql)) {
        if (token.type() != TokenType.END_OF_INPUT) {
          texts.add(token.span().textIn(sql));
        }
      }
      tokens.add(texts);
      words.addAll(texts);
    }
    for (TokenType type : TokenType.values()) {
      for (int i = 0; type.isKeyword() && i < KEYWORD_WEIGHT; i++) {
        words.add(type.name());
      }
    }
  }

  /** The next mutant, three of four by tokens. */
  public String next() {
    return random.nextInt(4) > 0 ? byTokens() : byCharacters();
  }

  /** A few tokens dropped, doubled, replaced, put in, swapped, or all the rest cut off. */
  private String byTokens() {
    List<String> mutant = new ArrayList<>(tokens.get(random.nextInt(tokens.size())));
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
      int at = random.nextInt(mutant.size());
      switch (random.nextInt(6)) {
        case 0 -> mutant.remove(at);
        case 1 -> mutant.add(at, mutant.get(random.nextInt(mutant.size())));
        case 2 -> mutant.set(at, words.get(random.nextInt(words.size())));
        case 3 -> mutant.add(at, words.get(random.nextInt(words.size())));
        case 4 -> mutant.subList(at, mutant.size()).clear();
        default -> mutant.set(at, mutant.set(random.nextInt(mutant.size()), mutant.get(at)));
      }
    }
    return String.join(" ", mutant);
  }

  /** A few characters dropped, put in or replaced, or all the rest cut off. */
  private String byCharacters() {
    StringBuilder mutant = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
      int at = random.nextInt(mutant.length());
      char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, c);
        case 2 -> mutant.setCharAt(at, c);
        default -> mutant.setLength(random.nextInt(4) == 0 ? at : mutant.length());
      }
    }
    return mutant.toString();
  }
}
