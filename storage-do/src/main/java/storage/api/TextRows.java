package storage.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose text is here.
 *
 * @param count how many rows
 * @param text their JSON
 */
public record TextRows(int count, String text) implements EncodedRows {
  /** No rows. */
  public static final EncodedRows NONE = new TextRows(0, "");

  static EncodedRows interleave(
      List<EncodedRows> sources, int[] starts, String order, String joint) {
    List<Lines> lines = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Lines ofSource = new Lines(sources.get(i).text());
      for (int passed = 0; passed < starts[i]; passed++) {
        ofSource.next();
      }
      lines.add(ofSource);
    }
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (int i = 0; i < order.length(); i++) {
      String row = lines.get(order.charAt(i) >> 1).next();
      if ((order.charAt(i) & 1) == 0) {
        text.append(count == 0 ? "" : joint).append(row);
        count++;
      }
    }
    return new TextRows(count, text.toString());
  }

  /** The rows of a text one after the other. */
  private static final class Lines {
    private final String text;
    private int at;

    Lines(String text) {
      this.text = text;
    }

    String next() {
      int end = text.indexOf(SEPARATOR, at);
      String row = text.substring(at, end < 0 ? text.length() : end);
      at += row.length() + SEPARATOR.length();
      return row;
    }
  }
}
