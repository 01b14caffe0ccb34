package conductor.link;

import async.Future;
import conductor.gateway.StorageGateway;
import conductor.gateway.Unreachable;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import topology.wire.NodeLink;

/** The Storage nodes at the other end of a link. */
public final class LinkedStorage implements StorageGateway {
  private final NodeLink link;

  public LinkedStorage(NodeLink link) {
    this.link = link;
  }

  @Override
  public Future<StorageReply> send(StorageRequest request) {
    return call(request.nodeId(), new NodeCall.Run(request))
        .map(
            reply -> {
              if (reply instanceof NodeReply.Ran ran) {
                return ran.reply();
              }
              throw unexpected(reply);
            });
  }

  @Override
  public Future<Long> sizeBytes(String nodeId) {
    return call(nodeId, new NodeCall.Size())
        .map(
            reply -> {
              if (reply instanceof NodeReply.Sized sized) {
                return sized.bytes();
              }
              throw unexpected(reply);
            });
  }

  private Future<NodeReply> call(String nodeId, NodeCall call) {
    return link.call(nodeId, call).recover(failure -> Future.failed(Unreachable.of(failure)));
  }

  private static IllegalStateException unexpected(NodeReply reply) {
    return new IllegalStateException("not what a node was asked for: " + reply);
  }
}
