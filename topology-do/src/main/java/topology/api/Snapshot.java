package topology.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All metadata of one database as of one epoch.
 *
 * <p>It may be as old as it likes: every request to a node carries the epoch, and a node of another
 * epoch does nothing.
 *
 * @param database its name
 * @param epoch raised by every change of anything in here
 * @param slotMap which node holds which slots
 * @param tables in the order of their creation
 * @param indexes in the order of their creation
 * @param views in the order of their creation
 * @param tokens that open it
 */
public record Snapshot(
    String database,
    long epoch,
    SlotMap slotMap,
    List<Table> tables,
    List<Index> indexes,
    List<View> views,
    List<Token> tokens) {
  public Snapshot {
    tables = List.copyOf(tables);
    indexes = List.copyOf(indexes);
    views = List.copyOf(views);
    tokens = List.copyOf(tokens);
  }

  /** The table of this name, or null. */
  public @Nullable Table table(String name) {
    for (Table table : tables) {
      if (sameName(table.name(), name)) {
        return table;
      }
    }
    return null;
  }

  /** The index of this name, or null. */
  public @Nullable Index index(String name) {
    for (Index index : indexes) {
      if (sameName(index.name(), name)) {
        return index;
      }
    }
    return null;
  }

  /** The view of this name in the schema main or temp, or null. */
  public @Nullable View view(String name, boolean temporary) {
    for (View view : views) {
      if (view.temporary() == temporary && sameName(view.name(), name)) {
        return view;
      }
    }
    return null;
  }

  /** Whether SQLite takes the two names for one: ASCII letters without regard to case. */
  public static boolean sameName(String left, String right) {
    if (left.length() != right.length()) {
      return false;
    }
    for (int i = 0; i < left.length(); i++) {
      if (lower(left.charAt(i)) != lower(right.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
