import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../lib/client.mjs";
import { Loader, MAX_BATCH_BYTES, MAX_BATCH_STATEMENTS, Stopped } from "../lib/loader.mjs";
import { refusal, startFake } from "./fake-server.mjs";
import { randomNumbers, seed } from "./random.mjs";

/** Loads SQL, one statement a line, into a fake; what the report heard, and what stopped it. */
async function load(context, sqls, options = {}) {
  const fake = options.fake ?? (await startFake(options));
  context.after(() => fake.stop());
  const heard = { loaded: 0, rows: 0, refused: [], like: [], passedOver: [], waits: [] };
  const report = {
    loaded: (statements, rows) => {
      heard.loaded += statements.length;
      heard.rows += rows;
    },
    refused: ({ line }, message) => heard.refused.push([line, message]),
    refusedLikeOthers: ({ line }, message) => heard.like.push([line, message]),
    passedOver: ({ line }, name) => heard.passedOver.push([line, name]),
    waiting: (message, millis) => heard.waits.push(millis),
  };
  const controller = new AbortController();
  const client = new Client({ url: fake.url, token: fake.token });
  const loader = new Loader({
    client,
    database: "main",
    report,
    sleep: () => Promise.resolve(),
    interruption: controller.signal,
  });
  options.interrupt?.(controller, fake);
  const statements = sqls.map((sql, i) => ({ sql, line: i + 1, nth: 1, end: i + 1 }));
  const stop = await loader.load(statements).catch((error) => {
    assert.ok(error instanceof Stopped, error.stack);
    return error;
  });
  return { fake, heard, stop };
}

const inserts = (count, from = 1) =>
  Array.from({ length: count }, (ignored, i) => `INSERT INTO t VALUES(${from + i})`);

const sizes = (fake) => fake.requests.map(({ statements }) => statements.length);

test("inserts share requests, everything else has its own, in order", async (context) => {
  const sqls = ["CREATE TABLE t (a)", ...inserts(3), "CREATE INDEX i ON t(a)", ...inserts(2)];
  const { fake, heard, stop } = await load(context, sqls);
  assert.equal(stop, undefined);
  assert.deepEqual(sizes(fake), [1, 3, 1, 2]);
  assert.deepEqual(fake.sql(), sqls);
  assert.deepEqual([heard.loaded, heard.rows], [7, 5]);
});

test("a request has a bound on its statements", async (context) => {
  const sqls = ["CREATE TABLE t (a)", ...inserts(MAX_BATCH_STATEMENTS + 1)];
  const { fake } = await load(context, sqls);
  assert.deepEqual(sizes(fake), [1, MAX_BATCH_STATEMENTS, 1]);
});

test("a request has a bound on its bytes that one statement may exceed", async (context) => {
  const long = (bytes) => {
    const frame = "INSERT INTO t VALUES('')";
    return `INSERT INTO t VALUES('${"x".repeat(bytes - frame.length)}')`;
  };
  const half = MAX_BATCH_BYTES / 2;
  const at = await load(context, ["CREATE TABLE t (a)", long(half), long(half)]);
  assert.deepEqual(sizes(at.fake), [1, 2]);
  const beyond = await load(context, ["CREATE TABLE t (a)", long(half), long(half + 1)]);
  assert.deepEqual(sizes(beyond.fake), [1, 1, 1]);
  const alone = await load(context, ["CREATE TABLE t (a)", long(MAX_BATCH_BYTES + 1)]);
  assert.deepEqual(sizes(alone.fake), [1, 1]);
});

test("of a refused request everything is loaded but the statements at fault", async (context) => {
  const sqls = ["CREATE TABLE t (a UNIQUE)", ...inserts(100)];
  for (const line of [2, 38, 39, 101]) {
    sqls[line - 1] = "INSERT INTO t VALUES(1, 2)";
  }
  const { fake, heard, stop } = await load(context, sqls);
  assert.equal(stop, undefined);
  const message = "table t has 1 columns but 2 values were supplied";
  assert.deepEqual(
    heard.refused,
    [2, 38, 39, 101].map((line) => [line, message]),
  );
  assert.equal(heard.loaded, 97);
  assert.equal(heard.rows, 96);
  const loaded = fake.rows("SELECT a FROM t ORDER BY rowid").map(({ a }) => a);
  const expected = [...Array(100).keys()].map((i) => i + 1);
  assert.deepEqual(
    loaded,
    expected.filter((a) => ![1, 37, 38, 100].includes(a)),
  );
});

