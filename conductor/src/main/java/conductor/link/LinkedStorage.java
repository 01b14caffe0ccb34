package conductor.link;

import async.Future;
import conductor.gateway.StorageGateway;
import conductor.gateway.Unreachable;
import java.util.List;
import storage.api.Fate;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.api.PageReply;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.Transaction;
import storage.api.Verdict;
import topology.wire.NodeLink;

/** The Storage nodes at the other end of a link. */
public final class LinkedStorage implements StorageGateway {
  private final NodeLink link;

  public LinkedStorage(NodeLink link) {
    this.link = link;
  }

  @Override
  public Future<StorageReply> send(StorageRequest request) {
    return call(request.nodeId(), new NodeCall.Run(request)).map(LinkedStorage::ran);
  }

  @Override
  public Future<StorageReply> hold(
      StorageRequest request, Transaction transaction, boolean patient) {
    return call(request.nodeId(), new NodeCall.Hold(request, transaction, patient))
        .map(LinkedStorage::ran);
  }

  @Override
  public Future<NodeReply> decide(String nodeId, Verdict commit) {
    return call(nodeId, new NodeCall.Decide(commit));
  }

  @Override
  public Future<NodeReply> settle(String nodeId, Verdict verdict) {
    return call(nodeId, new NodeCall.Settle(List.of(verdict)));
  }

  @Override
  public Future<Fate> trace(String nodeId, String transactionId) {
    return call(nodeId, new NodeCall.Trace(transactionId))
        .map(
            reply -> {
              if (reply instanceof NodeReply.Traced traced) {
                return traced.fate();
              }
              throw unexpected(reply);
            });
  }

  @Override
  public Future<PageReply> open(StorageRequest request, String cursor, int characters) {
    return page(request.nodeId(), new NodeCall.Open(request, cursor, characters));
  }

  @Override
  public Future<PageReply> fetch(String nodeId, String cursor, int page) {
    return page(nodeId, new NodeCall.Fetch(cursor, page));
  }

  @Override
  public Future<Boolean> close(String nodeId, String cursor) {
    return call(nodeId, new NodeCall.Close(cursor))
        .map(
            reply -> {
              if (reply instanceof NodeReply.Done) {
                return true;
              }
              throw unexpected(reply);
            });
  }

  private Future<PageReply> page(String nodeId, NodeCall call) {
    return call(nodeId, call)
        .map(
            reply -> {
              if (reply instanceof NodeReply.Paged paged) {
                return paged.reply();
              }
              throw unexpected(reply);
            });
  }

  @Override
  public Future<NodeReply.Described> describe(String nodeId) {
    return call(nodeId, new NodeCall.Describe())
        .map(
            reply -> {
              if (reply instanceof NodeReply.Described described) {
                return described;
              }
              throw unexpected(reply);
            });
  }

  private Future<NodeReply> call(String nodeId, NodeCall call) {
    return link.call(nodeId, call).recover(failure -> Future.failed(Unreachable.of(failure)));
  }

  private static StorageReply ran(NodeReply reply) {
    if (reply instanceof NodeReply.Ran ran) {
      return ran.reply();
    }
    throw unexpected(reply);
  }

  private static IllegalStateException unexpected(NodeReply reply) {
    return new IllegalStateException("not what a node was asked for: " + reply);
  }
}
