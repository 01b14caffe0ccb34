// Serves dist/ on 127.0.0.1 by Miniflare until a signal ends it.
//   serve.mjs --port PORT --data DIR --token TOKEN --backend wasm|js [--binding NAME=VALUE]...
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
  },
});

const worker = options({ token: given.token, backend: given.backend });
for (const binding of given.binding) {
  const equals = binding.indexOf("=");
  worker.bindings[binding.slice(0, equals)] = binding.slice(equals + 1);
}
const data = resolve(given.data);
const miniflare = new Miniflare({
  host: "127.0.0.1",
  port: Number(given.port),
  log: new Log(LogLevel.ERROR),
  cf: false,
  defaultPersistRoot: data,
  durableObjectsPersist: join(data, "do"),
  workers: [worker],
});

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
  console.log(`Ready on ${url}`);
} catch (error) {
  console.error(`dev: ${error.message.split("\n")[0]}`);
  await end(1);
}