test(`any set of faults is found (seed ${seed})`, async () => {
  const random = randomNumbers();
  const fake = await startFake();
  for (let round = 0; round < 20; round++) {
    const count = 1 + random(40);
    const density = random(100);
    const good = Array.from({ length: count }, () => random(100) >= density);
    const sqls = good.map((fine, i) =>
      fine ? `INSERT INTO t VALUES(${i})` : "INSERT INTO t VALUES(1, 2)",
    );
    const create = ["DROP TABLE IF EXISTS t", "CREATE TABLE t (a)"];
    const { heard } = await load({ after: () => {} }, [...create, ...sqls], { fake });
    const indexes = (fine) => good.flatMap((is, i) => (is === fine ? [i] : []));
    assert.deepEqual(heard.refused.map(([line]) => line - 3), indexes(false));
    assert.deepEqual(fake.rows("SELECT a FROM t ORDER BY rowid").map(({ a }) => a), indexes(true));
  }
  await fake.stop();
});

test("a duplicate is refused and its first one stays", async (context) => {
  const sqls = ["CREATE TABLE t (a UNIQUE)", ...inserts(4), ...inserts(1, 3), ...inserts(2, 5)];
  const { heard } = await load(context, sqls);
  assert.deepEqual(heard.refused, [[6, "UNIQUE constraint failed: t.a"]]);
  assert.equal(heard.rows, 6);
});

test("a table that is not there costs no request for each of its rows", async (context) => {
  const sqls = [...inserts(2000), "CREATE TABLE t (a)", ...inserts(3)];
  const { fake, heard, stop } = await load(context, sqls);
  assert.equal(stop, undefined);
  assert.deepEqual(heard.refused, [[1, "no such table: t"]]);
  assert.equal(heard.like.length, 1999);
  assert.deepEqual(heard.like[0], [2, "no such table: t"]);
  assert.equal(heard.rows, 3);
  assert.ok(fake.requests.length < 20, `${fake.requests.length} requests`);
});

test("a table that is there is tried row by row", async (context) => {
  const bad = Array(5).fill("INSERT INTO t VALUES(1, 2)");
  const { heard } = await load(context, ["CREATE TABLE t (a)", ...bad]);
  assert.equal(heard.refused.length, 5);
  assert.equal(heard.like.length, 0);
});

test("what means something to one session alone is not sent", async (context) => {
  const sqls = ["PRAGMA foreign_keys=OFF", "BEGIN", "CREATE TABLE t (a)", ...inserts(1), "COMMIT"];
  const { fake, heard } = await load(context, sqls);
  assert.deepEqual(fake.sql(), [sqls[2], sqls[3]]);
  assert.deepEqual(heard.passedOver, [
    [1, "PRAGMA"],
    [2, "BEGIN"],
    [5, "COMMIT"],
  ]);
});

test("a statement with a problem is not sent", async (context) => {
  const fake = await startFake();
  context.after(() => fake.stop());
  const refused = [];
  const loader = new Loader({
    client: new Client(fake),
    report: { refused: ({ line }, message) => refused.push([line, message]) },
    interruption: new AbortController().signal,
  });
  await loader.load([{ sql: "INSERT", line: 3, problem: "not valid UTF-8" }]);
  assert.deepEqual(refused, [[3, "not valid UTF-8"]]);
  assert.equal(fake.requests.length, 0);
});

