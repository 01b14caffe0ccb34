// The program compiled to WebAssembly GC.
import "./eval-at-startup.mjs";
import module from "./ensemble.wasm";
import { defaults } from "./teavm-runtime.js";

const MAX_MEMORY_BYTES = 2 ** 31 - 1;
const PAGE_BYTES = 2 ** 16;

function start() {
  const exports = {};
  const imports = {};
  const runtime = defaults(imports, exports, false);
  lookUpGlobalsWithoutEval(imports.teavmJso);
  let instance;
  crossWithoutIdentity(imports.teavmJso, (value) =>
    instance.exports["teavm.jso.createWrapper"](value),
  );
  addMemory(imports);
  instance = new WebAssembly.Instance(module, imports);
  runtime.supplyExports(instance.exports);
  for (const [name, value] of Object.entries(instance.exports)) {
    if (value instanceof WebAssembly.Global) {
      Object.defineProperty(exports, name, { get: () => value.value });
    }
  }
  return exports;
}

/** A null receiver means the global object, where TeaVM's runtime would evaluate the name. */
function lookUpGlobalsWithoutEval(jso) {
  const { getProperty, setProperty, apply } = jso;
  const receiver = (object) => (object === null ? globalThis : object);
  jso.global = (name) => globalThis[name];
  jso.getProperty = (object, name) => getProperty(receiver(object), name);
  jso.setProperty = (object, name, value) => setProperty(receiver(object), name, value);
  jso.setPropertyPure = jso.setProperty;
  jso.apply = (object, name, values) => apply(receiver(object), name, values);
  for (const name of Object.keys(jso).filter((key) => key.startsWith("callMethod"))) {
    const call = jso[name];
    jso[name] = (object, ...rest) => call(receiver(object), ...rest);
  }
}

/**
 * Makes a new wrapper for whatever crosses the border. TeaVM's runtime finds the one from before, so
 * that a value stays the same object on the other side, by weak references and, for a text, a map of
 * texts. Measured in Node with SQLite left out, that is two fifths of a scatter's time; in workerd the
 * gain is within the noise. No program of ours compares such objects.
 */
function crossWithoutIdentity(jso, wrap) {
  const { unwrapJavaObject } = jso;
  jso.javaObjectToJS = (object, Wrapper) => (object === null ? null : new Wrapper(object));
  jso.wrapObject = (value) => {
    if (value === null) {
      return null;
    }
    const java = typeof value === "object" ? unwrapJavaObject(value) : undefined;
    return typeof java === "object" ? java : wrap(value);
  };
}

/** The linear memory, which the runtime's own loader would make from the module's wishes. */
function addMemory(imports) {
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

let current = start();

/** The running program's exports. */
export function program() {
  return current;
}

/**
 * Starts the program anew after a trap or a full stack: both leave Java without running its
 * `finally` blocks. Work under way in the old one goes on there.
 */
export function recover(error) {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
    current = start();
  }
}
