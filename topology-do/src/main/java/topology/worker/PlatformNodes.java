package topology.worker;

import async.Future;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.worker.StorageWorker;
import topology.wire.NodeLink;
import workers.ObjectCalls;

/** The Storage objects on the platform. */
public final class PlatformNodes implements NodeLink {
  private final ObjectCalls calls;

  public PlatformNodes(ObjectCalls calls) {
    this.calls = calls;
  }

  @Override
  public String newNodeId() {
    return calls.newNodeId();
  }

  @Override
  public Future<NodeReply> call(String nodeId, NodeCall call) {
    return Promises.future(calls, calls.callNode(nodeId, StorageWorker.encoded(call)))
        .map(StorageWorker::decoded);
  }
}
