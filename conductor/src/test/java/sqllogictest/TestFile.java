package sqllogictest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a test file: records parted by blank lines, each of them for some databases or for all.
 * What is for other databases than SQLite is left out.
 */
final class TestFile {
  private static final String DATABASE = "sqlite";

  private final List<String> lines;
  private final List<Entry> entries = new ArrayList<>();
  private int at;

  private TestFile(List<String> lines) {
    this.lines = lines;
  }

  /** The entries of a file; an error for a line that is none. */
  static List<Entry> read(String text) {
    TestFile file = new TestFile(text.lines().toList());
    while (file.at < file.lines.size()) {
      file.readRecord();
    }
    return file.entries;
  }

  private void readRecord() {
    boolean meant = true;
    while (at < lines.size()) {
      int line = at + 1;
      String text = withoutComment(lines.get(at++));
      if (text.isEmpty()) {
        continue;
      }
      String[] words = text.split("\\s+");
      switch (words[0]) {
        case "skipif" -> meant &= !words[1].equals(DATABASE);
        case "onlyif" -> meant &= words[1].equals(DATABASE);
        default -> {
          Entry entry = entry(line, words);
          if (meant) {
            entries.add(entry);
          }
          return;
        }
      }
    }
  }

  private Entry entry(int line, String[] words) {
    return switch (words[0]) {
      case "statement" -> new Entry.Statement(line, isOk(line, words[1]), sql());
      case "query" -> query(line, words);
      case "hash-threshold" -> new Entry.HashThreshold(line, Integer.parseInt(words[1]));
      case "halt" -> new Entry.Halt(line);
      default -> throw new IllegalArgumentException("line " + line + ": " + words[0]);
    };
  }

  private static boolean isOk(int line, String word) {
    return switch (word) {
      case "ok" -> true;
      case "error" -> false;
      default -> throw new IllegalArgumentException("line " + line + ": statement " + word);
    };
  }

  private Entry.Query query(int line, String[] words) {
    Entry.Sort sort =
        words.length > 2
            ? Entry.Sort.valueOf(words[2].toUpperCase(Locale.ROOT))
            : Entry.Sort.NOSORT;
    String label = words.length > 3 ? words[3] : "";
    String sql = sql();
    List<String> expected = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).isEmpty()) {
      expected.add(lines.get(at++));
    }
    return new Entry.Query(line, words[1], sort, label, sql, expected);
  }

  /** The lines to the end of the record, or to the rule above its result. */
  private String sql() {
    StringBuilder sql = new StringBuilder();
    while (at < lines.size() && !lines.get(at).isBlank()) {
      String line = lines.get(at++);
      if (line.equals("----")) {
        break;
      }
      sql.append(sql.isEmpty() ? "" : "\n").append(line);
    }
    return sql.toString();
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }
}
