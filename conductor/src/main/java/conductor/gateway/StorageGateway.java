package conductor.gateway;

import async.Future;
import storage.api.PageReply;
import storage.api.StorageReply;
import storage.api.StorageRequest;

/** The Storage nodes as the conductor sees them. */
public interface StorageGateway {
  /**
   * Sends one request to the node that it names. Fails with {@link Unreachable} when no answer
   * comes: nobody then knows whether it was applied.
   */
  Future<StorageReply> send(StorageRequest request);

  /**
   * Begins a read on the node that the request names, whose rows come page by page: all of one
   * moment. Fails with {@link Unreachable} when no answer comes, as the others do.
   *
   * @param request one query
   * @param cursor what the read is called; no other has that name
   * @param characters how many characters a page has, more or less
   */
  Future<PageReply> open(StorageRequest request, String cursor, int characters);

  /**
   * The next page of a read.
   *
   * @param page how many were given before
   */
  Future<PageReply> fetch(String nodeId, String cursor, int page);

  /** Ends a read that is not wanted any more; nothing when it has ended. */
  Future<Boolean> close(String nodeId, String cursor);

  /** The size of the node's database in bytes. */
  Future<Long> sizeBytes(String nodeId);
}
