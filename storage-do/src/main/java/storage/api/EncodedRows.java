package storage.api;

/**
 * Rows as JSON, joined by commas and without brackets around them.
 *
 * <p>They stay on the platform's side of the border until someone asks for the text, so what only
 * passes through is not decoded. Values: an INTEGER is a JSON integer of any size, a REAL always
 * has a point or an exponent, infinity is {@code 9e999}, a BLOB is an array of byte numbers.
 */
public interface EncodedRows {
  /** How many rows. */
  int count();

  /** The JSON text. */
  String text();

  /** How many characters the text has. */
  default int length() {
    return text().length();
  }
}
