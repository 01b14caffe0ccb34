package storage.api;

import java.util.List;

/** What a Storage object answers to a {@link NodeCall}. */
public sealed interface NodeReply {
  /** To {@link NodeCall.Run} and {@link NodeCall.Hold}. */
  record Ran(StorageReply reply) implements NodeReply {}

  /** To {@link NodeCall.Prepare}. */
  record Voted(ChangeVote vote) implements NodeReply {}

  /** To {@link NodeCall.Trace}. */
  record Traced(Fate fate) implements NodeReply {}

  /**
   * To {@link NodeCall.Describe}.
   *
   * @param bytes the size of the database
   * @param transactionsInDoubt the transactions that the node is held for: one at most
   */
  record Described(long bytes, List<String> transactionsInDoubt) implements NodeReply {
    public Described {
      transactionsInDoubt = List.copyOf(transactionsInDoubt);
    }
  }

  /** To {@link NodeCall.Decide} and {@link NodeCall.Ask}: how the transaction ends. */
  record Ruled(Verdict verdict) implements NodeReply {}

  /** To {@link NodeCall.Decide}: it ended so long ago that the node does not know how. */
  record Forgotten() implements NodeReply {}

  /** To {@link NodeCall.Settle}: these have ended here. */
  record Settled(List<String> transactionIds) implements NodeReply {
    public Settled {
      transactionIds = List.copyOf(transactionIds);
    }
  }

  /** To {@link NodeCall.Alarm}: what the node wants done. */
  record Errands(List<Errand> errands) implements NodeReply {
    public Errands {
      errands = List.copyOf(errands);
    }
  }

  /** To {@link NodeCall.Open} and {@link NodeCall.Fetch}. */
  record Paged(PageReply reply) implements NodeReply {}

  /** To everything else: it is done. */
  record Done() implements NodeReply {}
}
