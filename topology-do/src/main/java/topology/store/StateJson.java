package topology.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  private static final JsonFactory FACTORY = new JsonFactory();

  private StateJson() {}

  static String write(TopologyState state) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartArray();
      json.writeString(state.phase().name());
      json.writeString(state.lastChangeId());
      json.writeString(SnapshotJson.write(state.snapshot()));
      TopologyState.Pending pending = state.pending();
      if (pending != null) {
        writePending(json, state.snapshot(), pending);
      }
      json.writeEndArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return text.toString();
  }

  private static void writePending(
      JsonGenerator json, Snapshot published, TopologyState.Pending pending) throws IOException {
    SchemaChange change = pending.change();
    json.writeString(change.id());
    json.writeBoolean(pending.decided());
    json.writeStartArray();
    for (String statement : change.statements()) {
      json.writeString(statement);
    }
    json.writeEndArray();
    json.writeString(
        SnapshotJson.write(
            new Snapshot(
                published.database(),
                change.fromEpoch(),
                published.slotMap(),
                change.tables(),
                change.indexes(),
                change.views(),
                published.tokens())));
  }

  static TopologyState read(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      expect(json, JsonToken.START_ARRAY);
      TopologyState.Phase phase = TopologyState.Phase.valueOf(nextText(json));
      String lastChangeId = nextText(json);
      Snapshot snapshot = SnapshotJson.read(nextText(json));
      TopologyState.Pending pending = null;
      if (json.nextToken() != JsonToken.END_ARRAY) {
        pending = readPending(json);
      }
      return new TopologyState(phase, snapshot, pending, lastChangeId);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reads the fields of a change, the parser standing at the first of them. */
  private static TopologyState.Pending readPending(JsonParser json) throws IOException {
    String id = json.getText();
    @Nullable Boolean decided = json.nextBooleanValue();
    if (decided == null) {
      throw new IllegalArgumentException("state: decided expected");
    }
    expect(json, JsonToken.START_ARRAY);
    List<String> statements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      statements.add(json.getText());
    }
    Snapshot after = SnapshotJson.read(nextText(json));
    expect(json, JsonToken.END_ARRAY);
    return new TopologyState.Pending(
        new SchemaChange(
            id, after.epoch(), statements, after.tables(), after.indexes(), after.views()),
        decided);
  }

  private static String nextText(JsonParser json) throws IOException {
    expect(json, JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new IllegalArgumentException(
          "state: " + token + " expected and not " + json.currentToken());
    }
  }
}
