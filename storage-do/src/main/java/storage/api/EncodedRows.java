package storage.api;

import java.util.List;

/**
 * Rows as JSON, joined by commas and without brackets around them. Where they are to be told apart
 * without being read, a line feed follows each comma: no JSON text of a row holds one.
 *
 * <p>They stay on the platform's side of the border until someone asks for the text, so what only
 * passes through is not decoded. Values: an INTEGER is a JSON integer of any size, a REAL always
 * has a point or an exponent, infinity is {@code 9e999}, a BLOB is an array of byte numbers.
 */
public interface EncodedRows {
  /** What stands between rows that can be told apart without being read. */
  String SEPARATOR = ",\n";

  /** How many rows. */
  int count();

  /** The JSON text. */
  String text();

  /** How many characters the text has. */
  default int length() {
    return text().length();
  }

  /**
   * Rows of several sources in one order, none of them decoded.
   *
   * @param sources results whose rows can be told apart, this one among them
   * @param starts for each source how many of its rows are behind already
   * @param order one character for each row that is next: twice the position of its source, and one
   *     more when it is passed over
   * @param joint what stands between the rows of the answer
   */
  default EncodedRows interleaved(
      List<EncodedRows> sources, int[] starts, String order, String joint) {
    return TextRows.interleave(sources, starts, order, joint);
  }

  /** These rows, which can be told apart, with {@code joint} between them. */
  default EncodedRows joined(String joint) {
    return new TextRows(count(), text().replace(SEPARATOR, joint));
  }
}
