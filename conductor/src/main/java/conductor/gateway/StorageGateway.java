package conductor.gateway;

import async.Future;
import storage.api.StorageReply;
import storage.api.StorageRequest;

/** The Storage nodes as the conductor sees them. */
public interface StorageGateway {
  /**
   * Sends one request to the node that it names. Fails with {@link Unreachable} when no answer
   * comes: nobody then knows whether it was applied.
   */
  Future<StorageReply> send(StorageRequest request);

  /** The size of the node's database in bytes. */
  Future<Long> sizeBytes(String nodeId);
}
