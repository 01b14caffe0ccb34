package workers;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSString;

/** What the Cache API has under a key. */
public interface CachedText extends JSObject {
  /** Whether there is a text. */
  @JSProperty("kept")
  boolean isKept();

  /** The text, if there is one. */
  @JSProperty
  JSString getText();
}
