package topology.api;

import java.util.List;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/**
 * Which slot a shard key belongs to: {@code xxHash64(encoding of the key, seed 0) mod slots}.
 *
 * <p>Where rows are stored depends on this, so it can never change. Keys that SQLite finds equal
 * have the same encoding. It is the encodings of the values, one behind the other; numbers in it
 * have their least byte first:
 *
 * <ul>
 *   <li>NULL: the byte 0;
 *   <li>an INTEGER, or a REAL that equals a 64-bit integer: the byte 1, the integer in 8 bytes;
 *   <li>any other REAL: the byte 2, its IEEE 754 bits in 8 bytes;
 *   <li>TEXT: the byte 3, the length in 4 bytes, the UTF-8 of its collation's canonical form, in
 *       which half a surrogate pair is U+FFFD;
 *   <li>BLOB: the byte 4, the length in 4 bytes, its bytes.
 * </ul>
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash: the
 *     specification</a>
 */
public final class SlotHash {
  private SlotHash() {}

  /**
   * The slot of a key.
   *
   * @param key the values, each with its column's affinity applied
   * @param collations the collation of each key column
   * @param slots the number of slots, a power of two up to {@link SlotMap#MAX_SLOTS}
   */
  public static int slot(List<SqlValue> key, List<Collation> collations, int slots) {
    if (slots < 1 || slots > SlotMap.MAX_SLOTS || Integer.bitCount(slots) != 1) {
      throw new IllegalArgumentException(
          "not a power of two up to " + SlotMap.MAX_SLOTS + ": " + slots);
    }
    return (int) (hash(key, collations) & (slots - 1));
  }

  /** The whole hash of a key. */
  static long hash(List<SqlValue> key, List<Collation> collations) {
    if (key.isEmpty() || key.size() != collations.size()) {
      throw new IllegalArgumentException(
          key.size() + " key values for " + collations.size() + " collations");
    }
    KeyEncoding encoding = new KeyEncoding();
    for (int i = 0; i < key.size(); i++) {
      encoding.append(key.get(i), collations.get(i));
    }
    return XxHash64.hash(encoding.bytes(), encoding.length());
  }
}
