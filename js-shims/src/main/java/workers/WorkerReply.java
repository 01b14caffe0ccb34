package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSString;

/** The answer to a {@link WorkerRequest}. */
public interface WorkerReply extends JSObject {
  /** The HTTP status. */
  @JSProperty
  void setStatus(int status);

  /**
   * Header names and values in turn, beside or in place of {@code Content-Type: application/json}.
   */
  @JSProperty
  void setHeaders(JSArray<JSString> namesAndValues);

  /**
   * The body in parts, which {@code worker.mjs} joins: text that came from an object and only
   * passes through stays a JavaScript string.
   */
  @JSProperty
  void setParts(JSArray<JSString> parts);

  /** What follows those parts, which is asked for as the client takes it; null for nothing. */
  @JSProperty
  void setRest(@Nullable BodyFunction rest);

  /** A reply. */
  static WorkerReply of(
      int status, JSArray<JSString> headers, JSArray<JSString> parts, @Nullable BodyFunction rest) {
    WorkerReply reply = JSObjects.create();
    reply.setStatus(status);
    reply.setHeaders(headers);
    reply.setParts(parts);
    reply.setRest(rest);
    return reply;
  }
}
