package topology.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import json.JsonReader;
import json.JsonText;
import topology.api.Index;
import topology.api.SchemaChange;
import topology.api.Table;
import topology.api.Token;
import topology.api.TopologyCall;
import topology.api.View;

/** A {@link TopologyCall} as a JSON array: its name, then its parts in order. */
public final class CallJson {
  private CallJson() {}

  /** The call as text. */
  public static String write(TopologyCall call) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          writeParts(call, json);
          json.writeEndArray();
        });
  }

  private static void writeParts(TopologyCall call, JsonGenerator json) throws IOException {
    switch (call) {
      case TopologyCall.Create create -> {
        json.writeString("create");
        json.writeString(create.database());
        json.writeNumber(create.nodes());
        json.writeNumber(create.slots());
      }
      case TopologyCall.GetSnapshot ignored -> json.writeString("snapshot");
      case TopologyCall.Change change -> {
        json.writeString("change");
        writeChange(change.change(), json);
      }
      case TopologyCall.AddToken add -> {
        json.writeString("addToken");
        json.writeString(add.token().id());
        json.writeString(add.token().hash());
        json.writeString(add.token().access().name());
      }
      case TopologyCall.RevokeToken revoke -> {
        json.writeString("revokeToken");
        json.writeString(revoke.changeId());
        json.writeString(revoke.tokenId());
      }
      case TopologyCall.TakeRowIds take -> {
        json.writeString("rowIds");
        json.writeString(take.table());
        json.writeNumber(take.base());
        json.writeNumber(take.count());
        json.writeNumber(take.returned());
      }
      case TopologyCall.DropDatabase ignored -> json.writeString("drop");
      case TopologyCall.Alarm ignored -> json.writeString("alarm");
      case TopologyCall.AddName add -> {
        json.writeString("addName");
        json.writeString(add.database());
      }
      case TopologyCall.RemoveName remove -> {
        json.writeString("removeName");
        json.writeString(remove.database());
      }
      case TopologyCall.ListNames ignored -> json.writeString("names");
    }
  }

  private static void writeChange(SchemaChange change, JsonGenerator json) throws IOException {
    json.writeString(change.id());
    json.writeNumber(change.fromEpoch());
    JsonText.writeTexts(change.statements(), json);
    json.writeStartArray();
    for (Table table : change.tables()) {
      json.writeStartArray();
      json.writeString(table.name());
      json.writeString(table.sql());
      JsonText.writeTexts(table.shardKey(), json);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStartArray();
    for (Index index : change.indexes()) {
      json.writeStartArray();
      json.writeString(index.name());
      json.writeString(index.table());
      json.writeString(index.sql());
      json.writeString(index.state().name());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStartArray();
    for (View view : change.views()) {
      json.writeStartArray();
      json.writeString(view.name());
      json.writeString(view.sql());
      json.writeString(view.temporary() ? "temp" : "main");
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** The call that {@link #write} wrote. */
  public static TopologyCall read(String text) {
    JsonReader json = JsonReader.of(text);
    json.open();
    String name = json.text();
    TopologyCall call =
        switch (name) {
          case "create" ->
              new TopologyCall.Create(
                  json.text(), Math.toIntExact(json.number()), Math.toIntExact(json.number()));
          case "snapshot" -> new TopologyCall.GetSnapshot();
          case "change" -> new TopologyCall.Change(readChange(json));
          case "addToken" ->
              new TopologyCall.AddToken(
                  new Token(json.text(), json.text(), Token.Access.valueOf(json.text())));
          case "revokeToken" -> new TopologyCall.RevokeToken(json.text(), json.text());
          case "rowIds" ->
              new TopologyCall.TakeRowIds(json.text(), json.number(), json.number(), json.number());
          case "drop" -> new TopologyCall.DropDatabase();
          case "alarm" -> new TopologyCall.Alarm();
          case "addName" -> new TopologyCall.AddName(json.text());
          case "removeName" -> new TopologyCall.RemoveName(json.text());
          case "names" -> new TopologyCall.ListNames();
          default -> throw new IllegalArgumentException("unknown call of a Topology: " + name);
        };
    json.close();
    return call;
  }

  private static SchemaChange readChange(JsonReader json) {
    return new SchemaChange(
        json.text(),
        json.number(),
        json.list(json::text),
        json.list(() -> readTable(json)),
        json.list(() -> readIndex(json)),
        json.list(() -> readView(json)));
  }

  private static Table readTable(JsonReader json) {
    json.open();
    Table table = new Table(json.text(), json.text(), json.list(json::text));
    json.close();
    return table;
  }

  private static View readView(JsonReader json) {
    json.open();
    View view = new View(json.text(), json.text(), json.text().equals("temp"));
    json.close();
    return view;
  }

  private static Index readIndex(JsonReader json) {
    json.open();
    Index index =
        new Index(json.text(), json.text(), json.text(), Index.State.valueOf(json.text()));
    json.close();
    return index;
  }
}
