package topology.api;

import java.util.Arrays;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** Builds the bytes of a shard key that {@link SlotHash} describes. */
final class KeyEncoding {
  private static final int NULL_TAG = 0;
  private static final int INTEGER_TAG = 1;
  private static final int REAL_TAG = 2;
  private static final int TEXT_TAG = 3;
  private static final int BLOB_TAG = 4;

  private static final char REPLACEMENT = '\ufffd';

  private byte[] bytes = new byte[64];
  private int length;

  /** The encoding, in the first {@link #length} bytes of the array. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void append(SqlValue value, Collation collation) {
    switch (value) {
      case SqlValue.Null ignored -> appendByte(NULL_TAG);
      case SqlValue.Int integer -> appendInteger(integer.value());
      case SqlValue.Real real -> appendReal(real.value());
      case SqlValue.Text text -> appendText(collation.canonical(text.value()));
      case SqlValue.Blob blob -> appendBlob(blob);
    }
  }

  private void appendInteger(long value) {
    appendByte(INTEGER_TAG);
    appendLong(value);
  }

  private void appendReal(double value) {
    boolean inRange = value >= -0x1p63 && value < 0x1p63;
    if (inRange && value == (double) (long) value) {
      appendInteger((long) value);
      return;
    }
    appendByte(REAL_TAG);
    appendLong(Double.doubleToRawLongBits(value));
  }

  private void appendText(String text) {
    appendByte(TEXT_TAG);
    int lengthPosition = length;
    appendInt(0);
    int start = length;
    int index = 0;
    while (index < text.length()) {
      char unit = text.charAt(index);
      index++;
      if (Character.isHighSurrogate(unit)
          && index < text.length()
          && Character.isLowSurrogate(text.charAt(index))) {
        appendSupplementary(Character.toCodePoint(unit, text.charAt(index)));
        index++;
      } else {
        appendUnit(Character.isSurrogate(unit) ? REPLACEMENT : unit);
      }
    }
    int end = length;
    length = lengthPosition;
    appendInt(end - start);
    length = end;
  }

  private void appendUnit(char unit) {
    if (unit < 0x80) {
      appendByte(unit);
    } else if (unit < 0x800) {
      appendByte(0xc0 | (unit >> 6));
      appendByte(0x80 | (unit & 0x3f));
    } else {
      appendByte(0xe0 | (unit >> 12));
      appendByte(0x80 | ((unit >> 6) & 0x3f));
      appendByte(0x80 | (unit & 0x3f));
    }
  }

  private void appendSupplementary(int codePoint) {
    appendByte(0xf0 | (codePoint >> 18));
    appendByte(0x80 | ((codePoint >> 12) & 0x3f));
    appendByte(0x80 | ((codePoint >> 6) & 0x3f));
    appendByte(0x80 | (codePoint & 0x3f));
  }

  private void appendBlob(SqlValue.Blob blob) {
    appendByte(BLOB_TAG);
    appendInt(blob.length());
    for (int i = 0; i < blob.length(); i++) {
      appendByte(blob.byteAt(i));
    }
  }

  private void appendLong(long value) {
    appendInt((int) value);
    appendInt((int) (value >>> 32));
  }

  private void appendInt(int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      appendByte(value >>> shift);
    }
  }

  private void appendByte(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length] = (byte) value;
    length++;
  }
}
