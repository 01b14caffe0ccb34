package workers;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The Worker's bindings, named as in {@code wrangler.toml}. */
public interface WorkerEnvironment extends JSObject {
  /** The Topology objects, one per database. */
  @JSProperty("TOPOLOGY")
  DurableObjectNamespace getTopology();

  /** The Storage objects, one per node of a database. */
  @JSProperty("STORAGE")
  DurableObjectNamespace getStorage();

  /** The admin token, a secret. */
  @JSProperty("ENSEMBLE_TOKEN")
  @Nullable String getToken();

  /** How many nodes a new database gets when its creator does not say. */
  @JSProperty("ENSEMBLE_NODES")
  @Nullable String getNodes();

  /** "1" opens the routes under {@code /_fault/}; anything else closes them. */
  @JSProperty("ENSEMBLE_FAULTS")
  @Nullable String getFaults();
}
