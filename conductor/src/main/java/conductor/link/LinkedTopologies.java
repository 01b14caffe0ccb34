package conductor.link;

import async.Future;
import conductor.gateway.Registry;
import conductor.gateway.TopologyGateway;
import conductor.gateway.Unreachable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import topology.api.ChangeOutcome;
import topology.api.CreateOutcome;
import topology.api.RowIdBlock;
import topology.api.SchemaChange;
import topology.api.Snapshot;
import topology.api.Token;
import topology.api.TopologyCall;
import topology.api.TopologyReply;

/** The Topology objects and the registry at the other end of a link. */
public final class LinkedTopologies implements TopologyGateway, Registry {
  /** The object that holds the names; no database's object has this name. */
  public static final String REGISTRY = "registry";

  private static final String DATABASE = "database/";

  private final TopologyLink link;

  public LinkedTopologies(TopologyLink link) {
    this.link = link;
  }

  @Override
  public Future<CreateOutcome> create(String database, int nodes, int slots) {
    return ask(
        database,
        new TopologyCall.Create(database, nodes, slots),
        reply -> {
          if (reply instanceof TopologyReply.Creation wanted) {
            return wanted.outcome();
          }
          throw unexpected(reply);
        });
  }

  @Override
  public Future<Optional<Snapshot>> snapshot(String database) {
    return ask(
        database,
        new TopologyCall.GetSnapshot(),
        reply -> {
          if (reply instanceof TopologyReply.Metadata wanted) {
            return wanted.snapshot();
          }
          throw unexpected(reply);
        });
  }

  @Override
  public Future<ChangeOutcome> change(String database, SchemaChange change) {
    return ask(
        database,
        new TopologyCall.Change(change),
        reply -> {
          if (reply instanceof TopologyReply.Changed wanted) {
            return wanted.outcome();
          }
          throw unexpected(reply);
        });
  }

  @Override
  public Future<Boolean> addToken(String database, Token token) {
    return ask(database, new TopologyCall.AddToken(token), LinkedTopologies::something);
  }

  @Override
  public Future<Optional<Long>> revokeToken(String database, String changeId, String tokenId) {
    return ask(
        database,
        new TopologyCall.RevokeToken(changeId, tokenId),
        reply -> {
          if (reply instanceof TopologyReply.Revoked wanted) {
            return wanted.epoch();
          }
          throw unexpected(reply);
        });
  }

  @Override
  public Future<RowIdBlock> rowIds(
      String database, String table, long base, long count, long returned) {
    return ask(
        database,
        new TopologyCall.TakeRowIds(table, base, count, returned),
        reply -> {
          if (reply instanceof TopologyReply.RowIds wanted) {
            return wanted.block();
          }
          throw unexpected(reply);
        });
  }

  @Override
  public Future<Boolean> drop(String database) {
    return ask(database, new TopologyCall.DropDatabase(), LinkedTopologies::something);
  }

  @Override
  public Future<Boolean> add(String database) {
    return call(REGISTRY, new TopologyCall.AddName(database)).map(LinkedTopologies::something);
  }

  @Override
  public Future<Boolean> remove(String database) {
    return call(REGISTRY, new TopologyCall.RemoveName(database)).map(LinkedTopologies::something);
  }

  @Override
  public Future<List<String>> list() {
    return call(REGISTRY, new TopologyCall.ListNames())
        .map(
            reply -> {
              if (reply instanceof TopologyReply.Names wanted) {
                return wanted.names();
              }
              throw unexpected(reply);
            });
  }

  private <T> Future<T> ask(String database, TopologyCall call, Function<TopologyReply, T> answer) {
    return call(DATABASE + database, call).map(answer);
  }

  private Future<TopologyReply> call(String object, TopologyCall call) {
    return link.call(object, call).recover(failure -> Future.failed(Unreachable.of(failure)));
  }

  private static boolean something(TopologyReply reply) {
    if (reply instanceof TopologyReply.Did did) {
      return did.something();
    }
    throw unexpected(reply);
  }

  private static IllegalStateException unexpected(TopologyReply reply) {
    return new IllegalStateException("not what a Topology was asked for: " + reply);
  }
}
