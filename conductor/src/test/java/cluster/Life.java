package cluster;

import async.Future;
import conductor.gateway.Unreachable;
import java.util.ArrayList;
import java.util.List;
import storage.api.NodeCall;
import storage.api.NodeReply;
import topology.wire.NodeLink;

/**
 * One life of a Topology object or a conductor, and the nodes as it sees them: when it ends, it
 * calls nobody and no answer reaches it any more, and those who asked it get none.
 */
final class Life implements NodeLink {
  private final NodeLink nodes;
  private final List<Runnable> ends = new ArrayList<>();
  private boolean ended;

  /** How many calls the life still makes; its end is behind the last one. */
  private int callsLeft = Integer.MAX_VALUE;

  Life(NodeLink nodes) {
    this.nodes = nodes;
  }

  /** Ends the life when it has sent so many calls more. */
  void endAfter(int calls) {
    callsLeft = calls;
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
    Runnable end = () -> first.fail(new Unreachable("who was asked has restarted"));
    if (ended) {
      end.run();
      return first.future();
    }
    ends.add(end);
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
    if (!ended && callsLeft == 0) {
      end();
    }
    if (ended) {
      return Future.<NodeReply>pending().future();
    }
    callsLeft--;
    return whileAlive(nodes.call(nodeId, call));
  }
}
