import assert from "node:assert/strict";
import { once } from "node:events";
import { after, afterEach, before, test } from "node:test";
import { refusal, startFake, success } from "./fake-server.mjs";
import { runAgainst, start } from "./run-command.mjs";

let fake;
before(async () => {
  fake = await startFake();
});
afterEach(() => {
  fake.fault = () => undefined;
});
after(() => fake.stop());

const sql = (...args) => runAgainst(fake, "sql", args);

test("a query is one request and prints a table", async () => {
  fake.requests.length = 0;
  const { status, stdout } = await sql(
    "SELECT 9223372036854775807 AS i, 1.0 AS r, 9e999 AS f, x'00ff' AS b, NULL AS n, " +
      "'a'||char(10) AS t",
  );
  assert.equal(
    stdout,
    "                  i    r    f  b           n  t\n" +
      "-------------------  ---  ---  -------  ----  ---\n" +
      "9223372036854775807  1.0  Inf  x'00ff'  NULL  a\\n\n",
  );
  assert.equal(status, 0);
  assert.deepEqual(
    fake.requests.map(({ method, path }) => `${method} ${path}`),
    ["POST /databases/main/raw"],
  );
});

test("a write prints what it changed", async () => {
  assert.equal((await sql("CREATE TABLE w (a)")).stdout, "0 rows changed\n");
  assert.equal(
    (await sql("INSERT INTO w VALUES (1), (2)")).stdout,
    "2 rows changed, last_row_id 2\n",
  );
  assert.equal(
    (await sql("INSERT INTO w VALUES (9) RETURNING a")).stdout,
    "a\n-\n9\n1 row changed, last_row_id 3\n",
  );
});

test("several statements print several answers", async () => {
  const answer = (name) =>
    `{"success":true,"results":{"columns":["${name}"],"rows":[[1]]},"meta":{"changes":0}}`;
  fake.fault = () => success(`[${answer("a")},${answer("b")}]`);
  assert.equal((await sql("SELECT 1 a; SELECT 1 b")).stdout, "a\n-\n1\n\nb\n-\n1\n");
});

test("an error shows its place in the SQL", async () => {
  fake.fault = () =>
    refusal(400, "no such table: users", { position: { line: 2, column: 8 } });
  const { status, stdout, stderr } = await sql("SELECT *\n\tFROM  users\nLIMIT 1");
  assert.equal(status, 1);
  assert.equal(stdout, "");
  assert.equal(stderr, "sql: no such table: users\n   FROM  users\n         ^\n");
});

test("an error in a long line shows what is around it", async () => {
  fake.fault = () => refusal(400, "no", { position: { line: 1, column: 501 } });
  const { stderr } = await sql(`${"a".repeat(500)}b${"c".repeat(500)}`);
  const [, line, caret] = stderr.split("\n");
  assert.equal(line[caret.length - 1], "b");
  assert.ok(line.length < 110);
});

test("an error without a place, or with one that is not there, is its message", async () => {
  fake.fault = () => refusal(422, "too much");
  assert.equal((await sql("SELECT 1")).stderr, "sql: too much\n");
  fake.fault = () => refusal(422, "too much", { position: { line: 7, column: 1 } });
  assert.equal((await sql("SELECT 1")).stderr, "sql: too much\n");
});

test("an answer that is not JSON is told as such", async () => {
  fake.fault = () => ({ status: 502, body: "<html>\nbad gateway" });
  const { status, stderr } = await sql("SELECT 1");
  assert.equal(status, 1);
  assert.match(stderr, /^sql: the server answered 502 and what is not Ensemble's JSON: <html>\n$/);
});

test("a wrong token says where the token comes from", async () => {
  const run = await start("sql", ["--url", fake.url, "SELECT 1"]).ended;
  assert.equal(run.status, 1);
  assert.match(run.stderr, /^sql: no token: give the token by --token or in ENSEMBLE_TOKEN/);
});

test("the token may come from the environment", async () => {
  const environment = { ENSEMBLE_TOKEN: fake.token };
  const run = await start("sql", ["--url", fake.url, "SELECT 1 AS a"], environment).ended;
  assert.equal(run.stdout, "a\n-\n1\n");
});

test("a server that is not there is one line that says what to do", async () => {
  const gone = await startFake();
  await gone.stop();
  const { status, stderr } = await runAgainst(gone, "sql", ["SELECT 1"]);
  assert.equal(status, 1);
  assert.match(stderr, /^sql: http:\S+ cannot be reached \(ECONNREFUSED\): is scripts\/dev .*\n$/);
});

test("a reader that goes away ends the output silently", async () => {
  const rows = `["${"x".repeat(1000)}"],`.repeat(5000).slice(0, -1);
  const results = `{"columns":["a"],"rows":[${rows}]}`;
  fake.fault = () => success(`[{"success":true,"results":${results},"meta":{}}]`);
  const run = start("sql", ["--url", fake.url, "SELECT 1"]);
  await once(run.child.stdout, "data");
  run.child.stdout.destroy();
  const { status, stderr } = await run.ended;
  assert.equal(stderr, "");
  assert.equal(status, 0);
});

test("wrong arguments are told, exit status 2", async () => {
  const cases = [
    [["--nope", "SELECT 1"], /unknown argument: --nope/],
    [[], /one SQL text is needed, none given/],
    [["a", "b"], /one SQL text is needed, 2 given/],
    [["--db", "../x", "SELECT 1"], /--db must be/],
    [["--url", "localhost", "SELECT 1"], /--url must be like/],
    [["--db"], /argument missing/],
  ];
  for (const [args, message] of cases) {
    const { status, stderr } = await start("sql", args).ended;
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  }
});

test("--help tells the options", async () => {
  const { status, stdout } = await start("sql", ["--help"]).ended;
  assert.equal(status, 0);
  assert.match(stdout, /--token TOKEN/);
});
