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

  /** Say how large the database is. */
  record Size() implements NodeCall {}
}
