package topology.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import json.JsonReader;
import json.JsonText;
import topology.api.ChangeOutcome;
import topology.api.CreateOutcome;
import topology.api.RowIdBlock;
import topology.api.SnapshotJson;
import topology.api.TopologyReply;

/**
 * A {@link TopologyReply} as a JSON array: its name, then its parts in order. A snapshot is the
 * text of {@link SnapshotJson}.
 */
public final class ReplyJson {
  private ReplyJson() {}

  /** The reply as text. */
  public static String write(TopologyReply reply) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          writeParts(reply, json);
          json.writeEndArray();
        });
  }

  private static void writeParts(TopologyReply reply, JsonGenerator json) throws IOException {
    switch (reply) {
      case TopologyReply.Creation creation -> writeCreation(creation.outcome(), json);
      case TopologyReply.Metadata metadata -> {
        json.writeString("metadata");
        if (metadata.snapshot().isPresent()) {
          json.writeString(SnapshotJson.write(metadata.snapshot().get()));
        }
      }
      case TopologyReply.Changed changed -> writeChanged(changed.outcome(), json);
      case TopologyReply.Revoked revoked -> {
        json.writeString("revoked");
        if (revoked.epoch().isPresent()) {
          json.writeNumber(revoked.epoch().get());
        }
      }
      case TopologyReply.RowIds rowIds -> {
        json.writeString("rowIds");
        json.writeNumber(rowIds.block().first());
        json.writeNumber(rowIds.block().end());
      }
      case TopologyReply.Names names -> {
        json.writeString("names");
        JsonText.writeTexts(names.names(), json);
      }
      case TopologyReply.Did did -> {
        json.writeString("did");
        json.writeBoolean(did.something());
      }
    }
  }

  private static void writeCreation(CreateOutcome outcome, JsonGenerator json) throws IOException {
    switch (outcome) {
      case CreateOutcome.Created created -> {
        json.writeString("created");
        json.writeString(SnapshotJson.write(created.snapshot()));
      }
      case CreateOutcome.Existing existing -> {
        json.writeString("existing");
        json.writeString(SnapshotJson.write(existing.snapshot()));
      }
      case CreateOutcome.Conflict conflict -> {
        json.writeString("conflict");
        json.writeNumber(conflict.nodes());
        json.writeNumber(conflict.slots());
      }
    }
  }

  private static void writeChanged(ChangeOutcome outcome, JsonGenerator json) throws IOException {
    switch (outcome) {
      case ChangeOutcome.Applied applied -> {
        json.writeString("applied");
        json.writeNumber(applied.epoch());
      }
      case ChangeOutcome.Stale stale -> {
        json.writeString("stale");
        json.writeNumber(stale.epoch());
      }
      case ChangeOutcome.Refused refused -> {
        json.writeString("refused");
        json.writeString(refused.message());
      }
      case ChangeOutcome.Undone ignored -> json.writeString("undone");
      case ChangeOutcome.NoDatabase ignored -> json.writeString("noDatabase");
    }
  }

  /** The reply that {@link #write} wrote. */
  public static TopologyReply read(String text) {
    JsonReader json = JsonReader.of(text);
    json.open();
    TopologyReply reply = readParts(json.text(), json);
    json.close();
    return reply;
  }

  private static TopologyReply readParts(String name, JsonReader json) {
    return switch (name) {
      case "created" ->
          new TopologyReply.Creation(new CreateOutcome.Created(SnapshotJson.read(json.text())));
      case "existing" ->
          new TopologyReply.Creation(new CreateOutcome.Existing(SnapshotJson.read(json.text())));
      case "conflict" ->
          new TopologyReply.Creation(
              new CreateOutcome.Conflict(
                  Math.toIntExact(json.number()), Math.toIntExact(json.number())));
      case "metadata" ->
          new TopologyReply.Metadata(
              json.more() ? Optional.of(SnapshotJson.read(json.text())) : Optional.empty());
      case "applied" -> new TopologyReply.Changed(new ChangeOutcome.Applied(json.number()));
      case "stale" -> new TopologyReply.Changed(new ChangeOutcome.Stale(json.number()));
      case "refused" -> new TopologyReply.Changed(new ChangeOutcome.Refused(json.text()));
      case "undone" -> new TopologyReply.Changed(new ChangeOutcome.Undone());
      case "noDatabase" -> new TopologyReply.Changed(new ChangeOutcome.NoDatabase());
      case "revoked" ->
          new TopologyReply.Revoked(json.more() ? Optional.of(json.number()) : Optional.empty());
      case "rowIds" -> new TopologyReply.RowIds(new RowIdBlock(json.number(), json.number()));
      case "names" -> new TopologyReply.Names(json.list(json::text));
      case "did" -> new TopologyReply.Did(json.flag());
      default -> throw new IllegalArgumentException("unknown reply of a Topology: " + name);
    };
  }
}
