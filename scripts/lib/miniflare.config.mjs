// Miniflare 4's options for the Worker beside this file.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export default function options({ nodes, token = "bench", backend = "wasm" }) {
  const root = join(here, backend);
  const others = readdirSync(root).filter((name) => name !== "worker.js");
  return {
    name: "ensemble",
    compatibilityDate: "2026-07-01",
    compatibilityFlags: ["enable_request_signal"],
    modulesRoot: root,
    modules: [
      { type: "ESModule", path: join(root, "worker.js") },
      ...others.map((name) => ({ type: "CompiledWasm", path: join(root, name) })),
    ],
    bindings: {
      ENSEMBLE_TOKEN: token,
      ...(nodes === undefined ? {} : { ENSEMBLE_NODES: String(nodes) }),
    },
    durableObjects: {
      TOPOLOGY: { className: "Topology", useSQLite: true },
      STORAGE: { className: "Storage", useSQLite: true },
    },
  };
}
