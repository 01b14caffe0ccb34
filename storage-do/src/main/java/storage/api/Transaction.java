package storage.api;

import java.util.List;

/**
 * A request that writes, on several nodes: all of them keep it or none.
 *
 * @param id tells it from all others
 * @param nodes the nodes that take part; the first decides
 * @param deadlineMillis when its messages are too late to be heeded, by the clock of the node that
 *     gets one
 * @param heldMillis how long a node is held before it asks what has become of it
 */
public record Transaction(String id, List<String> nodes, long deadlineMillis, long heldMillis) {
  public Transaction {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("a transaction of no node");
    }
  }

  /** The node that decides. */
  public String decider() {
    return nodes.get(0);
  }
}
