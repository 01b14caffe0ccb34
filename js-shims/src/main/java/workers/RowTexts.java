package workers;

import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;

/**
 * Rows as JavaScript's texts, put in order there. What a row holds does not matter: between two
 * stands a comma with a line feed, which no row holds.
 */
public final class RowTexts {
  private RowTexts() {}

  /** The single rows of a text. */
  @JSBody(params = "text", script = "return text === '' ? [] : text.split(',\\n');")
  public static native JSArray<JSString> split(JSString text);

  /** The rows of a text with something else between them. */
  @JSBody(
      params = {"text", "joint"},
      script = "return text.split(',\\n').join(joint);")
  public static native JSString joined(JSString text, String joint);

  /**
   * Rows of several sources in one order.
   *
   * @param starts for each source its first row; left at the first that is not taken
   * @param order a character for each row: twice its source, and one more to pass over it
   */
  @JSBody(
      params = {"sources", "starts", "order", "joint"},
      script =
          "var rows = [];"
              + "for (var i = 0; i < order.length; i++) {"
              + "  var code = order.charCodeAt(i);"
              + "  var source = code >> 1;"
              + "  var row = sources[source][starts[source]++];"
              + "  if ((code & 1) === 0) { rows.push(row); }"
              + "}"
              + "return rows.join(joint);")
  public static native JSString interleaved(
      JSArray<JSArray<JSString>> sources, JSArray<JSNumber> starts, String order, String joint);
}
