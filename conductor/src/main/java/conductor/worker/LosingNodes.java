package conductor.worker;

import async.Future;
import conductor.gateway.Unreachable;
import storage.api.NodeCall;
import storage.api.NodeReply;
import topology.wire.NodeLink;

/** The nodes as a conductor sees them whose calls are lost when a {@link FaultRoutes} says so. */
record LosingNodes(NodeLink nodes) implements NodeLink {
  private static final int ALL = Integer.MAX_VALUE;

  private static int arriving = ALL;

  /**
   * Loses all calls of this isolate but so many, the next ones.
   *
   * @param calls how many arrive; 0 for all that are to come
   */
  static void loseAfter(int calls) {
    arriving = calls == 0 ? ALL : calls;
  }

  @Override
  public String newNodeId() {
    return nodes.newNodeId();
  }

  @Override
  public Future<NodeReply> call(String nodeId, NodeCall call) {
    if (arriving == 0) {
      return Future.failed(new Unreachable("the call is lost on purpose"));
    }
    if (arriving != ALL) {
      arriving--;
    }
    return nodes.call(nodeId, call);
  }
}
