// Starts workerd again and again, with an empty Worker and with ours in turns, and compares the times
// until each answers: the medians, and their difference.
import { Log, LogLevel, Miniflare } from "miniflare";
import options from "../../../../dist/miniflare.config.mjs";

const ROUNDS = 9;
const MAX_DIFFERENCE_MILLIS = 200;

const empty = {
  name: "empty",
  modules: true,
  script: `export default { fetch() { return new Response("ok"); } };`,
  compatibilityDate: "2026-07-01",
};
const workers = {
  empty,
  wasm: options({ token: "bench", backend: "wasm" }),
  js: options({ token: "bench", backend: "js" }),
};
const millis = Object.fromEntries(Object.keys(workers).map((name) => [name, []]));

for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, worker] of Object.entries(workers)) {
    const taken = await timeOf(worker);
    // The first round warms the disk's cache.
    if (round > 0) {
      millis[name].push(taken);
    }
  }
}

let failed = false;
for (const name of ["wasm", "js"]) {
  const difference = median(millis[name]) - median(millis.empty);
  const verdict = difference < MAX_DIFFERENCE_MILLIS ? "under" : "NOT UNDER";
  failed ||= difference >= MAX_DIFFERENCE_MILLIS;
  console.log(
    `${name.padEnd(4)} ${median(millis[name])} ms, empty ${median(millis.empty)} ms: ` +
      `${difference} ms more, ${verdict} ${MAX_DIFFERENCE_MILLIS}`,
  );
}
process.exit(failed ? 1 : 0);

async function timeOf(worker) {
  const start = performance.now();
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port: 0,
    cf: false,
    log: new Log(LogLevel.ERROR),
    workers: [worker],
  });
  const url = (await miniflare.ready).origin;
  await (await fetch(`${url}/health`)).text();
  const taken = performance.now() - start;
  await miniflare.dispose();
  return Math.round(taken);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
