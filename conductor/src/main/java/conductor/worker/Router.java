package conductor.worker;

import org.teavm.jso.core.JSPromise;
import workers.WorkerEnvironment;
import workers.WorkerReply;
import workers.WorkerRequest;

/** Finds what a request asks for by its method and path. */
final class Router {
  private Router() {}

  static JSPromise<WorkerReply> answer(WorkerRequest request, WorkerEnvironment environment) {
    String path = pathOf(request.getTarget());
    if (path.equals("/health")) {
      return request.getMethod().equals("GET")
          ? JSPromise.resolve(Replies.healthy())
          : JSPromise.resolve(Replies.error(405, 7405, "method not allowed: use GET"));
    }
    if (path.startsWith("/_fault/") && "1".equals(environment.getFaults())) {
      return JSPromise.resolve(FaultRoutes.answer(path, request));
    }
    return JSPromise.resolve(Replies.noRoute(path));
  }

  private static String pathOf(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
