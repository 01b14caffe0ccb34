package ensemble.worker;

final class WasmWorkerTest extends WorkerContract {
  WasmWorkerTest() {
    super(Backend.WASM);
  }
}
