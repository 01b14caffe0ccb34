package conductor.gateway;

import async.Future;
import storage.api.Fate;
import storage.api.NodeReply;
import storage.api.StorageReply;
import storage.api.StorageRequest;
import storage.api.Transaction;
import storage.api.Verdict;

/** The Storage nodes as the conductor sees them. */
public interface StorageGateway {
  /**
   * Sends one request to the node that it names. Fails with {@link Unreachable} when no answer
   * comes: nobody then knows whether it was applied.
   */
  Future<StorageReply> send(StorageRequest request);

  /**
   * Tries a program and holds its node for the transaction until that ends. Fails with {@link
   * Unreachable} when no answer comes.
   *
   * @param patient whether to wait there, for a while, until the node is free
   */
  Future<StorageReply> hold(StorageRequest request, Transaction transaction, boolean patient);

  /**
   * Has the decider of a transaction commit it, unless it has ended already: {@link
   * NodeReply.Ruled} or {@link NodeReply.Forgotten}. Fails with {@link Unreachable} when no answer
   * comes; the same may be asked again.
   */
  Future<NodeReply> decide(String nodeId, Verdict commit);

  /**
   * Tells a node how a transaction ends. Fails with {@link Unreachable} when no answer comes; the
   * same may be told again.
   */
  Future<NodeReply> settle(String nodeId, Verdict verdict);

  /** What a node knows of how a transaction ends. Fails with {@link Unreachable}. */
  Future<Fate> trace(String nodeId, String transactionId);

  /** How large a node is and what it is held for. Fails with {@link Unreachable}. */
  Future<NodeReply.Described> describe(String nodeId);
}
