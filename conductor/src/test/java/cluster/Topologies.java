package cluster;

import async.EventLoop;
import async.Future;
import conductor.link.TopologyLink;
import java.util.HashMap;
import java.util.Map;
import topology.api.TopologyCall;
import topology.api.TopologyReply;
import topology.ops.LinkedNodes;
import topology.ops.MemoryStore;
import topology.ops.TopologyObject;
import topology.wire.CallJson;
import topology.wire.ReplyJson;

/**
 * The Topology objects, whose memory outlives them. Calls and replies travel as the texts that they
 * are on the platform.
 */
final class Topologies implements TopologyLink {
  private final EventLoop loop;
  private final Network network;
  private final Nodes nodes;
  private final Map<String, MemoryStore> stores = new HashMap<>();
  private final Map<String, TopologyObject> objects = new HashMap<>();
  private final Map<String, Life> lives = new HashMap<>();

  /** One call in so many finds an object that has just restarted; 0 for none. */
  int oneRestartIn;

  /** How many requests have reached a Topology object. */
  int requests;

  Topologies(EventLoop loop, Network network, Nodes nodes) {
    this.loop = loop;
    this.network = network;
    this.nodes = nodes;
  }

  /** Rings the alarms that are set. */
  void ringAlarms() {
    stores.forEach(
        (name, store) -> {
          if (store.alarm) {
            loop.later(() -> object(name).answer(new TopologyCall.Alarm()));
          }
        });
  }

  @Override
  public Future<TopologyReply> call(String object, TopologyCall call) {
    String sent = CallJson.write(call);
    return network.callWaiting(
        "topology of " + object,
        () -> {
          requests++;
          TopologyObject asked = object(object);
          Future<TopologyReply> answer = asked.answer(CallJson.read(sent));
          return life(object).until(answer.map(reply -> ReplyJson.read(ReplyJson.write(reply))));
        });
  }

  private Life life(String name) {
    return lives.computeIfAbsent(name, absent -> new Life(nodes));
  }

  private TopologyObject object(String name) {
    if (oneRestartIn > 0 && loop.oneIn(oneRestartIn)) {
      objects.remove(name);
      life(name).end();
      lives.remove(name);
    }
    return objects.computeIfAbsent(
        name,
        absent ->
            new TopologyObject(
                stores.computeIfAbsent(absent, none -> new MemoryStore()),
                new LinkedNodes(life(absent))));
  }
}
