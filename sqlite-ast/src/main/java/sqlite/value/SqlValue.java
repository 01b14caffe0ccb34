package sqlite.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite value, of one of the five storage classes.
 *
 * <p>Equality is identity of storage class and content: {@code Int(1)} and {@code Real(1.0)} differ
 * here, though SQL's {@code =} finds them equal (see {@code ValueComparator}).
 *
 * @see <a href="https://sqlite.org/datatype3.html">sqlite.org: Datatypes In SQLite</a>
 */
public sealed interface SqlValue {
  /** The one NULL. */
  SqlValue NULL = new Null();

  /** SQL NULL. */
  record Null() implements SqlValue {}

  /** A 64-bit signed integer. */
  record Int(long value) implements SqlValue {}

  /** An IEEE double; never NaN, which SQLite stores as NULL. */
  record Real(double value) implements SqlValue {
    public Real {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("NaN is not a SQLite value");
      }
    }
  }

  /** Text, as UTF-16 here and UTF-8 in SQLite. */
  record Text(String value) implements SqlValue {}

  /** Bytes; the array is owned by the value and never changed. */
  final class Blob implements SqlValue {
    private final byte[] bytes;

    /** Copies {@code bytes}. */
    public Blob(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** A copy of the content. */
    public byte[] toBytes() {
      return bytes.clone();
    }

    /** The length in bytes. */
    public int length() {
      return bytes.length;
    }

    /** The byte at {@code index}. */
    public byte byteAt(int index) {
      return bytes[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Blob[" + bytes.length + " bytes]";
    }
  }
}
