package topology.ops;

import async.Future;
import java.util.List;
import storage.api.ChangeVote;

/**
 * The Storage nodes as Topology sees them. Every future ends: a message without an answer fails it
 * after a deadline. Every call may be repeated without harm.
 */
public interface Nodes {
  /** An id that nobody can guess, of an object that nobody has used. */
  String newNodeId();

  /** Makes the node one of {@code database} at {@code epoch}; nothing when it is already. */
  Future<Done> initialize(String nodeId, String database, long epoch);

  /**
   * Asks the node whether it can apply a change. It runs the statements and rolls them back, and
   * when they went well it is fenced, durably: it answers no statement until {@link #apply} or
   * {@link #release}. So nothing can come between its word and the change.
   */
  Future<ChangeVote> prepare(
      String nodeId, String changeId, long fromEpoch, List<String> statements);

  /** Applies a change, moves the node to {@code toEpoch} and lifts its fence, all in one. */
  Future<Done> apply(
      String nodeId, String changeId, long fromEpoch, long toEpoch, List<String> statements);

  /**
   * Lifts the fence of a change that will not be applied. Until its epoch moves, the node remembers
   * that the change is over: a {@link #prepare} of it that arrives late must not fence it again.
   */
  Future<Done> release(String nodeId, String changeId);

  /** Deletes everything that the node holds; afterwards it answers nothing. */
  Future<Done> delete(String nodeId);

  /** That a node has done what it was told. */
  enum Done {
    DONE
  }
}
