package conductor.http;

import async.Future;
import conductor.api.ErrorCode;
import conductor.api.SqlException;
import conductor.cache.MetadataCache;
import conductor.gateway.Gateways;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import topology.api.CreateOutcome;
import topology.api.SlotMap;
import topology.api.Snapshot;

/** Creating, describing, listing and dropping databases. Admission is over. */
final class Databases {
  private final int defaultNodes;
  private final MetadataCache cache;

  Databases(Settings settings, MetadataCache cache) {
    this.defaultNodes = settings.defaultNodes();
    this.cache = cache;
  }

  /**
   * Creates a database, or finds that it is there: a number that the body does not give is whatever
   * the existing one has.
   */
  Future<HttpReply> create(Gateways gateways, String database, String text) {
    DatabaseBody body = DatabaseBody.read(text);
    return gateways
        .topology()
        .snapshot(database)
        .flatMap(
            snapshot ->
                snapshot.isPresent()
                    ? existing(gateways, body, snapshot.get())
                    : createNew(gateways, database, body));
  }

  private Future<HttpReply> createNew(Gateways gateways, String database, DatabaseBody body) {
    return gateways
        .registry()
        .add(database)
        .flatMap(
            named ->
                Lost.unknown(
                    gateways
                        .topology()
                        .create(database, body.nodesOfNew(defaultNodes), body.slotsOfNew()),
                    "the database was created"))
        .flatMap(
            outcome ->
                switch (outcome) {
                  case CreateOutcome.Created created -> named(gateways, 201, created.snapshot());
                  case CreateOutcome.Existing existing -> named(gateways, 200, existing.snapshot());
                  // Someone else has created it meanwhile.
                  case CreateOutcome.Conflict conflict -> {
                    if (!body.admits(conflict.nodes(), conflict.slots())) {
                      throw conflict(database, conflict.nodes(), conflict.slots());
                    }
                    yield described(gateways, database);
                  }
                });
  }

  private static Future<HttpReply> existing(
      Gateways gateways, DatabaseBody body, Snapshot snapshot) {
    SlotMap map = snapshot.slotMap();
    if (!body.admits(map.nodes().size(), map.slots())) {
      throw conflict(snapshot.database(), map.nodes().size(), map.slots());
    }
    return named(gateways, 200, snapshot);
  }

  /** Enters the name once more: a drop that went on beside the creation may have taken it out. */
  private static Future<HttpReply> named(Gateways gateways, int status, Snapshot snapshot) {
    return Lost.unknown(
            gateways.registry().add(snapshot.database()),
            "the database is in the list of databases")
        .flatMap(added -> Description.reply(gateways, status, snapshot));
  }

  /** Describes a database. */
  static Future<HttpReply> described(Gateways gateways, String database) {
    return gateways
        .topology()
        .snapshot(database)
        .map(found -> found.orElseThrow(() -> MetadataCache.noSuchDatabase(database)))
        .flatMap(snapshot -> Description.reply(gateways, 200, snapshot));
  }

  /** Lists databases; a name whose database is not created yet, or no more, is passed over. */
  static Future<HttpReply> list(Gateways gateways) {
    List<Description.Line> lines = new ArrayList<>();
    return gateways
        .registry()
        .list()
        .flatMap(names -> Future.inOrder(names.size(), i -> addLine(gateways, names.get(i), lines)))
        .map(all -> Description.list(lines));
  }

  private static Future<Boolean> addLine(
      Gateways gateways, String database, List<Description.Line> lines) {
    return gateways
        .topology()
        .snapshot(database)
        .flatMap(
            snapshot ->
                snapshot.isEmpty()
                    ? Future.of(false)
                    : Description.bytesOfNodes(gateways, snapshot.get())
                        .map(bytes -> lines.add(new Description.Line(snapshot.get(), bytes))));
  }

  /** Drops a database with all of its nodes. */
  Future<HttpReply> drop(Gateways gateways, String database) {
    return Lost.unknown(gateways.topology().drop(database), "the database was dropped")
        .flatMap(
            dropped -> {
              cache.forget(database);
              return forgetName(gateways, database).map(forgotten -> dropped);
            })
        .map(
            dropped -> {
              if (!dropped) {
                throw MetadataCache.noSuchDatabase(database);
              }
              return Replies.success(
                  200,
                  json -> {
                    json.writeStartObject();
                    json.writeStringField("name", database);
                    json.writeEndObject();
                  });
            });
  }

  /** Takes the name out, and enters it again when the database has been created anew meanwhile. */
  private static Future<Boolean> forgetName(Gateways gateways, String database) {
    Future<Optional<Snapshot>> remaining =
        gateways
            .registry()
            .remove(database)
            .flatMap(removed -> gateways.topology().snapshot(database));
    return Lost.unknown(
        remaining.flatMap(
            snapshot ->
                snapshot.isPresent() ? gateways.registry().add(database) : Future.of(false)),
        "the name of the database, which is dropped, was taken out of the list");
  }

  private static SqlException conflict(String database, int nodes, int slots) {
    return new SqlException(
        ErrorCode.CONFLICT,
        "the database " + database + " exists with " + nodes + " nodes and " + slots + " slots");
  }
}
