package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** All that the Worker has of the platform while it answers one request: {@code platform.mjs}. */
public interface WorkerPlatform extends ObjectCalls {
  /** The admin token, a secret; null when there is none. */
  @JSProperty
  @Nullable String getAdminToken();

  /** How many nodes a new database gets when its creator does not say; null for the default. */
  @JSProperty
  @Nullable String getNodes();

  /** "1" opens the routes under {@code /_fault/}; anything else closes them. */
  @JSProperty
  @Nullable String getFaults();

  /** Milliseconds since 1970. */
  double now();

  /** A promise that is kept after so many milliseconds; its text says nothing. */
  JSPromise<JSString> pause(double millis);

  /** 32 random bits that nobody can guess. */
  int randomBits();

  /** The SHA-256 of the text's UTF-8 in lower-case hexadecimal. */
  JSPromise<JSString> sha256(String text);

  /** What the Cache API has under {@code key}. */
  JSPromise<CachedText> cached(String key);

  /** Keeps {@code text} under {@code key} in the Cache API. */
  JSPromise<JSString> cache(String key, String text);

  /** Opens an empty database in memory. */
  JSPromise<ScratchSqlite> openScratch();
}
