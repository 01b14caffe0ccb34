package storage.worker;

import java.util.List;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import storage.api.EncodedRows;
import storage.api.NodeCall;
import storage.api.NodeReply;
import storage.exec.StorageNode;
import storage.wire.CallJson;
import storage.wire.ReplyJson;
import workers.NodeFunction;
import workers.ObjectAlarm;
import workers.Sqlite;

/** Both ends of the calls that Storage objects get on the platform. */
public final class StorageWorker {
  private StorageWorker() {}

  /** What the object over {@code sqlite} does; its alarm is the call {@code ["alarm"]}. */
  public static NodeFunction open(Sqlite sqlite, ObjectAlarm alarm) {
    StorageNode node = new StorageNode(new PlatformDatabase(sqlite), new PlatformClock(alarm));
    return call -> encoded(node.answer(CallJson.read(call.stringValue())));
  }

  /** The call as an object is called. */
  public static JSString encoded(NodeCall call) {
    return JSString.valueOf(CallJson.write(call));
  }

  /** The reply that an object gave. */
  public static NodeReply decoded(JSArray<JSString> reply) {
    return ReplyJson.read(
        reply.get(0).stringValue(),
        (place, count) -> new PlatformRows(count, reply.get(place + 1)));
  }

  private static JSArray<JSString> encoded(NodeReply reply) {
    List<EncodedRows> rows = ReplyJson.rows(reply);
    JSArray<JSString> parts = new JSArray<>(rows.size() + 1);
    parts.set(0, JSString.valueOf(ReplyJson.writeHead(reply)));
    for (int i = 0; i < rows.size(); i++) {
      parts.set(i + 1, PlatformRows.onPlatform(rows.get(i)));
    }
    return parts;
  }
}
