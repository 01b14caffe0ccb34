package topology.worker;

import async.Future;
import org.teavm.jso.core.JSString;
import topology.api.TopologyCall;
import topology.api.TopologyReply;
import topology.ops.LinkedNodes;
import topology.ops.TopologyObject;
import topology.wire.CallJson;
import topology.wire.ReplyJson;
import workers.ObjectCalls;
import workers.ObjectMemory;
import workers.TopologyFunction;

/** Both ends of the calls that Topology objects get on the platform. */
public final class TopologyWorker {
  private TopologyWorker() {}

  /** What the object over {@code memory} does. */
  public static TopologyFunction open(ObjectMemory memory, ObjectCalls calls) {
    TopologyObject object =
        new TopologyObject(new PlatformMemory(memory), new LinkedNodes(new PlatformNodes(calls)));
    return call ->
        Promises.promise(
            object
                .answer(CallJson.read(call.stringValue()))
                .map(reply -> JSString.valueOf(ReplyJson.write(reply))));
  }

  /** Calls the object of that name. */
  public static Future<TopologyReply> call(ObjectCalls calls, String object, TopologyCall call) {
    return Promises.future(
            calls, calls.callTopology(object, JSString.valueOf(CallJson.write(call))))
        .map(reply -> ReplyJson.read(reply.stringValue()));
  }
}
