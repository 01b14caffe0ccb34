package conductor.eval;

/**
 * A LIKE or GLOB pattern.
 *
 * @see <a
 *     href="https://sqlite.org/lang_expr.html#the_like_glob_regexp_match_and_extract_operators">
 *     sqlite.org: LIKE, GLOB</a>
 */
final class WildcardPattern {
  /** For a LIKE without ESCAPE. */
  static final int WITHOUT_ESCAPE = 0;

  /** No character: the end of a pattern or a text, and a wildcard that is not in use. */
  private static final int NONE = 0;

  private enum Outcome {
    MATCH,
    NO_MATCH,
    /** Not from any later place in the text either, so a wildcard before gives up too. */
    NEVER
  }

  private final int[] pattern;
  private final int any;
  private final int one;
  private final boolean glob;
  private final int escape;

  private WildcardPattern(String pattern, int any, int one, boolean glob, int escape) {
    this.pattern = characters(Texts.untilNul(pattern));
    this.any = any;
    this.one = one;
    this.glob = glob;
    this.escape = escape;
  }

  /** A wildcard that is also the escape character is no wildcard. */
  static WildcardPattern like(String pattern, int escape) {
    int any = escape == '%' ? NONE : '%';
    int one = escape == '_' ? NONE : '_';
    return new WildcardPattern(pattern, any, one, false, escape);
  }

  static WildcardPattern glob(String pattern) {
    return new WildcardPattern(pattern, '*', '?', true, NONE);
  }

  boolean matches(String text) {
    return match(0, Texts.untilNul(text), 0) == Outcome.MATCH;
  }

  /** Compares the pattern from {@code from} with the text from {@code start}. */
  private Outcome match(int from, String text, int start) {
    int next = from;
    int position = start;
    while (next < pattern.length) {
      int wanted = pattern[next];
      next++;
      if (wanted == any) {
        return matchBehindWildcard(next, text, position);
      }
      if (position == text.length()) {
        return Outcome.NO_MATCH;
      }
      if (glob && wanted == '[') {
        CharacterSet set = new CharacterSet(pattern, next);
        if (!set.contains(text.codePointAt(position))) {
          return Outcome.NO_MATCH;
        }
        next = set.end();
        position = Texts.next(text, position);
        continue;
      }
      boolean escaped = escape != NONE && wanted == escape;
      if (escaped) {
        wanted = characterAt(next);
        next++;
      }
      if (wanted == NONE) {
        return Outcome.NO_MATCH;
      }
      if (!same(wanted, text.codePointAt(position)) && (escaped || wanted != one)) {
        return Outcome.NO_MATCH;
      }
      position = Texts.next(text, position);
    }
    return position == text.length() ? Outcome.MATCH : Outcome.NO_MATCH;
  }

  /** Looks for a place in the text from which the rest of the pattern matches. */
  private Outcome matchBehindWildcard(int from, String text, int start) {
    int next = from;
    int position = start;
    while (characterAt(next) == any || (characterAt(next) == one && one != NONE)) {
      if (characterAt(next) == one) {
        if (position == text.length()) {
          return Outcome.NEVER;
        }
        position = Texts.next(text, position);
      }
      next++;
    }
    int wanted = characterAt(next);
    if (wanted == NONE) {
      return Outcome.MATCH;
    }
    if (glob && wanted == '[') {
      return matchSomewhere(next, text, position);
    }
    if (wanted == escape) {
      next++;
      wanted = characterAt(next);
    }
    return wanted == NONE ? Outcome.NEVER : matchBehind(wanted, next + 1, text, position);
  }

  private Outcome matchSomewhere(int from, String text, int start) {
    for (int position = start; position < text.length(); position = Texts.next(text, position)) {
      Outcome outcome = match(from, text, position);
      if (outcome != Outcome.NO_MATCH) {
        return outcome;
      }
    }
    return Outcome.NEVER;
  }

  /** Matches the rest of the pattern behind each {@code wanted} in the text. */
  private Outcome matchBehind(int wanted, int from, String text, int start) {
    int position = start;
    while (position < text.length()) {
      int found = text.codePointAt(position);
      position = Texts.next(text, position);
      if (same(wanted, found)) {
        Outcome outcome = match(from, text, position);
        if (outcome != Outcome.NO_MATCH) {
          return outcome;
        }
      }
    }
    return Outcome.NEVER;
  }

  private int characterAt(int index) {
    return index < pattern.length ? pattern[index] : NONE;
  }

  /** LIKE takes the letters of ASCII, and no others, for equal in both cases. */
  private boolean same(int left, int right) {
    return left == right || (!glob && left < 0x80 && right < 0x80 && small(left) == small(right));
  }

  private static int small(int character) {
    return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
  }

  private static int[] characters(String text) {
    int[] characters = new int[Texts.countCharacters(text, text.length())];
    int position = 0;
    for (int i = 0; i < characters.length; i++) {
      characters[i] = text.codePointAt(position);
      position = Texts.next(text, position);
    }
    return characters;
  }

  /** {@code [...]}, from behind the bracket. A {@code ]} that comes first is a member. */
  private static final class CharacterSet {
    private final int[] pattern;
    private final int start;
    private int position;

    CharacterSet(int[] pattern, int start) {
      this.pattern = pattern;
      this.start = start;
    }

    /** Whether the set is closed and has the character, or, if it begins with ^, has it not. */
    boolean contains(int character) {
      position = start;
      int member = read();
      boolean inverted = member == '^';
      if (inverted) {
        member = read();
      }
      boolean seen = member == ']' && character == ']';
      if (member == ']') {
        member = read();
      }
      int previous = NONE;
      while (member != NONE && member != ']') {
        if (member == '-' && previous != NONE && peek() != ']' && peek() != NONE) {
          member = read();
          seen |= character >= previous && character <= member;
          previous = NONE;
        } else {
          seen |= character == member;
          previous = member;
        }
        member = read();
      }
      return member != NONE && seen != inverted;
    }

    /** Behind the closing bracket, once {@link #contains} has been asked. */
    int end() {
      return position;
    }

    private int peek() {
      return position < pattern.length ? pattern[position] : NONE;
    }

    private int read() {
      int character = peek();
      position++;
      return character;
    }
  }
}
