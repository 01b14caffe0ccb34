package conductor.gateway;

import async.Future;
import storage.api.Fate;
import storage.api.NodeReply;
import storage.api.PageReply;
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
}
