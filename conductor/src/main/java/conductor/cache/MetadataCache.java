package conductor.cache;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.Limits;
import conductor.api.SqlException;
import conductor.gateway.Gateways;
import conductor.semantics.Catalog;
import java.util.Optional;
import topology.api.Snapshot;
import topology.api.SnapshotJson;

/**
 * Metadata in tiers: this isolate, then the cache that the isolates of one place share, then
 * Topology. That a database does not exist is never remembered, and a shared cache that fails is as
 * good as an empty one.
 */
public final class MetadataCache {
  private final LeastRecent<CachedDatabase> databases = new LeastRecent<>(Limits.SNAPSHOTS);

  /**
   * Metadata and where it is from.
   *
   * @param database the schema and its plans
   * @param topologyRequests how many requests to Topology it took
   */
  public record Found(CachedDatabase database, int topologyRequests) {}

  /** The metadata that is nearest. */
  public Future<Found> find(Gateways gateways, String name) {
    CachedDatabase known = databases.get(name);
    if (known != null) {
      return Future.of(new Found(known, 0));
    }
    return gateways
        .cache()
        .get(key(name))
        .recover(failure -> Future.of(Optional.empty()))
        .flatMap(
            text ->
                text.isPresent()
                    ? Future.of(new Found(remember(SnapshotJson.read(text.get())), 0))
                    : refresh(gateways, name));
  }

  /** The metadata as Topology has it. */
  public Future<Found> refresh(Gateways gateways, String name) {
    return gateways
        .topology()
        .snapshot(name)
        .flatMap(
            snapshot -> {
              if (snapshot.isEmpty()) {
                databases.remove(name);
                return Future.failed(noSuchDatabase(name));
              }
              CachedDatabase known = databases.get(name);
              CachedDatabase found =
                  known != null && known.catalog().snapshot().equals(snapshot.get())
                      ? known
                      : remember(snapshot.get());
              return gateways
                  .cache()
                  .put(key(name), SnapshotJson.write(snapshot.get()))
                  .recover(failure -> Future.of(false))
                  .map(kept -> new Found(found, 1));
            });
  }

  /** Forgets what this isolate knows of a database. */
  public void forget(String name) {
    databases.remove(name);
  }

  /** The error for a database that is not there. */
  public static SqlException noSuchDatabase(String name) {
    return new SqlException(ErrorCode.NOT_FOUND, "no such database: " + name);
  }

  private CachedDatabase remember(Snapshot snapshot) {
    CachedDatabase database = new CachedDatabase(new Catalog(snapshot));
    databases.put(snapshot.database(), database);
    return database;
  }

  private static String key(String name) {
    return "snapshot/" + name;
  }
}
