package sqlite.program;

import sqlite.ast.Statement;
import sqlite.ast.walk.TreeRewriter;
import sqlite.generator.SqlGenerator;
import sqlite.parser.SqlParser;
import sqlite.parser.SqlSyntaxException;

/**
 * One number for what the parser, the rewriter and the generator make of many statements, to be
 * compared between machines: FNV-1a over the characters of all outcomes.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-eastlake-fnv">FNV</a>
 */
final class Digest {

  /** What stands between statements; no SQL text holds it. */
  static final char SEPARATOR = '\u0001';

  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Digest() {}

  /** The digest of the statements of {@code text}, each ended by {@link #SEPARATOR}. */
  static String of(String text) {
    long hash = OFFSET_BASIS;
    int start = 0;
    int end = text.indexOf(SEPARATOR);
    while (end >= 0) {
      hash = add(hash, outcome(text.substring(start, end)));
      start = end + 1;
      end = text.indexOf(SEPARATOR, start);
    }
    return Long.toHexString(hash);
  }

  private static long add(long hash, String outcome) {
    long sum = hash;
    for (int i = 0; i < outcome.length(); i++) {
      sum = (sum ^ outcome.charAt(i)) * PRIME;
    }
    return (sum ^ SEPARATOR) * PRIME;
  }

  /** The statement printed again, or its error with everything that is known of it. */
  static String outcome(String sql) {
    try {
      Statement tree = new SqlParser().parseStatement(sql);
      Statement rewritten = new TreeRewriter().rewrite(tree);
      SqlGenerator generator = new SqlGenerator();
      String printed = generator.print(rewritten);
      return tree.equals(rewritten) && printed.equals(generator.print(tree))
          ? printed
          : "rewritten to something else: " + printed;
    } catch (SqlSyntaxException e) {
      return e.reason().name()
          + " "
          + e.getMessage()
          + " at "
          + e.position().line()
          + ":"
          + e.position().column()
          + " "
          + e.span().start()
          + ".."
          + e.span().end();
    }
  }
}