test("a busy server is asked again, no sooner than it says", async (context) => {
  let busy = 3;
  const fault = () => {
    const status = busy % 2 === 0 ? 503 : 429;
    return busy-- > 0 ? refusal(status, "busy", { headers: { "Retry-After": "3" } }) : undefined;
  };
  const { fake, heard, stop } = await load(context, ["CREATE TABLE t (a)"], { fault });
  assert.equal(stop, undefined);
  assert.deepEqual(heard.waits, [3000, 3000, 3000]);
  assert.equal(fake.requests.length, 4);
  assert.equal(heard.loaded, 1);
});

test("without Retry-After the waits grow", async (context) => {
  let busy = 3;
  const fault = () => (busy-- > 0 ? refusal(503, "busy") : undefined);
  const { heard } = await load(context, ["CREATE TABLE t (a)"], { fault });
  assert.deepEqual(heard.waits, [500, 1000, 2000]);
});

test("a server that stays busy ends the import, and nothing is uncertain", async (context) => {
  const fault = ({ body }) => (body.batch ? refusal(503, "a node is away") : undefined);
  const sqls = ["CREATE TABLE t (a)", ...inserts(4)];
  const { heard, stop } = await load(context, sqls, { fault });
  assert.equal(stop.message, "a node is away");
  assert.equal(stop.next.line, 2);
  assert.deepEqual(stop.uncertain, []);
  assert.equal(heard.waits.length, 6);
  assert.equal(heard.loaded, 1);
});

test("another 5xx ends the import at once, and that request is uncertain", async (context) => {
  const fault = ({ body }) => (body.batch ? refusal(500, "internal error") : undefined);
  const sqls = ["CREATE TABLE t (a)", ...inserts(4), "CREATE TABLE u (a)"];
  const { fake, heard, stop } = await load(context, sqls, { fault });
  assert.equal(stop.message, "internal error");
  assert.equal(stop.next.line, 2);
  assert.deepEqual(stop.uncertain.map(({ line }) => line), [2, 3, 4, 5]);
  assert.deepEqual([heard.loaded, fake.requests.length], [1, 2]);
});

test("a 5xx while halving names the half as uncertain", async (context) => {
  const fault = ({ statements }) =>
    statements.at(-1).endsWith("(4)") && statements.length === 2 ? refusal(500, "oh") : undefined;
  const sqls = ["CREATE TABLE t (a UNIQUE)", ...inserts(1), ...inserts(1), ...inserts(2, 3)];
  const { heard, stop } = await load(context, sqls, { fault });
  assert.deepEqual(heard.refused, [[3, "UNIQUE constraint failed: t.a"]]);
  assert.equal(stop.next.line, 4);
  assert.deepEqual(stop.uncertain.map(({ line }) => line), [4, 5]);
});

test("a connection that breaks leaves the request uncertain", async (context) => {
  const fault = ({ body }) => (body.batch ? "cut" : undefined);
  const { stop } = await load(context, ["CREATE TABLE t (a)", ...inserts(2)], { fault });
  assert.match(stop.message, /broke the connection off/);
  assert.deepEqual(stop.uncertain.map(({ line }) => line), [2, 3]);
});

test("a token that may not, or a database that is gone, ends the import", async (context) => {
  for (const status of [401, 403, 404, 405]) {
    const fault = ({ body }) => (body.batch ? refusal(status, "no") : undefined);
    const { stop } = await load(context, ["CREATE TABLE t (a)", ...inserts(2)], { fault });
    assert.equal(stop.next.line, 2);
    assert.deepEqual(stop.uncertain, []);
  }
});

test("an interruption lets the request under way end and sends nothing more", async (context) => {
  const sqls = ["CREATE TABLE t (a)", ...inserts(1000)];
  const interrupt = (controller, fake) => {
    fake.fault = ({ body }) => {
      if (body.batch) {
        controller.abort();
      }
    };
  };
  const { fake, heard, stop } = await load(context, sqls, { interrupt });
  assert.deepEqual(sizes(fake), [1, 500]);
  assert.equal(heard.rows, 500);
  assert.equal(stop.message, "interrupted");
  assert.equal(stop.next.line, 502);
  assert.deepEqual(stop.uncertain, []);
});
