package conductor.engine;

import conductor.api.Limits;
import conductor.eval.Computation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import sqlite.value.Affinity;
import sqlite.value.Collation;
import sqlite.value.SqlValue;
import topology.api.SlotHash;
import topology.api.SlotMap;

/**
 * The shard keys that a WHERE admits: rows with any other key do not satisfy it.
 *
 * @param alternatives each with the values that it admits for each column of the key
 * @param affinities of the columns of the key
 * @param collations of the columns of the key
 * @param unique whether at most one row has a key
 */
public record KeyLookup(
    List<Alternative> alternatives,
    List<Affinity> affinities,
    List<Collation> collations,
    boolean unique) {
  /**
   * Keys made of every combination of the values of their columns.
   *
   * @param values for each column of the key, the values that it may have
   */
  public record Alternative(List<List<Computation>> values) {
    public Alternative {
      values = List.copyOf(values);
    }
  }

  public KeyLookup {
    alternatives = List.copyOf(alternatives);
    affinities = List.copyOf(affinities);
    collations = List.copyOf(collations);
  }

  /** How it finds nodes, in the field's word. */
  public String opcode() {
    if (alternatives.size() != 1
        || alternatives.get(0).values().stream().anyMatch(values -> values.size() != 1)) {
      return "IN";
    }
    return unique ? "EqualUnique" : "Equal";
  }

  /** The positions of the nodes that may hold such rows. */
  SortedSet<Integer> nodes(Bindings bindings, SlotMap slotMap) {
    SortedSet<Integer> nodes = new TreeSet<>();
    for (Alternative alternative : alternatives) {
      if (combinations(alternative) > Limits.KEYS) {
        return all(slotMap);
      }
      add(alternative, bindings, slotMap, new ArrayList<>(), nodes);
    }
    return nodes;
  }

  /** The positions of all nodes. */
  static SortedSet<Integer> all(SlotMap slotMap) {
    SortedSet<Integer> nodes = new TreeSet<>();
    for (int i = 0; i < slotMap.nodes().size(); i++) {
      nodes.add(i);
    }
    return nodes;
  }

  private static long combinations(Alternative alternative) {
    long count = 1;
    for (List<Computation> values : alternative.values()) {
      count = Math.min(count * values.size(), Limits.KEYS + 1L);
    }
    return count;
  }

  private void add(
      Alternative alternative,
      Bindings bindings,
      SlotMap slotMap,
      List<SqlValue> key,
      SortedSet<Integer> nodes) {
    int column = key.size();
    if (column == affinities.size()) {
      nodes.add(slotMap.nodeOf(SlotHash.slot(key, collations, slotMap.slots())));
      return;
    }
    for (Computation computation : alternative.values().get(column)) {
      SqlValue value = affinities.get(column).apply(computation.value(bindings));
      if (!(value instanceof SqlValue.Null)) {
        key.add(value);
        add(alternative, bindings, slotMap, key, nodes);
        key.remove(column);
      }
    }
  }
}
