package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSString;

/** An HTTP request whose body {@code worker.mjs} has already read. */
public interface WorkerRequest extends JSObject {
  /** The method in upper case. */
  @JSProperty
  String getMethod();

  /** The path and the query, as sent: {@code /databases/a/query?x=1}. */
  @JSProperty
  String getTarget();

  /** The {@code Authorization} header. */
  @JSProperty
  @Nullable String getAuthorization();

  /** The {@code Idempotency-Key} header. */
  @JSProperty
  @Nullable String getIdempotencyKey();

  /** The body as text, empty if there is none; converted to a Java string only when asked for. */
  @JSProperty
  JSString getBody();
}
