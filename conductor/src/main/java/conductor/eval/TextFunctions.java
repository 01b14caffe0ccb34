package conductor.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;

/** The functions of characters. */
final class TextFunctions {
  private static final int GREATEST_CODE_POINT = 0x10ffff;
  private static final int REPLACEMENT = 0xfffd;

  private TextFunctions() {}

  /** Null if this is no such function, or not with so many arguments. */
  static @Nullable Operation of(String name, List<Term> arguments) {
    return switch (name) {
      case "char" -> Scalar.of(arguments, TextFunctions::fromCodePoints);
      case "concat" ->
          arguments.isEmpty() ? null : Scalar.of(arguments, actual -> joined("", actual));
      case "concat_ws" -> arguments.size() < 2 ? null : Scalar.of(arguments, TextFunctions::joined);
      default ->
          switch (arguments.size()) {
            case 1 -> ofOne(name, arguments);
            case 2 -> ofTwo(name, arguments);
            case 3 -> ofThree(name, arguments);
            default -> null;
          };
    };
  }

  private static @Nullable Operation ofOne(String name, List<Term> arguments) {
    return switch (name) {
      case "typeof" -> Scalar.of(arguments, actual -> text(typeOf(actual.get(0))));
      case "length" -> Scalar.ofNonNull(arguments, actual -> length(actual.get(0)));
      case "lower" -> Scalar.ofNonNull(arguments, actual -> withLetters(actual.get(0), false));
      case "upper" -> Scalar.ofNonNull(arguments, actual -> withLetters(actual.get(0), true));
      case "unicode" -> Scalar.ofNonNull(arguments, actual -> unicode(Texts.of(actual.get(0))));
      case "trim", "ltrim", "rtrim" ->
          Scalar.ofNonNull(arguments, actual -> trim(name, actual.get(0), " "));
      default -> null;
    };
  }

  private static @Nullable Operation ofTwo(String name, List<Term> arguments) {
    return switch (name) {
      case "trim", "ltrim", "rtrim" ->
          Scalar.ofNonNull(
              arguments,
              actual -> trim(name, actual.get(0), Texts.untilNul(Texts.of(actual.get(1)))));
      case "substr", "substring" ->
          Scalar.ofNonNull(
              arguments, actual -> Substring.of(actual.get(0), actual.get(1), Substring.TO_END));
      case "instr" -> Scalar.ofNonNull(arguments, actual -> position(actual.get(0), actual.get(1)));
      default -> null;
    };
  }

  private static @Nullable Operation ofThree(String name, List<Term> arguments) {
    return switch (name) {
      case "substr", "substring" ->
          Scalar.ofNonNull(
              arguments, actual -> Substring.of(actual.get(0), actual.get(1), actual.get(2)));
      case "replace" -> Scalar.of(arguments, Replacement::of);
      default -> null;
    };
  }

  private static SqlValue text(String value) {
    return new SqlValue.Text(value);
  }

  private static String typeOf(SqlValue value) {
    return switch (value) {
      case SqlValue.Null ignored -> "null";
      case SqlValue.Int ignored -> "integer";
      case SqlValue.Real ignored -> "real";
      case SqlValue.Text ignored -> "text";
      case SqlValue.Blob ignored -> "blob";
    };
  }

  private static SqlValue length(SqlValue value) {
    if (value instanceof SqlValue.Blob blob) {
      return new SqlValue.Int(blob.length());
    }
    String text = Texts.untilNul(Texts.of(value));
    return new SqlValue.Int(Texts.countCharacters(text, text.length()));
  }

  private static SqlValue withLetters(SqlValue value, boolean capital) {
    String text = Texts.of(value);
    EvaluationLimits.requireValueBytes(Texts.byteLength(text) + 1);
    return text(Texts.withLetters(text, capital));
  }

  private static SqlValue unicode(String text) {
    return text.isEmpty() || text.charAt(0) == 0
        ? SqlValue.NULL
        : new SqlValue.Int(text.codePointAt(0));
  }

  /** A half of a surrogate pair is no character of UTF-8, though SQLite writes it as one. */
  private static SqlValue fromCodePoints(List<SqlValue> codePoints) {
    StringBuilder text = new StringBuilder();
    for (SqlValue value : codePoints) {
      long codePoint = NumberFunctions.integer(value);
      boolean valid =
          codePoint >= 0
              && codePoint <= GREATEST_CODE_POINT
              && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
      text.appendCodePoint(valid ? (int) codePoint : REPLACEMENT);
    }
    return text(text.toString());
  }

  private static SqlValue joined(List<SqlValue> separatorAndParts) {
    SqlValue separator = separatorAndParts.get(0);
    return separator instanceof SqlValue.Null
        ? SqlValue.NULL
        : joined(Texts.of(separator), separatorAndParts.subList(1, separatorAndParts.size()));
  }

  private static SqlValue joined(String separator, List<SqlValue> parts) {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    for (SqlValue part : parts) {
      if (part instanceof SqlValue.Null) {
        continue;
      }
      if (!first) {
        text.append(separator);
      }
      text.append(Texts.of(part));
      first = false;
    }
    String result = text.toString();
    EvaluationLimits.requireValueBytes(Texts.byteLength(result));
    return text(result);
  }

  private static SqlValue trim(String name, SqlValue value, String characters) {
    String text = Texts.of(value);
    int start = 0;
    int end = text.length();
    if (!name.equals("rtrim")) {
      int length = leadingLength(text, start, end, characters);
      while (length > 0) {
        start += length;
        length = leadingLength(text, start, end, characters);
      }
    }
    if (!name.equals("ltrim")) {
      int length = trailingLength(text, start, end, characters);
      while (length > 0) {
        end -= length;
        length = trailingLength(text, start, end, characters);
      }
    }
    return text(text.substring(start, end));
  }

  /** The length of the character that the range begins with if it is one to trim, else 0. */
  private static int leadingLength(String text, int start, int end, String characters) {
    for (int i = 0; i < characters.length(); i = Texts.next(characters, i)) {
      int length = Texts.next(characters, i) - i;
      if (length <= end - start && text.regionMatches(start, characters, i, length)) {
        return length;
      }
    }
    return 0;
  }

  private static int trailingLength(String text, int start, int end, String characters) {
    for (int i = 0; i < characters.length(); i = Texts.next(characters, i)) {
      int length = Texts.next(characters, i) - i;
      if (length <= end - start && text.regionMatches(end - length, characters, i, length)) {
        return length;
      }
    }
    return 0;
  }

  /** {@code instr}: counts bytes if both are blobs, else characters. */
  private static SqlValue position(SqlValue text, SqlValue part) {
    if (text instanceof SqlValue.Blob bytes && part instanceof SqlValue.Blob wanted) {
      return new SqlValue.Int(position(bytes, wanted));
    }
    String whole = Texts.of(text);
    int index = whole.indexOf(Texts.of(part));
    return new SqlValue.Int(index < 0 ? 0 : Texts.countCharacters(whole, index) + 1);
  }

  private static int position(SqlValue.Blob bytes, SqlValue.Blob wanted) {
    for (int start = 0; start + wanted.length() <= bytes.length(); start++) {
      int same = 0;
      while (same < wanted.length() && bytes.byteAt(start + same) == wanted.byteAt(same)) {
        same++;
      }
      if (same == wanted.length()) {
        return start + 1;
      }
    }
    return 0;
  }
}
