package conductor.worker;

import conductor.http.Service;
import conductor.http.Settings;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.teavm.jso.core.JSPromise;
import storage.worker.StorageWorker;
import topology.worker.Promises;
import topology.worker.TopologyWorker;
import workers.NodeFunction;
import workers.ObjectAlarm;
import workers.ObjectCalls;
import workers.ObjectMemory;
import workers.Sqlite;
import workers.TopologyFunction;
import workers.WorkerPlatform;
import workers.WorkerReply;
import workers.WorkerRequest;

/** The compiled program: its exports are what {@code worker.mjs} calls. */
public final class Main {
  /** What this isolate remembers between requests. */
  private static @Nullable Service service;

  private Main() {}

  /** Runs when the program is loaded; there is nothing to do until a request comes. */
  public static void main(String[] arguments) {}

  /** Answers one HTTP request. A rejected promise or a thrown error is an internal error. */
  @JSExport
  public static JSPromise<WorkerReply> fetch(WorkerRequest request, WorkerPlatform platform) {
    if (FaultRoutes.areFor(request, platform)) {
      return JSPromise.resolve(FaultRoutes.answer(request));
    }
    return Promises.promise(
        service(platform)
            .handle(PlatformGateways.of(platform), HttpBorder.request(request))
            .map(HttpBorder::reply));
  }

  /** Opens the node over a Storage object's SQLite. */
  @JSExport
  public static NodeFunction openStorage(Sqlite sqlite, ObjectAlarm alarm) {
    return StorageWorker.open(sqlite, alarm);
  }

  /** Opens the Topology over an object's memory. */
  @JSExport
  public static TopologyFunction openTopology(ObjectMemory memory, ObjectCalls calls) {
    return TopologyWorker.open(memory, calls);
  }

  private static Service service(WorkerPlatform platform) {
    if (service == null) {
      service = new Service(Settings.of(platform.getAdminToken(), platform.getNodes()));
    }
    return service;
  }
}
