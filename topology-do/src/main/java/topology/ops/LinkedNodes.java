package topology.ops;

import async.Future;
import java.util.List;
import storage.api.ChangeVote;
import storage.api.NodeCall;
import storage.api.NodeReply;
import topology.wire.NodeLink;

/** The Storage nodes at the other end of a link. */
public final class LinkedNodes implements Nodes {
  private final NodeLink link;

  public LinkedNodes(NodeLink link) {
    this.link = link;
  }

  @Override
  public String newNodeId() {
    return link.newNodeId();
  }

  @Override
  public Future<Done> initialize(String nodeId, String database, long epoch) {
    return done(nodeId, new NodeCall.Initialize(nodeId, epoch));
  }

  @Override
  public Future<ChangeVote> prepare(
      String nodeId, String changeId, long fromEpoch, List<String> statements) {
    return link.call(nodeId, new NodeCall.Prepare(changeId, fromEpoch, statements))
        .map(
            reply -> {
              if (reply instanceof NodeReply.Voted voted) {
                return voted.vote();
              }
              throw unexpected(reply);
            });
  }

  @Override
  public Future<Done> apply(
      String nodeId, String changeId, long fromEpoch, long toEpoch, List<String> statements) {
    return done(nodeId, new NodeCall.Apply(changeId, toEpoch, statements));
  }

  @Override
  public Future<Done> release(String nodeId, String changeId) {
    return done(nodeId, new NodeCall.Release(changeId));
  }

  @Override
  public Future<Done> delete(String nodeId) {
    return done(nodeId, new NodeCall.Delete());
  }

  private Future<Done> done(String nodeId, NodeCall call) {
    return link.call(nodeId, call)
        .map(
            reply -> {
              if (reply instanceof NodeReply.Done) {
                return Done.DONE;
              }
              throw unexpected(reply);
            });
  }

  private static IllegalStateException unexpected(NodeReply reply) {
    return new IllegalStateException("not what a node was asked for: " + reply);
  }
}
