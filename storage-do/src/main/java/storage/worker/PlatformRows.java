package storage.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;
import storage.api.EncodedRows;
import workers.RowTexts;

/** Rows that stay on JavaScript's side until someone reads them here. */
public final class PlatformRows implements EncodedRows {
  private final int count;
  private final JSString text;
  private @Nullable JSArray<JSString> split;

  /** Rows whose text is there. */
  public PlatformRows(int count, JSString text) {
    this.count = count;
    this.text = text;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public String text() {
    return text.stringValue();
  }

  @Override
  public int length() {
    return text.getLength();
  }

  @Override
  public EncodedRows interleaved(
      List<EncodedRows> sources, int[] starts, String order, String joint) {
    JSArray<JSArray<JSString>> rows = new JSArray<>(sources.size());
    JSArray<JSNumber> positions = new JSArray<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      rows.set(i, split(sources.get(i)));
      positions.set(i, JSNumber.valueOf(starts[i]));
    }
    int taken = 0;
    for (int i = 0; i < order.length(); i++) {
      taken += 1 - (order.charAt(i) & 1);
    }
    return new PlatformRows(taken, RowTexts.interleaved(rows, positions, order, joint));
  }

  @Override
  public EncodedRows joined(String joint) {
    return new PlatformRows(count, RowTexts.joined(text, joint));
  }

  private static JSArray<JSString> split(EncodedRows rows) {
    if (!(rows instanceof PlatformRows there)) {
      return RowTexts.split(JSString.valueOf(rows.text()));
    }
    JSArray<JSString> known = there.split;
    if (known == null) {
      known = RowTexts.split(there.text);
      there.split = known;
    }
    return known;
  }

  /** The text of any rows on JavaScript's side, brought there if need be. */
  public static JSString onPlatform(EncodedRows rows) {
    return rows instanceof PlatformRows there ? there.text : JSString.valueOf(rows.text());
  }
}
