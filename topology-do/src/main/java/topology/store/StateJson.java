package topology.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import json.JsonReader;
import json.JsonText;
import topology.api.SchemaChange;
import topology.api.Snapshot;
import topology.api.SnapshotJson;

/**
 * A {@link TopologyState} as a JSON array of fixed length.
 *
 * <p>Shape: {@code [phase, lastChangeId, snapshot]}, and while a change is under way {@code [phase,
 * lastChangeId, snapshot, changeId, decided, [statement, ...], snapshotAfter]}, the snapshots as
 * texts of {@link SnapshotJson}.
 */
final class StateJson {
  private StateJson() {}

  static String write(TopologyState state) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          json.writeString(state.phase().name());
          json.writeString(state.lastChangeId());
          json.writeString(SnapshotJson.write(state.snapshot()));
          TopologyState.Pending pending = state.pending();
          if (pending != null) {
            writePending(json, state.snapshot(), pending);
          }
          json.writeEndArray();
        });
  }

  private static void writePending(
      JsonGenerator json, Snapshot published, TopologyState.Pending pending) throws IOException {
    SchemaChange change = pending.change();
    json.writeString(change.id());
    json.writeBoolean(pending.decided());
    JsonText.writeTexts(change.statements(), json);
    json.writeString(SnapshotJson.write(pending.after(published)));
  }

  static TopologyState read(String text) {
    JsonReader json = JsonReader.of(text);
    json.open();
    TopologyState.Phase phase = TopologyState.Phase.valueOf(json.text());
    String lastChangeId = json.text();
    Snapshot snapshot = SnapshotJson.read(json.text());
    TopologyState.Pending pending = json.more() ? readPending(json) : null;
    json.close();
    return new TopologyState(phase, snapshot, pending, lastChangeId);
  }

  private static TopologyState.Pending readPending(JsonReader json) {
    String id = json.text();
    boolean decided = json.flag();
    List<String> statements = json.list(json::text);
    Snapshot after = SnapshotJson.read(json.text());
    SchemaChange change =
        new SchemaChange(
            id, after.epoch() - 1, statements, after.tables(), after.indexes(), after.views());
    return new TopologyState.Pending(change, after.tokens(), decided);
  }
}
