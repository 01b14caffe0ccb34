package storage.worker;

import org.teavm.jso.core.JSString;
import storage.api.EncodedRows;

/**
 * Rows that stay on JavaScript's side until someone reads them here.
 *
 * @param count how many rows
 * @param onPlatform their text there
 */
public record PlatformRows(int count, JSString onPlatform) implements EncodedRows {
  @Override
  public String text() {
    return onPlatform.stringValue();
  }

  @Override
  public int length() {
    return onPlatform.getLength();
  }

  /** The text of any rows on JavaScript's side, brought there if need be. */
  public static JSString onPlatform(EncodedRows rows) {
    return rows instanceof PlatformRows there ? there.onPlatform() : JSString.valueOf(rows.text());
  }
}
