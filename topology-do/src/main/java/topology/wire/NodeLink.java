package topology.wire;

import async.Future;
import storage.api.NodeCall;
import storage.api.NodeReply;

/** Carries calls to Storage objects. A future fails when no answer comes. */
public interface NodeLink {
  /** An id that nobody can guess, of an object that nobody has used. */
  String newNodeId();

  /** Sends one call to the object of that id. */
  Future<NodeReply> call(String nodeId, NodeCall call);
}
