// The two programs that the build makes of the parser, loaded into Node.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(here, "../../../target/teavm");
const PAGE_BYTES = 2 ** 16;
const MAX_MEMORY_BYTES = 2 ** 31 - 1;

/** The bytes of the WebAssembly program. */
export function wasmBytes() {
  return readFileSync(resolve(target, "wasm/parser.wasm"));
}

/** The text of the JavaScript program. */
export function jsBytes() {
  return readFileSync(resolve(target, "js/parser.mjs"));
}

/** The exports of the WebAssembly program. */
export async function loadWasm() {
  const { defaults } = await import(resolve(target, "wasm/teavm-runtime.mjs"));
  const module = new WebAssembly.Module(wasmBytes());
  const exports = {};
  const imports = {};
  const runtime = defaults(imports, exports, false);
  addMemory(module, imports);
  const instance = new WebAssembly.Instance(module, imports);
  runtime.supplyExports(instance.exports);
  for (const [name, value] of Object.entries(instance.exports)) {
    if (value instanceof WebAssembly.Global) {
      Object.defineProperty(exports, name, { get: () => value.value });
    }
  }
  return exports;
}

/** The linear memory, which the runtime's own loader would make from the module's wishes. */
function addMemory(module, imports) {
  const [section] = WebAssembly.Module.customSections(module, "teavm.memoryRequirements");
  const wishes = section ? JSON.parse(new TextDecoder().decode(section)) : {};
  const memory = new WebAssembly.Memory({
    initial: Math.max(wishes.min ?? 0, 1),
    maximum: Math.ceil(MAX_MEMORY_BYTES / PAGE_BYTES),
  });
  const constant = (value) => new WebAssembly.Global({ value: "i32", mutable: false }, value);
  imports.env = { memory };
  imports.teavmMemory = {
    linearMemory: () => memory.buffer,
    notifyHeapResized() {},
    heapOffset: constant((((wishes.dataSize ?? 0) + 7) >> 3) << 3),
    maxSize: constant(MAX_MEMORY_BYTES),
  };
}

/** The exports of the JavaScript program. */
export function loadJs() {
  return import(resolve(target, "js/parser.mjs"));
}
