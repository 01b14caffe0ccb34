package topology.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Which node holds which slots. The ranges are in order, touch each other and cover every slot.
 *
 * @param slots the number of slots of the database, a power of two
 * @param nodes the nodes in the order of their slots
 */
public record SlotMap(int slots, List<Node> nodes) {
  /** The most slots of a database: one byte pair names a slot. */
  public static final int MAX_SLOTS = 65_536;

  /**
   * One Storage node and the slots that it holds for its whole life.
   *
   * @param id the unguessable id of its object
   * @param firstSlot the first slot of its range
   * @param endSlot the slot behind its range
   */
  public record Node(String id, int firstSlot, int endSlot) {
    public Node {
      if (firstSlot < 0 || firstSlot >= endSlot) {
        throw new IllegalArgumentException("empty slot range: " + firstSlot + " to " + endSlot);
      }
    }
  }

  public SlotMap {
    nodes = List.copyOf(nodes);
    if (slots < 1 || slots > MAX_SLOTS || Integer.bitCount(slots) != 1) {
      throw new IllegalArgumentException("not a power of two up to " + MAX_SLOTS + ": " + slots);
    }
    int next = 0;
    for (Node node : nodes) {
      if (node.firstSlot() != next) {
        throw new IllegalArgumentException("slot " + next + " belongs to no node or to two");
      }
      next = node.endSlot();
    }
    if (next != slots) {
      throw new IllegalArgumentException("slots from " + next + " belong to no node");
    }
  }

  /** Spreads {@code slots} over {@code nodeIds} so that no two ranges differ by more than one. */
  public static SlotMap even(int slots, List<String> nodeIds) {
    if (nodeIds.isEmpty() || nodeIds.size() > slots) {
      throw new IllegalArgumentException(nodeIds.size() + " nodes for " + slots + " slots");
    }
    List<Node> nodes = new ArrayList<>(nodeIds.size());
    int count = nodeIds.size();
    for (int i = 0; i < count; i++) {
      int first = (int) ((long) slots * i / count);
      int end = (int) ((long) slots * (i + 1) / count);
      nodes.add(new Node(nodeIds.get(i), first, end));
    }
    return new SlotMap(slots, nodes);
  }

  /** The position in {@link #nodes} of the node that holds {@code slot}. */
  public int nodeOf(int slot) {
    if (slot < 0 || slot >= slots) {
      throw new IllegalArgumentException("no such slot: " + slot);
    }
    int low = 0;
    int high = nodes.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (slot < nodes.get(middle).endSlot()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
