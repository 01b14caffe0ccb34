package workers;

import org.teavm.jso.JSBody;

/**
 * Text into doubles. TeaVM's {@code Double.parseDouble} reads {@code 4.9E-324} as zero; JavaScript
 * rounds every decimal correctly, so {@code workers.teavm} puts this in its place.
 */
public final class DoubleText {
  private DoubleText() {}

  /** What {@link Double#parseDouble} answers, without hexadecimal forms and type suffixes. */
  public static double parse(String text) {
    String trimmed = text.trim();
    if (trimmed.isEmpty()) {
      throw new NumberFormatException("empty String");
    }
    for (int i = 0; i < trimmed.length(); i++) {
      if (!isDecimal(trimmed.charAt(i))) {
        return named(trimmed);
      }
    }
    double number = number(trimmed);
    if (Double.isNaN(number)) {
      throw malformed(trimmed);
    }
    return number;
  }

  private static boolean isDecimal(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }

  private static double named(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw malformed(text);
    };
  }

  private static NumberFormatException malformed(String text) {
    return new NumberFormatException("For input string: \"" + text + "\"");
  }

  @JSBody(params = "text", script = "return Number(text);")
  private static native double number(String text);
}
