// Serves dist/ on 127.0.0.1 by Miniflare until a signal ends it.
//   serve.mjs --port PORT --data DIR --token TOKEN --backend wasm|js [--binding NAME=VALUE]...
//     [--second]   serves the same objects by a second isolate too, at an address of its own
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Log, LogLevel, Miniflare } from "miniflare";
import options from "../../dist/miniflare.config.mjs";

const { values: given } = parseArgs({
  options: {
    port: { type: "string" },
    data: { type: "string" },
    token: { type: "string" },
    backend: { type: "string" },
    binding: { type: "string", multiple: true, default: [] },
    second: { type: "boolean", default: false },
  },
});

const worker = options({ token: given.token, backend: given.backend });
for (const binding of given.binding) {
  const equals = binding.indexOf("=");
  worker.bindings[binding.slice(0, equals)] = binding.slice(equals + 1);
}
const workers = given.second ? [worker, secondIsolate(worker)] : [worker];
const data = resolve(given.data);
const miniflare = new Miniflare({
  host: "127.0.0.1",
  port: Number(given.port),
  log: new Log(LogLevel.ERROR),
  cf: false,
  defaultPersistRoot: data,
  durableObjectsPersist: join(data, "do"),
  workers,
});

/** A conductor that shares the objects and nothing that the other remembers. */
function secondIsolate(first) {
  const durableObjects = Object.fromEntries(
    Object.entries(first.durableObjects).map(([binding, object]) => [
      binding,
      { ...object, scriptName: first.name },
    ]),
  );
  const unsafeDirectSockets = [{ host: "127.0.0.1", port: 0 }];
  return { ...first, name: "second", durableObjects, unsafeDirectSockets };
}

let ending = false;
async function end(status) {
  if (ending) {
    return;
  }
  ending = true;
  await miniflare.dispose();
  process.exit(status);
}
process.on("SIGINT", () => end(0));
process.on("SIGTERM", () => end(0));

try {
  const url = (await miniflare.ready).origin;
  const health = await fetch(`${url}/health`);
  if (!health.ok) {
    throw new Error(`/health answers ${health.status}: ${await health.text()}`);
  }
  if (given.second) {
    console.log(`Second isolate on ${(await miniflare.unsafeGetDirectURL("second")).origin}`);
  }
  console.log(`Ready on ${url}`);
} catch (error) {
  console.error(`dev: ${error.message.split("\n")[0]}`);
  await end(1);
}
