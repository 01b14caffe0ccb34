// What the Worker has of the platform while it answers one request: see workers.WorkerPlatform.
import { calls } from "./calls.mjs";
import { openScratch } from "./scratch.mjs";

const CACHE = "ensemble";
// The Cache API wants addresses; this one leads nowhere.
const CACHE_ORIGIN = "https://ensemble.invalid/";
// Metadata may be as old as it likes; this only bounds what nobody asks for any more.
const CACHE_HEADERS = { "Cache-Control": "max-age=3600", "Content-Type": "application/json" };

export function platform(env, fail) {
  return {
    ...calls(env, fail),
    adminToken: env.ENSEMBLE_TOKEN ?? null,
    nodes: env.ENSEMBLE_NODES ?? null,
    faults: env.ENSEMBLE_FAULTS ?? null,
    now: () => Date.now(),
    pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis, "over")),
    randomBits: () => crypto.getRandomValues(new Int32Array(1))[0],
    sha256,
    cached,
    cache,
    openScratch,
  };
}

async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function cached(key) {
  const response = await (await caches.open(CACHE)).match(CACHE_ORIGIN + key);
  return response === undefined ? { kept: false } : { kept: true, text: await response.text() };
}

async function cache(key, text) {
  const response = new Response(text, { headers: CACHE_HEADERS });
  await (await caches.open(CACHE)).put(CACHE_ORIGIN + key, response);
  return key;
}
