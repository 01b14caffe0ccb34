package topology.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import json.JsonReader;
import json.JsonText;
import org.jspecify.annotations.Nullable;
import topology.store.StateStore;

/** The names of all databases, in one object of their own. */
public final class NameRegistry {
  private static final String NAMES = "names";

  private final StateStore store;
  private @Nullable SortedSet<String> loaded;

  public NameRegistry(StateStore store) {
    this.store = store;
  }

  /** Enters a name; false when it was there. */
  public boolean add(String database) {
    boolean added = names().add(database);
    if (added) {
      save();
    }
    return added;
  }

  /** Takes a name out; false when it was not there. */
  public boolean remove(String database) {
    boolean removed = names().remove(database);
    if (removed) {
      save();
    }
    return removed;
  }

  /** All names in alphabetical order. */
  public List<String> list() {
    return new ArrayList<>(names());
  }

  private SortedSet<String> names() {
    if (loaded == null) {
      String text = store.read(NAMES);
      SortedSet<String> names = new TreeSet<>();
      if (text != null) {
        JsonReader json = JsonReader.of(text);
        names.addAll(json.list(json::text));
      }
      loaded = names;
    }
    return loaded;
  }

  private void save() {
    List<String> names = list();
    store.write(NAMES, JsonText.write(json -> JsonText.writeTexts(names, json)));
  }
}
