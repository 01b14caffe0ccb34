package topology.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  private static final Snapshot SNAPSHOT =
      new Snapshot(
          "shop",
          7,
          SlotMap.even(16, List.of("a", "b", "c")),
          List.of(new Table("Ünï\"t", "CREATE TABLE \"Ünï\"\"t\"(a, b)", List.of("a", "b"))),
          List.of(new Index("i", "t", "CREATE INDEX i ON t(b)", Index.State.READY)),
          List.of(
              new View("v", "CREATE VIEW v AS SELECT 1", false),
              new View("v", "CREATE TEMP VIEW v AS SELECT 2", true)),
          List.of(new Token("id", "00ff", Token.Access.READ)));

  @Test
  void jsonReadsBackEqual() {
    assertEquals(SNAPSHOT, SnapshotJson.read(SnapshotJson.write(SNAPSHOT)));
  }

  @Test
  void unknownMetadataIsRefused() {
    String text = SnapshotJson.write(SNAPSHOT);
    String extended = text.substring(0, text.length() - 1) + ",\"triggers\":[]}";
    assertThrows(IllegalArgumentException.class, () -> SnapshotJson.read(extended));
    assertThrows(IllegalArgumentException.class, () -> SnapshotJson.read("[]"));
  }

  @Test
  void aSnapshotFromBeforeThereWereViewsHasNone() {
    Snapshot without =
        new Snapshot(
            "shop",
            7,
            SNAPSHOT.slotMap(),
            SNAPSHOT.tables(),
            SNAPSHOT.indexes(),
            List.of(),
            SNAPSHOT.tokens());
    String text = SnapshotJson.write(without);
    assertEquals(without, SnapshotJson.read(text.replace("\"views\":[],", "")));
  }

  @Test
  void namesAreFoundWithoutRegardToAsciiCaseOnly() {
    assertNotNull(SNAPSHOT.table("ÜNï\"T"));
    assertNull(SNAPSHOT.table("ünï\"t"));
    assertNotNull(SNAPSHOT.index("I"));
    assertEquals(SNAPSHOT.views().get(0), SNAPSHOT.view("V", false));
    assertEquals(SNAPSHOT.views().get(1), SNAPSHOT.view("V", true));
  }

  @Test
  void evenRangesCoverEverySlotOnceAtAnyNumberOfNodes() {
    for (int nodes = 1; nodes <= 64; nodes++) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        ids.add("n" + i);
      }
      SlotMap map = SlotMap.even(64, ids);
      for (int slot = 0; slot < 64; slot++) {
        SlotMap.Node node = map.nodes().get(map.nodeOf(slot));
        assertEquals(true, node.firstSlot() <= slot && slot < node.endSlot());
      }
    }
  }

  @Test
  void aMapWithAGapOrAnOverlapCannotBeBuilt() {
    List<SlotMap.Node> gap = List.of(new SlotMap.Node("a", 0, 3), new SlotMap.Node("b", 4, 8));
    List<SlotMap.Node> overlap = List.of(new SlotMap.Node("a", 0, 5), new SlotMap.Node("b", 4, 8));
    List<SlotMap.Node> cut = List.of(new SlotMap.Node("a", 0, 7));
    assertThrows(IllegalArgumentException.class, () -> new SlotMap(8, gap));
    assertThrows(IllegalArgumentException.class, () -> new SlotMap(8, overlap));
    assertThrows(IllegalArgumentException.class, () -> new SlotMap(8, cut));
    assertThrows(IllegalArgumentException.class, () -> SlotMap.even(12, List.of("a")));
    assertThrows(IllegalArgumentException.class, () -> SlotMap.even(1, List.of("a", "b")));
  }
}
