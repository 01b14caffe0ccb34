package conductor.engine;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import topology.api.SlotMap;

/** Which nodes a statement goes to. */
public sealed interface Targets {
  /** The positions of the nodes, at least one. */
  SortedSet<Integer> nodes(Bindings bindings, SlotMap slotMap);

  /** How the nodes are found. */
  String opcode();

  /** All nodes. */
  record All() implements Targets {
    @Override
    public SortedSet<Integer> nodes(Bindings bindings, SlotMap slotMap) {
      return KeyLookup.all(slotMap);
    }

    @Override
    public String opcode() {
      return "Scatter";
    }
  }

  /** Any one node: nothing that the statement reads differs between them. */
  record Any(String opcode) implements Targets {
    @Override
    public SortedSet<Integer> nodes(Bindings bindings, SlotMap slotMap) {
      return one(0);
    }
  }

  /**
   * The nodes that hold the keys; any one where the WHERE admits none, since that one answers as
   * every other would.
   *
   * @param lookups one for each table that is read
   */
  record ByKey(List<KeyLookup> lookups) implements Targets {
    public ByKey {
      lookups = List.copyOf(lookups);
    }

    @Override
    public SortedSet<Integer> nodes(Bindings bindings, SlotMap slotMap) {
      SortedSet<Integer> nodes = new TreeSet<>();
      for (KeyLookup lookup : lookups) {
        nodes.addAll(lookup.nodes(bindings, slotMap));
      }
      return nodes.isEmpty() ? one(0) : nodes;
    }

    @Override
    public String opcode() {
      return lookups.size() == 1 ? lookups.get(0).opcode() : "Equal";
    }
  }

  private static SortedSet<Integer> one(int node) {
    SortedSet<Integer> nodes = new TreeSet<>();
    nodes.add(node);
    return nodes;
  }
}
