package conductor.executor;

import conductor.api.ErrorCode;
import conductor.api.SqlException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /**
   * The results of the wave that applies what was tried. Until writes over several nodes are
   * atomic, one that fails here may leave others applied: that is said, never hidden.
   */
  static SortedMap<Integer, StorageReply.Done> ofSecondWave(
      SortedMap<Integer, NodeCalls.Ended> ended) {
    SortedMap<Integer, StorageReply.Done> results = new TreeMap<>();
    StringBuilder failures = new StringBuilder();
    boolean lost = false;
    boolean stale = false;
    for (Map.Entry<Integer, NodeCalls.Ended> end : ended.entrySet()) {
      switch (end.getValue()) {
        case NodeCalls.Ended.Lost none -> {
          lost = true;
          append(failures, String.valueOf(none.why().getMessage()));
        }
        case NodeCalls.Ended.Answered answered -> {
          switch (answered.reply()) {
            case StorageReply.Done done -> results.put(end.getKey(), done);
            case StorageReply.Failed failed -> append(failures, failed.message());
            case StorageReply.Stale ignored -> {
              stale = true;
              append(failures, "the schema was changed");
            }
            case StorageReply.WrongNode ignored -> {
              stale = true;
              append(failures, "the database was dropped");
            }
          }
        }
      }
    }
    if (failures.length() == 0) {
      return results;
    }
    if (results.isEmpty() && !lost) {
      if (stale) {
        throw new StaleMetadata();
      }
      throw new SqlException(ErrorCode.SQL, failures.toString());
    }
    throw new SqlException(
        lost ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.PARTLY_APPLIED,
        "applied on " + results.size() + " of " + ended.size() + " nodes; elsewhere: " + failures);
  }

  private static void append(StringBuilder failures, String failure) {
    if (failures.indexOf(failure) < 0) {
      failures.append(failures.length() == 0 ? "" : "; ").append(failure);
    }
  }
}
