package topology.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import sqlite.value.Collation;
import sqlite.value.SqlValue;

/** The numbers here come from the reference implementation of xxHash; they can never change. */
final class SlotHashTest {
  @Test
  void hashesAsPublished() {
    assertEquals(0xef46db3751d8e999L, hashOf(""));
    assertEquals(0xd24ec4f1a98c6e5bL, hashOf("a"));
    assertEquals(0x1c330fb2d66be179L, hashOf("as"));
    assertEquals(0x44bc2cf5ad770999L, hashOf("abc"));
    assertEquals(0x415872f599cea71eL, hashOf("asdf"));
    assertEquals(0xfbcea83c8a378bf1L, hashOf("Nobody inspects the spammish repetition"));
  }

  @Test
  void hashesEveryLengthOfTail() {
    assertEquals(0xffced8604453cc1eL, hashOfCounting(4));
    assertEquals(0x884a173614b81b8dL, hashOfCounting(8));
    assertEquals(0xc346d2b59b4d8ee1L, hashOfCounting(31));
    assertEquals(0xcbf59c5116ff32b4L, hashOfCounting(32));
    assertEquals(0x0c535d1acafb8eadL, hashOfCounting(33));
    assertEquals(0xf7c67301db6713f0L, hashOfCounting(64));
    assertEquals(0xe99038495f85381eL, hashOfCounting(101));
  }

  @Test
  void encodesEachStorageClassAsWrittenDown() {
    assertEquals(0xe934a84adb052768L, hash(SqlValue.NULL));
    assertEquals(0x7b2075f90a671183L, hash(new SqlValue.Int(1)));
    assertEquals(0x07a7e2fea9675861L, hash(new SqlValue.Int(Long.MIN_VALUE)));
    assertEquals(0xbbcc31a117000b87L, hash(new SqlValue.Real(0.5)));
    assertEquals(0x11ee9ab2eae21d05L, hash(new SqlValue.Text("key")));
    assertEquals(0xe74894887722ffa4L, hash(new SqlValue.Text("\u00e9\ud83d\ude00")));
    assertEquals(0xbcb702e90d816f4cL, hash(new SqlValue.Text("x".repeat(100))));
    assertEquals(0xfe0c6cb1c06071f3L, hash(blob("key")));
  }

  @Test
  void slotIsTheHashModuloTheSlots() {
    List<SqlValue> key = List.of(new SqlValue.Int(1));
    List<Collation> collations = List.of(Collation.BINARY);
    assertEquals(387, SlotHash.slot(key, collations, 4096));
    assertEquals(0x1183, SlotHash.slot(key, collations, 65_536));
    assertEquals(0, SlotHash.slot(key, collations, 1));
  }

  @Test
  void compositeKeyIsItsValuesInOrder() {
    List<SqlValue> key =
        List.of(new SqlValue.Int(7), new SqlValue.Text("Z\u00fcrich"), SqlValue.NULL);
    List<Collation> collations = List.of(Collation.BINARY, Collation.BINARY, Collation.BINARY);
    assertEquals(0xcaaad11782a10206L, SlotHash.hash(key, collations));
    assertNotEquals(
        SlotHash.hash(texts("a", "bc"), List.of(Collation.BINARY, Collation.BINARY)),
        SlotHash.hash(texts("ab", "c"), List.of(Collation.BINARY, Collation.BINARY)));
  }

  @Test
  void equalNumbersHashEqual() {
    assertEquals(hash(new SqlValue.Int(1)), hash(new SqlValue.Real(1.0)));
    assertEquals(hash(new SqlValue.Int(0)), hash(new SqlValue.Real(-0.0)));
    assertEquals(hash(new SqlValue.Int(1L << 62)), hash(new SqlValue.Real(0x1p62)));
    assertEquals(hash(new SqlValue.Int(Long.MIN_VALUE)), hash(new SqlValue.Real(-0x1p63)));
    assertNotEquals(hash(new SqlValue.Int(Long.MAX_VALUE)), hash(new SqlValue.Real(0x1p63)));
    assertNotEquals(hash(new SqlValue.Int(1)), hash(new SqlValue.Real(1.5)));
  }

  @Test
  void equalTextsOfACollationHashEqual() {
    assertEquals(hash("KEY", Collation.NOCASE), hash("key", Collation.NOCASE));
    assertEquals(hash("key  ", Collation.RTRIM), hash("key", Collation.RTRIM));
    assertEquals(hash("key", Collation.NOCASE), hash("key", Collation.BINARY));
    assertNotEquals(hash("KEY", Collation.BINARY), hash("key", Collation.BINARY));
  }

  @Test
  void textAndBlobOfTheSameBytesDiffer() {
    assertNotEquals(hash(new SqlValue.Text("key")), hash(blob("key")));
    assertNotEquals(hash(new SqlValue.Text("1")), hash(new SqlValue.Int(1)));
    assertNotEquals(hash(new SqlValue.Text("")), hash(SqlValue.NULL));
  }

  @Test
  void halfASurrogatePairIsTheReplacementCharacter() {
    assertEquals(hash(new SqlValue.Text("a\ufffd")), hash(new SqlValue.Text("a\ud83d")));
    assertEquals(hash(new SqlValue.Text("\ufffda")), hash(new SqlValue.Text("\ude00a")));
  }

  @Test
  void refusesWhatIsNoKeyAndNoNumberOfSlots() {
    List<SqlValue> key = List.of(SqlValue.NULL);
    List<Collation> collations = List.of(Collation.BINARY);
    assertThrows(IllegalArgumentException.class, () -> SlotHash.slot(key, collations, 0));
    assertThrows(IllegalArgumentException.class, () -> SlotHash.slot(key, collations, 3));
    assertThrows(IllegalArgumentException.class, () -> SlotHash.slot(key, collations, 131_072));
    assertThrows(IllegalArgumentException.class, () -> SlotHash.slot(key, List.of(), 4096));
    assertThrows(IllegalArgumentException.class, () -> SlotHash.slot(List.of(), List.of(), 4096));
  }

  private static List<SqlValue> texts(String first, String second) {
    return List.of(new SqlValue.Text(first), new SqlValue.Text(second));
  }

  private static SqlValue blob(String text) {
    return new SqlValue.Blob(text.getBytes(StandardCharsets.UTF_8));
  }

  private static long hash(SqlValue value) {
    return SlotHash.hash(List.of(value), List.of(Collation.BINARY));
  }

  private static long hash(String text, Collation collation) {
    return SlotHash.hash(List.of(new SqlValue.Text(text)), List.of(collation));
  }

  private static long hashOf(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return XxHash64.hash(bytes, bytes.length);
  }

  private static long hashOfCounting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return XxHash64.hash(bytes, length);
  }
}
