package topology.ops;

import async.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import topology.api.ChangeOutcome;
import topology.api.CreateOutcome;
import topology.api.RowIdBlock;
import topology.api.SchemaChange;
import topology.api.SlotMap;
import topology.api.Snapshot;
import topology.api.Token;
import topology.store.StateStore;
import topology.store.TopologyState;
import topology.store.TopologyStore;

/**
 * The Topology object of one database: owner of its metadata.
 *
 * <p>Operations run one after the other. What a crash left half done is ended first, by the alarm
 * or by the next operation, whichever comes first.
 */
public final class Topology {
  private final TopologyStore store;
  private final Nodes nodes;
  private final SchemaChanger changer;
  private final Turns turns = new Turns();

  public Topology(StateStore store, Nodes nodes) {
    this.store = new TopologyStore(store);
    this.nodes = nodes;
    this.changer = new SchemaChanger(this.store, nodes);
  }

  /** Creates the database; the same again does nothing. */
  public Future<CreateOutcome> create(String database, int nodeCount, int slots) {
    return turns.take(
        () -> settled().flatMap(settled -> createSettled(database, nodeCount, slots)));
  }

  /** The metadata, once no change is under way; empty when there is no database. */
  public Future<Optional<Snapshot>> snapshot() {
    TopologyState state = store.state();
    if (state == null || isQuiet(state)) {
      return Future.of(Optional.ofNullable(state).map(TopologyState::snapshot));
    }
    return turns.take(() -> settled().map(quiet -> quiet.map(TopologyState::snapshot)));
  }

  /** Changes the schema on every node or on none. */
  public Future<ChangeOutcome> change(SchemaChange change) {
    return turns.take(
        () ->
            settled()
                .flatMap(
                    state ->
                        state.isPresent()
                            ? changer.change(state.get(), change)
                            : Future.of(new ChangeOutcome.NoDatabase())));
  }

  /**
   * Adds a token. The epoch stays: a conductor that does not know a token asks here before it
   * refuses it.
   *
   * @return whether there is such a database
   */
  public Future<Boolean> addToken(Token token) {
    return turns.take(() -> settled().map(state -> addToken(state, token)));
  }

  /**
   * Takes a token back at once: the epoch rises, so no conductor can go on with what it knew.
   *
   * @return empty when there is no such database or token
   */
  public Future<Optional<Long>> revokeToken(String changeId, String tokenId) {
    return turns.take(
        () ->
            settled()
                .flatMap(
                    state ->
                        state.isPresent()
                            ? revoke(state.get(), changeId, tokenId)
                            : Future.of(Optional.empty())));
  }

  /**
   * Hands out {@code count} row ids of {@code table}.
   *
   * @param base the least id that is free on all nodes
   * @param returned the end of the unused block that the asker gives back, or {@link
   *     RowIdBlock#NO_END}; the ids of the last block that was handed out become free again
   */
  public RowIdBlock rowIds(String table, long base, long count, long returned) {
    TopologyStore.Sequence given = store.sequence(table);
    boolean givenBack = returned != RowIdBlock.NO_END && returned == given.next();
    // The blocks before the last are still with others.
    long floor = givenBack ? given.floor() : given.next();
    long first = Math.max(base, floor);
    long end = first + count;
    if (end <= first) {
      throw new IllegalArgumentException("row ids of " + table + " are used up at " + first);
    }
    store.saveSequence(table, new TopologyStore.Sequence(end, floor));
    return new RowIdBlock(first, end);
  }

  /** Deletes the database with all of its nodes; false when there is none. */
  public Future<Boolean> drop() {
    return turns.take(
        () -> {
          TopologyState state = store.state();
          if (state == null) {
            return Future.of(false);
          }
          TopologyState dropping = state.withPhase(TopologyState.Phase.DROPPING);
          store.save(dropping);
          return deleteNodes(dropping).map(gone -> true);
        });
  }

  /** Ends what a crash has left; the platform rings again while this fails. */
  public Future<Boolean> alarm() {
    return turns.take(() -> settled().map(Optional::isPresent));
  }

  private static boolean isQuiet(TopologyState state) {
    return state.phase() == TopologyState.Phase.READY && state.pending() == null;
  }

