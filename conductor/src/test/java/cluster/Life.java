package cluster;

import async.Future;
import conductor.gateway.Unreachable;
import java.util.ArrayList;
import java.util.List;
import storage.api.NodeCall;
import storage.api.NodeReply;
import topology.wire.NodeLink;

/**
 * One life of a Topology object, and the nodes as it sees them: when it ends, no answer reaches the
 * object any more, and those who asked it get none.
 */
final class Life implements NodeLink {
  private final NodeLink nodes;
  private final List<Runnable> ends = new ArrayList<>();
  private boolean ended;

  Life(NodeLink nodes) {
    this.nodes = nodes;
  }

  void end() {
    ended = true;
    List.copyOf(ends).forEach(Runnable::run);
    ends.clear();
  }

  /** What the object answers, or a failure when its life ends before. */
  <T> Future<T> until(Future<T> answer) {
    if (answer.isDone()) {
      return answer;
    }
    Future.Completer<T> first = Future.pending();
    ends.add(() -> first.fail(new Unreachable("the topology has restarted")));
    passOn(answer, first);
    return first.future();
  }

  private <T> Future<T> whileAlive(Future<T> answer) {
    Future.Completer<T> heard = Future.pending();
    passOn(answer, heard);
    return heard.future();
  }

  private <T> void passOn(Future<T> answer, Future.Completer<T> to) {
    Future<Boolean> passed =
        answer.map(
            value -> {
              if (!ended) {
                to.complete(value);
              }
              return true;
            });
    passed.recover(
        failure -> {
          if (!ended) {
            to.fail(failure);
          }
          return Future.of(false);
        });
  }

  @Override
  public String newNodeId() {
    return nodes.newNodeId();
  }

  @Override
  public Future<NodeReply> call(String nodeId, NodeCall call) {
    return whileAlive(nodes.call(nodeId, call));
  }
}
