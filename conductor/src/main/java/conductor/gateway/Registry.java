package conductor.gateway;

import async.Future;
import java.util.List;

/**
 * The names of all databases, in one object of their own.
 *
 * <p>A name is entered before its database is created and taken out after it is dropped, so it may
 * name a database that is not there, and none that is there lacks its name.
 */
public interface Registry {
  /** Enters a name; nothing when it is there. */
  Future<Boolean> add(String database);

  /** Takes a name out; nothing when it is not there. */
  Future<Boolean> remove(String database);

  /** All names in alphabetical order. */
  Future<List<String>> list();
}
