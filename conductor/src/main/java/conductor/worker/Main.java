package conductor.worker;

import org.teavm.jso.JSExport;
import org.teavm.jso.core.JSPromise;
import workers.WorkerEnvironment;
import workers.WorkerReply;
import workers.WorkerRequest;

/** The compiled program: its exports are what {@code worker.mjs} calls. */
public final class Main {
  private Main() {}

  /** Runs when the program is loaded; there is nothing to do until a request comes. */
  public static void main(String[] arguments) {}

  /** Answers one HTTP request. A rejected promise or a thrown error is an internal error. */
  @JSExport
  public static JSPromise<WorkerReply> fetch(WorkerRequest request, WorkerEnvironment environment) {
    return Router.answer(request, environment);
  }
}
