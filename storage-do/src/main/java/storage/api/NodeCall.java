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

  /** Delete everything. */
  record Delete() implements NodeCall {}

  /** Say how large the database is. */
  record Size() implements NodeCall {}
}
