package ensemble.worker;

final class JsWorkerTest extends WorkerContract {
  JsWorkerTest() {
    super(Backend.JS);
  }
}
