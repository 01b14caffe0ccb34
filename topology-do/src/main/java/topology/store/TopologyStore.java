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
   * The row ids of a table that were handed out.
   *
   * @param next the id behind the last of them
   * @param floor the id behind the last that someone may still use when the last block is given
   *     back
   */
  public record Sequence(long next, long floor) {
    /** Nothing was handed out. */
    public static final Sequence UNUSED = new Sequence(RowIdBlock.NO_END, RowIdBlock.NO_END);
  }

  /** What was handed out of {@code table}. */
  public Sequence sequence(String table) {
    String text = store.read(SEQUENCE + folded(table));
    if (text == null) {
      return Sequence.UNUSED;
    }
    int comma = text.indexOf(',');
    return new Sequence(
        Long.parseLong(text.substring(0, comma)), Long.parseLong(text.substring(comma + 1)));
  }

  /** Keeps what was handed out. */
  public void saveSequence(String table, Sequence sequence) {
    store.write(SEQUENCE + folded(table), sequence.next() + "," + sequence.floor());
  }

  /** Forgets the sequences of the tables that {@code after} no longer has. */
  public void forgetSequences(Snapshot before, Snapshot after) {
    before.tables().stream()
        .filter(table -> after.table(table.name()) == null)
        .forEach(table -> saveSequence(table.name(), Sequence.UNUSED));
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
