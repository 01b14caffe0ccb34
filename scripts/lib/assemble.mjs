// dist/ from the compiled program and js-shims: sources and a bundle for each backend, and the
// Miniflare options with which anything can start it.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const shims = join(root, "js-shims/src/main/js");
const dist = join(root, "dist");

function assemble(backend) {
  const sources = join(dist, "src", backend);
  mkdirSync(sources, { recursive: true });
  cpSync(join(root, "conductor/target/teavm", backend), sources, { recursive: true });
  for (const name of readdirSync(shims).filter((file) => !file.startsWith("runtime-"))) {
    copyFileSync(join(shims, name), join(sources, name));
  }
  copyFileSync(join(shims, `runtime-${backend}.mjs`), join(sources, "runtime.mjs"));
  writeFileSync(join(sources, "sql-js.mjs"), sqlJsAsFunction());
}

/**
 * sql.js as a function that loads it anew: its own file starts one SQLite and no other, also when
 * that one has failed.
 */
function sqlJsAsFunction() {
  const file = join(root, "node_modules/sql.js/dist/sql-wasm-browser.js");
  const head = "export default function load() {\nlet module = { exports: {} };\n";
  return `${head}const exports = module.exports;\n${readFileSync(file, "utf8")}\nreturn module.exports;\n}\n`;
}

function bundle(backend) {
  const outdir = join(dist, backend);
  const entry = join(dist, "src", backend, "worker.mjs");
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const options = ["--dry-run", "--minify", "--outdir", outdir];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [wrangler, "deploy", entry, ...options],
    { cwd: root, encoding: "utf8", env: { ...process.env, WRANGLER_SEND_METRICS: "false" } },
  );
  if (status !== 0) {
    console.error(stdout + stderr);
    console.error(`build: wrangler refuses the ${backend} bundle`);
    process.exit(1);
  }
  for (const name of readdirSync(outdir).filter((file) => /\.(map|md)$/.test(file))) {
    rmSync(join(outdir, name));
  }
}

function printSize(backend) {
  const files = readdirSync(join(dist, backend)).map((name) =>
    readFileSync(join(dist, backend, name)),
  );
  const kib = (sizes) => `${(sizes.reduce((a, b) => a + b, 0) / 1024).toFixed(1)} KiB`;
  const raw = kib(files.map((file) => file.length));
  const gzip = kib(files.map((file) => gzipSync(file, { level: 9 }).length));
  console.log(`${backend.padEnd(4)} ${raw} raw, ${gzip} gzip`);
}

rmSync(dist, { recursive: true, force: true });
for (const backend of ["wasm", "js"]) {
  assemble(backend);
  bundle(backend);
  printSize(backend);
}
copyFileSync(join(root, "scripts/lib/miniflare.config.mjs"), join(dist, "miniflare.config.mjs"));
