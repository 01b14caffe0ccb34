package storage.api;

import java.util.List;

/** Everything that a Storage object is asked. What each of them means stands at the node. */
public sealed interface NodeCall {
  /** Run statements. */
  record Run(StorageRequest request) implements NodeCall {}

  /** Become the node {@code nodeId}. */
  record Initialize(String nodeId, long epoch) implements NodeCall {}

  /** Say whether a change of the schema can be applied, and be fenced when it can. */
  record Prepare(String changeId, long fromEpoch, List<String> statements) implements NodeCall {
    public Prepare {
      statements = List.copyOf(statements);
    }
  }

  /** Apply a change and move to {@code toEpoch}. */
  record Apply(String changeId, long toEpoch, List<String> statements) implements NodeCall {
    public Apply {
      statements = List.copyOf(statements);
    }
  }

  /** Lift the fence of a change that will not be applied. */
  record Release(String changeId) implements NodeCall {}

  /**
   * Try a program, and hold the node for the transaction that it is of until that ends.
   *
   * @param request the program, to be tried
   * @param patient whether the call may wait at the object, for a while, until the node is free
   */
  record Hold(StorageRequest request, Transaction transaction, boolean patient)
      implements NodeCall {
    public Hold {
      if (request.mode() != StorageRequest.Mode.TRY) {
        throw new IllegalArgumentException("a node is held by a trial");
      }
    }
  }

  /** Commit a transaction whose decider this node is, unless it has ended already. */
  record Decide(Verdict commit) implements NodeCall {
    public Decide {
      if (!commit.committed()) {
        throw new IllegalArgumentException("only a commit is decided");
      }
    }
  }

  /** Let transactions end as has been decided. */
  record Settle(List<Verdict> verdicts) implements NodeCall {
    public Settle {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** Say how a transaction ends whose decider this node is: not at all is an abort. */
  record Ask(String transactionId, long deadlineMillis) implements NodeCall {}

  /** The node's alarm rings. */
  record Alarm() implements NodeCall {}

  /** A node has given this reply to an errand. */
  record Heard(String nodeId, NodeReply reply) implements NodeCall {}

  /**
   * Begin a read whose rows come page by page, all of one moment.
   *
   * @param request one query
   * @param cursor what the read is called from now on; no other has that name
   * @param characters how many characters a page has, more or less
   */
  record Open(StorageRequest request, String cursor, int characters) implements NodeCall {}

  /**
   * Give the next page of a read.
   *
   * @param page how many were given before
   */
  record Fetch(String cursor, int page) implements NodeCall {}

  /** End a read; nothing when it has ended. */
  record Close(String cursor) implements NodeCall {}

  /** Delete everything. */
  record Delete() implements NodeCall {}

  /** Say what is known of how a transaction ends, and change nothing about it. */
  record Trace(String transactionId) implements NodeCall {}

  /** Say how large the database is and what the node is held for. */
  record Describe() implements NodeCall {}
}
