package conductor.gateway;

import async.Future;
import java.util.Optional;
import topology.api.ChangeOutcome;
import topology.api.CreateOutcome;
import topology.api.RowIdBlock;
import topology.api.SchemaChange;
import topology.api.Snapshot;
import topology.api.Token;

/**
 * The Topology objects as the conductor sees them: one request each, to the object of {@code
 * database}. Every future fails with {@link Unreachable} when no answer comes.
 *
 * <p>What the calls mean stands at {@code topology.ops.Topology}.
 */
public interface TopologyGateway {
  /** Creates the database; the same again does nothing. */
  Future<CreateOutcome> create(String database, int nodes, int slots);

  /** The metadata; empty when there is no such database. */
  Future<Optional<Snapshot>> snapshot(String database);

  /** Changes the schema on every node or on none. */
  Future<ChangeOutcome> change(String database, SchemaChange change);

  /** Adds a token; false when there is no such database. */
  Future<Boolean> addToken(String database, Token token);

  /** Takes a token back; the new epoch, or empty when there is no such database or token. */
  Future<Optional<Long>> revokeToken(String database, String changeId, String tokenId);

  /** Hands out row ids of a table. */
  Future<RowIdBlock> rowIds(String database, String table, long base, long count, long returned);

  /** Deletes the database with all of its nodes; false when there is none. */
  Future<Boolean> drop(String database);
}
