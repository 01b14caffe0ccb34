package sqlite.program;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSExport;
import sqlite.ast.Statement;
import sqlite.parser.SqlParser;

/** The compiled program: what it exports is called by the scripts in {@code src/main/js}. */
public final class ParserProgram {

  private static final List<String> LOADED = new ArrayList<>();

  private ParserProgram() {}

  /** Runs when the program is loaded; there is nothing to do until a call comes. */
  public static void main(String[] arguments) {}

  /** The digest of what becomes of each statement of a text, see {@link Digest}. */
  @JSExport
  public static String digest(String statements) {
    return Digest.of(statements);
  }

  /** What becomes of one statement: its tree printed, or its error. */
  @JSExport
  public static String outcome(String sql) {
    return Digest.outcome(sql);
  }

  /** Parses one statement; the end of its span, so that the work cannot be optimised away. */
  @JSExport
  public static int parse(String sql) {
    Statement statement = new SqlParser().parseStatement(sql);
    return statement.span().end();
  }

  /** Keeps a statement for {@link #parseLoaded}. */
  @JSExport
  public static void load(String sql) {
    LOADED.add(sql);
  }

  /** Parses the kept statements, all of them as often as asked; the sum of their lengths. */
  @JSExport
  public static int parseLoaded(int rounds) {
    int sum = 0;
    for (int round = 0; round < rounds; round++) {
      for (String sql : LOADED) {
        sum += parse(sql);
      }
    }
    return sum;
  }
}
