package conductor.worker;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import workers.WorkerReply;

/** The replies that need no database, in the envelope of every answer. */
final class Replies {
  private Replies() {}

  static WorkerReply healthy() {
    return json(200, Replies::writeSuccess);
  }

  static WorkerReply noRoute(String path) {
    return error(404, 7404, "no such route: " + path);
  }

  static WorkerReply error(int status, int code, String message) {
    return json(status, generator -> writeError(generator, code, message));
  }

  static WorkerReply json(int status, JsonText.Writer writer) {
    return WorkerReply.of(status, JSArray.of(JSString.valueOf(JsonText.write(writer))));
  }

  private static void writeSuccess(JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    generator.writeBooleanField("success", true);
    writeEmptyArray(generator, "errors");
    writeEmptyArray(generator, "messages");
    writeEmptyArray(generator, "result");
    generator.writeEndObject();
  }

  private static void writeError(JsonGenerator generator, int code, String message)
      throws IOException {
    generator.writeStartObject();
    generator.writeBooleanField("success", false);
    generator.writeArrayFieldStart("errors");
    generator.writeStartObject();
    generator.writeNumberField("code", code);
    generator.writeStringField("message", message);
    generator.writeEndObject();
    generator.writeEndArray();
    writeEmptyArray(generator, "messages");
    writeEmptyArray(generator, "result");
    generator.writeEndObject();
  }

  private static void writeEmptyArray(JsonGenerator generator, String name) throws IOException {
    generator.writeArrayFieldStart(name);
    generator.writeEndArray();
  }
}