  /** The state after everything half done has been ended. */
  private Future<Optional<TopologyState>> settled() {
    TopologyState state = store.state();
    if (state == null || isQuiet(state)) {
      return Future.of(Optional.ofNullable(state));
    }
    return switch (state.phase()) {
      case CREATING -> initializeNodes(state).map(Optional::of);
      case DROPPING -> deleteNodes(state).map(gone -> Optional.empty());
      case READY -> {
        TopologyState.Pending pending = state.pending();
        yield pending == null
            ? Future.of(Optional.of(state))
            : changer.resume(state, pending).map(ended -> Optional.ofNullable(store.state()));
      }
    };
  }

  private Future<CreateOutcome> createSettled(String database, int nodeCount, int slots) {
    TopologyState state = store.state();
    if (state != null) {
      SlotMap map = state.snapshot().slotMap();
      return Future.of(
          map.slots() == slots && map.nodes().size() == nodeCount
              ? new CreateOutcome.Existing(state.snapshot())
              : new CreateOutcome.Conflict(map.nodes().size(), map.slots()));
    }
    List<String> ids = new ArrayList<>(nodeCount);
    for (int i = 0; i < nodeCount; i++) {
      ids.add(nodes.newNodeId());
    }
    Snapshot snapshot =
        new Snapshot(
            database, 1, SlotMap.even(slots, ids), List.of(), List.of(), List.of(), List.of());
    TopologyState creating = new TopologyState(TopologyState.Phase.CREATING, snapshot, null, "");
    store.save(creating);
    return initializeNodes(creating).map(ready -> new CreateOutcome.Created(ready.snapshot()));
  }

  private Future<TopologyState> initializeNodes(TopologyState creating) {
    Snapshot snapshot = creating.snapshot();
    return SchemaChanger.onEveryNode(
            snapshot, node -> nodes.initialize(node.id(), snapshot.database(), snapshot.epoch()))
        .map(
            done -> {
              TopologyState ready = creating.withPhase(TopologyState.Phase.READY);
              store.save(ready);
              return ready;
            });
  }

  private Future<Boolean> deleteNodes(TopologyState dropping) {
    return SchemaChanger.onEveryNode(dropping.snapshot(), node -> nodes.delete(node.id()))
        .map(
            done -> {
              store.deleteAll();
              return true;
            });
  }

  private boolean addToken(Optional<TopologyState> state, Token token) {
    if (state.isEmpty()) {
      return false;
    }
    Snapshot snapshot = state.get().snapshot();
    List<Token> tokens = new ArrayList<>(snapshot.tokens());
    tokens.removeIf(known -> known.id().equals(token.id()));
    tokens.add(token);
    store.save(state.get().withSnapshot(withTokens(snapshot, tokens)));
    return true;
  }

  private Future<Optional<Long>> revoke(TopologyState state, String changeId, String tokenId) {
    Snapshot snapshot = state.snapshot();
    List<Token> tokens = new ArrayList<>(snapshot.tokens());
    if (!tokens.removeIf(token -> token.id().equals(tokenId))) {
      return Future.of(Optional.empty());
    }
    SchemaChange change =
        new SchemaChange(
            changeId,
            snapshot.epoch(),
            List.of(),
            snapshot.tables(),
            snapshot.indexes(),
            snapshot.views());
    return changer
        .change(state, change, tokens)
        .flatMap(
            outcome ->
                switch (outcome) {
                  case ChangeOutcome.Applied applied -> Future.of(Optional.of(applied.epoch()));
                  case ChangeOutcome.Stale stale ->
                      throw new IllegalStateException("epoch moved to " + stale.epoch());
                  case ChangeOutcome.Refused refused ->
                      throw new IllegalStateException(refused.message());
                  // The call came twice, and the first one's change was undone in the midst.
                  case ChangeOutcome.Undone ignored -> revoke(state, changeId + "+", tokenId);
                  case ChangeOutcome.NoDatabase none -> Future.of(Optional.empty());
                });
  }

  private static Snapshot withTokens(Snapshot snapshot, List<Token> tokens) {
    return new Snapshot(
        snapshot.database(),
        snapshot.epoch(),
        snapshot.slotMap(),
        snapshot.tables(),
        snapshot.indexes(),
        snapshot.views(),
        tokens);
  }
}
