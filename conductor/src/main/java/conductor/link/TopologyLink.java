package conductor.link;

import async.Future;
import topology.api.TopologyCall;
import topology.api.TopologyReply;

/** Carries calls to Topology objects. A future fails when no answer comes. */
public interface TopologyLink {
  /** Sends one call to the object of that name. */
  Future<TopologyReply> call(String object, TopologyCall call);
}
