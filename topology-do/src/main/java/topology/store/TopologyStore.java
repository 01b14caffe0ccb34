package topology.store;

import org.jspecify.annotations.Nullable;
import topology.api.RowIdBlock;
import topology.api.Snapshot;

/** The state and the sequences of one database in its {@link StateStore}. */
public final class TopologyStore {
  private static final String STATE = "state";
  private static final String SEQUENCE = "sequence/";

  private final StateStore store;
  private @Nullable TopologyState loaded;

  public TopologyStore(StateStore store) {
    this.store = store;
  }

  /** The state, or null when there is no database. */
  public @Nullable TopologyState state() {
    if (loaded == null) {
      String text = store.read(STATE);
      loaded = text == null ? null : StateJson.read(text);
    }
    return loaded;
  }

  /** Keeps {@code state}, with the alarm set exactly while something is under way. */
  public void save(TopologyState state) {
    store.write(STATE, StateJson.write(state));
    loaded = state;
    if (state.phase() == TopologyState.Phase.READY && state.pending() == null) {
      store.clearAlarm();
    } else {
      store.setAlarm();
    }
  }

  /**
   * The id behind the last one that any conductor was given for {@code table}; {@link
   * RowIdBlock#NO_END} before that.
   */
  public long sequence(String table) {
    String text = store.read(SEQUENCE + folded(table));
    return text == null ? RowIdBlock.NO_END : Long.parseLong(text);
  }

  /** Keeps the id behind the last one given. */
  public void saveSequence(String table, long next) {
    store.write(SEQUENCE + folded(table), Long.toString(next));
  }

  /** Forgets the sequences of the tables that {@code after} no longer has. */
  public void forgetSequences(Snapshot before, Snapshot after) {
    before.tables().stream()
        .filter(table -> after.table(table.name()) == null)
        .forEach(table -> saveSequence(table.name(), RowIdBlock.NO_END));
  }

  /** Forgets the database. */
  public void deleteAll() {
    store.deleteAll();
    loaded = null;
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }
}
