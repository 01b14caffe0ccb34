package storage.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import json.JsonReader;
import json.JsonText;
import json.ValueJson;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;
import storage.api.Apart;
import storage.api.NodeCall;
import storage.api.StorageRequest;
import storage.api.StorageRequest.Mode;
import storage.api.StorageRequest.Shape;
import storage.api.StorageStatement;
import storage.api.StorageStatement.Kind;
import storage.api.Transaction;
import storage.api.Verdict;

/**
 * A {@link NodeCall} as a JSON array: its name, then its parts in order. A statement is {@code
 * [sql, kind, [value, ...]]}, with the names of the rows' columns and the positions of the keys
 * behind that when columns are sent apart.
 */
public final class CallJson {
  private CallJson() {}

  /** The call as text. */
  public static String write(NodeCall call) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          writeParts(call, json);
          json.writeEndArray();
        });
  }

  private static void writeParts(NodeCall call, JsonGenerator json) throws IOException {
    switch (call) {
      case NodeCall.Run run -> {
        json.writeString("run");
        writeRequest(run.request(), json);
      }
      case NodeCall.Initialize initialize -> {
        json.writeString("initialize");
        json.writeString(initialize.nodeId());
        json.writeNumber(initialize.epoch());
      }
      case NodeCall.Prepare prepare -> {
        json.writeString("prepare");
        json.writeString(prepare.changeId());
        json.writeNumber(prepare.fromEpoch());
        JsonText.writeTexts(prepare.statements(), json);
      }
      case NodeCall.Apply apply -> {
        json.writeString("apply");
        json.writeString(apply.changeId());
        json.writeNumber(apply.toEpoch());
        JsonText.writeTexts(apply.statements(), json);
      }
      case NodeCall.Release release -> {
        json.writeString("release");
        json.writeString(release.changeId());
      }
      case NodeCall.Hold hold -> {
        json.writeString(hold.patient() ? "await" : "hold");
        TransactionJson.write(hold.transaction(), json);
        writeRequest(hold.request(), json);
      }
      case NodeCall.Decide decide -> {
        json.writeString("decide");
        TransactionJson.write(decide.commit(), json);
      }
      case NodeCall.Settle settle -> {
        json.writeString("settle");
        json.writeStartArray();
        for (Verdict verdict : settle.verdicts()) {
          TransactionJson.write(verdict, json);
        }
        json.writeEndArray();
      }
      case NodeCall.Ask ask -> {
        json.writeString("ask");
        json.writeString(ask.transactionId());
        json.writeNumber(ask.deadlineMillis());
      }
      case NodeCall.Alarm ignored -> json.writeString("alarm");
      case NodeCall.Heard heard -> {
        json.writeString("heard");
        json.writeString(heard.nodeId());
        json.writeString(ReplyJson.writeHead(heard.reply()));
      }
      case NodeCall.Open open -> {
        json.writeString("open");
        json.writeString(open.cursor());
        json.writeNumber(open.characters());
        writeRequest(open.request(), json);
      }
      case NodeCall.Fetch fetch -> {
        json.writeString("fetch");
        json.writeString(fetch.cursor());
        json.writeNumber(fetch.page());
      }
      case NodeCall.Close close -> {
        json.writeString("close");
        json.writeString(close.cursor());
      }
      case NodeCall.Delete ignored -> json.writeString("delete");
      case NodeCall.Trace trace -> {
        json.writeString("trace");
        json.writeString(trace.transactionId());
      }
      case NodeCall.Describe ignored -> json.writeString("describe");
    }
  }

  private static void writeRequest(StorageRequest request, JsonGenerator json) throws IOException {
    json.writeString(request.id());
    json.writeString(request.nodeId());
    json.writeNumber(request.epoch());
    json.writeNumber(
        switch (request.mode()) {
          case RUN -> 0;
          case COMPARE -> 1;
          case TRY -> 2;
        });
    json.writeBoolean(request.shape() == Shape.OBJECTS);
    json.writeStartArray();
    for (StorageStatement statement : request.statements()) {
      json.writeStartArray();
      json.writeString(statement.sql());
      json.writeBoolean(statement.kind() == Kind.WRITE);
      json.writeStartArray();
      for (SqlValue parameter : statement.parameters()) {
        ValueJson.write(parameter, json);
      }
      json.writeEndArray();
      writeApart(statement.apart(), json);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeApart(@Nullable Apart apart, JsonGenerator json) throws IOException {
    if (apart != null) {
      JsonText.writeTexts(apart.names(), json);
      json.writeStartArray();
      for (int key : apart.keys()) {
        json.writeNumber(key);
      }
      json.writeEndArray();
    }
  }

  /** The call that {@link #write} wrote. */
  public static NodeCall read(String text) {
    JsonReader json = JsonReader.of(text);
    json.open();
    String name = json.text();
    NodeCall call =
        switch (name) {
          case "run" -> new NodeCall.Run(readRequest(json));
          case "initialize" -> new NodeCall.Initialize(json.text(), json.number());
          case "prepare" -> new NodeCall.Prepare(json.text(), json.number(), json.list(json::text));
          case "apply" -> new NodeCall.Apply(json.text(), json.number(), json.list(json::text));
          case "release" -> new NodeCall.Release(json.text());
          case "hold", "await" -> {
            Transaction transaction = TransactionJson.readTransaction(json);
            yield new NodeCall.Hold(readRequest(json), transaction, name.equals("await"));
          }
          case "decide" -> new NodeCall.Decide(TransactionJson.readVerdict(json));
          case "settle" -> new NodeCall.Settle(json.list(() -> TransactionJson.readVerdict(json)));
          case "ask" -> new NodeCall.Ask(json.text(), json.number());
          case "alarm" -> new NodeCall.Alarm();
          case "heard" -> new NodeCall.Heard(json.text(), ReplyJson.readWithoutRows(json.text()));
          case "open" -> readOpen(json);
          case "fetch" -> new NodeCall.Fetch(json.text(), Math.toIntExact(json.number()));
          case "close" -> new NodeCall.Close(json.text());
          case "delete" -> new NodeCall.Delete();
          case "trace" -> new NodeCall.Trace(json.text());
          case "describe" -> new NodeCall.Describe();
          default -> throw new IllegalArgumentException("unknown call of a node: " + name);
        };
    json.close();
    return call;
  }

  private static NodeCall.Open readOpen(JsonReader json) {
    String cursor = json.text();
    int characters = Math.toIntExact(json.number());
    return new NodeCall.Open(readRequest(json), cursor, characters);
  }

  private static StorageRequest readRequest(JsonReader json) {
    String id = json.text();
    String nodeId = json.text();
    long epoch = json.number();
    Mode mode = mode(json.number());
    Shape shape = json.flag() ? Shape.OBJECTS : Shape.ARRAYS;
    return new StorageRequest(id, nodeId, epoch, mode, shape, json.list(() -> readStatement(json)));
  }

  private static Mode mode(long number) {
    if (number == 0) {
      return Mode.RUN;
    }
    return number == 1 ? Mode.COMPARE : Mode.TRY;
  }

  private static StorageStatement readStatement(JsonReader json) {
    json.open();
    String sql = json.text();
    Kind kind = json.flag() ? Kind.WRITE : Kind.READ;
    List<SqlValue> parameters = json.list(json::value);
    Apart apart =
        json.more()
            ? new Apart(json.list(json::text), json.list(() -> Math.toIntExact(json.number())))
            : null;
    json.close();
    return new StorageStatement(sql, parameters, kind, apart);
  }
}
