package storage.api;

/** What a Storage object answers to a {@link NodeCall}. */
public sealed interface NodeReply {
  /** To {@link NodeCall.Run}. */
  record Ran(StorageReply reply) implements NodeReply {}

  /** To {@link NodeCall.Prepare}. */
  record Voted(ChangeVote vote) implements NodeReply {}

  /** To {@link NodeCall.Size}, in bytes. */
  record Sized(long bytes) implements NodeReply {}

  /** To {@link NodeCall.Open} and {@link NodeCall.Fetch}. */
  record Paged(PageReply reply) implements NodeReply {}

  /** To everything else: it is done. */
  record Done() implements NodeReply {}
}
