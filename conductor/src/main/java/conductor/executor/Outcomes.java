package conductor.executor;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.SortedMap;
import storage.api.StorageReply;

/** What may be said of a request after the wave of requests that applies it. */
final class Outcomes {
  private Outcomes() {}

  /** The results of a wave that is the only one: it writes on one node at most. */
  static SortedMap<Integer, StorageReply.Done> ofOnlyWave(
      SortedMap<Integer, NodeCalls.Ended> ended, boolean writes, NodeCalls.Origins origins) {
    for (NodeCalls.Ended end : ended.values()) {
      if (writes && end instanceof NodeCalls.Ended.Lost lost) {
        throw new SqlException(
            ErrorCode.OUTCOME_UNKNOWN,
            lost.why().getMessage() + ": it is not known whether the write was applied");
      }
    }
    return NodeCalls.done(ended, origins);
  }
}
