import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { refusal, startFake } from "./fake-server.mjs";
import { runAgainst, start } from "./run-command.mjs";

const directory = mkdtempSync(join(tmpdir(), "ensemble-import-"));
after(() => rmSync(directory, { recursive: true }));

function dump(content) {
  const file = join(directory, "dump.sql");
  writeFileSync(file, content);
  return file;
}

async function importing(context, content, { args = [], ...options } = {}) {
  const fake = await startFake(options);
  context.after(() => fake.stop());
  return { fake, ...(await runAgainst(fake, "import", [dump(content), ...args])) };
}

const withoutSeconds = (text) => text.replace(/in [0-9.]+ s/, "in N s");

const DUMP = `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT); -- ; comment
INSERT INTO a VALUES(1,'x;y');
INSERT INTO a VALUES(2,'it''s
two lines');
CREATE TABLE log (n);
CREATE TRIGGER g AFTER INSERT ON log BEGIN DELETE FROM a WHERE id = 7; END;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('a',2);
CREATE INDEX i ON a(t);
COMMIT;
`;

test("a dump is loaded into a database that is created", async (context) => {
  const { fake, status, stdout, stderr } = await importing(context, DUMP, { exists: false });
  assert.equal(stderr, "");
  assert.equal(
    withoutSeconds(stdout),
    "loaded 6 statements, 2 rows in N s\n" +
      "passed over: 1 × PRAGMA, 1 × BEGIN, 1 × DELETE of sqlite_sequence, " +
      "1 × INSERT of sqlite_sequence, 1 × COMMIT\n" +
      "  sqlite_sequence is not loaded: AUTOINCREMENT goes on after the largest id of a table\n",
  );
  assert.equal(status, 0);
  assert.deepEqual(fake.rows("SELECT * FROM a"), [
    { id: 1, t: "x;y" },
    { id: 2, t: "it's\ntwo lines" },
  ]);
  const names = fake.rows("SELECT name FROM sqlite_schema WHERE name IN ('g', 'i') ORDER BY 1");
  assert.deepEqual(names, [{ name: "g" }, { name: "i" }]);
});

test("a byte order mark and CRLF change nothing", async (context) => {
  const content = `\ufeff${DUMP.replaceAll("\n", "\r\n")}`;
  const { fake, status, stdout } = await importing(context, content);
  assert.equal(status, 0);
  assert.match(stdout, /^loaded 6 statements, 2 rows/);
  assert.equal(fake.rows("SELECT t FROM a WHERE id = 2")[0].t, "it's\r\ntwo lines");
});

test("what is refused is told where it is, and again at the end", async (context) => {
  const content = `CREATE TABLE a (x UNIQUE);
INSERT INTO a VALUES(1);
INSERT INTO a VALUES(1);
INSERT
  INTO a VALUES(1) -- ${"y".repeat(100)}
;
INSERT INTO b VALUES(1);
INSERT INTO a VALUES(2);
`;
  const { fake, status, stdout, stderr } = await importing(context, content);
  const long = `INSERT INTO a VALUES(1) -- ${"y".repeat(100)}`;
  assert.equal(
    stderr,
    "line 3: UNIQUE constraint failed: a.x: INSERT INTO a VALUES(1);\n" +
      `line 4: UNIQUE constraint failed: a.x: ${long.slice(0, 98)}…\n` +
      "line 7: no such table: b: INSERT INTO b VALUES(1);\n",
  );
  assert.equal(
    withoutSeconds(stdout),
    "loaded 3 statements, 2 rows in N s\n" +
      "not loaded: 3 statements\n" +
      "  UNIQUE constraint failed: a.x\n" +
      "    2 statements, lines 3-4: INSERT INTO a VALUES(1);\n" +
      "  no such table: b\n" +
      "    1 statement, line 7: INSERT INTO b VALUES(1);\n",
  );
  assert.equal(status, 1);
  assert.equal(fake.rows("SELECT * FROM a").length, 2);
});

test("what is not UTF-8 is one bad statement", async (context) => {
  const content = Buffer.concat([
    Buffer.from("CREATE TABLE a (x);\nINSERT INTO a VALUES('"),
    Buffer.from([0xff]),
    Buffer.from("');\nINSERT INTO a VALUES(2);\n"),
  ]);
  const { fake, status, stderr } = await importing(context, content);
  assert.match(stderr, /^line 2: not valid UTF-8: INSERT INTO a/);
  assert.equal(status, 1);
  assert.deepEqual(fake.rows("SELECT * FROM a"), [{ x: 2 }]);
});

test("a NUL ends the import after what stands before it", async (context) => {
  const content = "CREATE TABLE a (x);\nINSERT INTO a VALUES(1);\nINSERT INTO a VALUES('\0');\n";
  const { fake, status, stdout, stderr } = await importing(context, content);
  assert.equal(stderr, "import: line 3: a NUL byte: this is no text in UTF-8\n");
  assert.match(stdout, /^loaded 2 statements, 1 row in/);
  assert.equal(status, 1);
  assert.equal(fake.rows("SELECT * FROM a").length, 1);
});

test("an SQLite database is not taken for a dump", async (context) => {
  const { status, stderr } = await importing(context, "SQLite format 3\0\u0010");
  assert.match(stderr, /this is an SQLite database and not a dump/);
  assert.equal(status, 1);
});

test("a token that may not create loads into a database that is there", async (context) => {
  for (const status of [401, 403]) {
    const fault = ({ method }) => (method === "PUT" ? refusal(status, "not you") : undefined);
    const there = await importing(context, DUMP, { fault });
    assert.equal(there.status, 0);
    const missing = await importing(context, DUMP, { fault, exists: false });
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /^import: not you/);
  }
});

test("--nodes is asked for, and another number of nodes is told", async (context) => {
  const made = await importing(context, DUMP, { exists: false, args: ["--nodes", "3"] });
  assert.deepEqual(made.fake.requests[0].body, { nodes: 3 });
  const fault = ({ method }) => (method === "PUT" ? refusal(409, "it has 2 nodes") : undefined);
  const other = await importing(context, DUMP, { fault, args: ["--nodes", "3"] });
  assert.equal(other.status, 1);
  assert.equal(other.stderr, "import: it has 2 nodes\n");
  const whatever = await importing(context, DUMP, { fault });
  assert.equal(whatever.status, 0);
});

test("an import that stopped says what is certain and resumes from there", async (context) => {
  const fault = ({ body }) => (body.batch ? refusal(500, "internal error") : undefined);
  const first = await importing(context, DUMP, { fault });
  assert.equal(first.status, 1);
  assert.equal(first.stderr, "import: internal error\n");
  assert.match(
    first.stdout,
    new RegExp(
      "everything before line 4 is dealt with\n" +
        "not known: whether what begins in lines 4-5 is loaded, all or none; .*\n" +
        "resume with --from-line 4\n$",
    ),
  );
  first.fake.fault = () => undefined;
  const second = await runAgainst(first.fake, "import", [dump(DUMP), "--from-line", "4"]);
  assert.equal(second.status, 0);
  assert.equal(first.fake.rows("SELECT * FROM a").length, 2);
});

test("where to resume is also told within a line", async (context) => {
  const fault = ({ statements }) => (statements[0]?.includes("b") ? refusal(500, "oh") : undefined);
  const content = "CREATE TABLE a (x); CREATE TABLE b (x);\n";
  const { stdout } = await importing(context, content, { fault });
  assert.match(stdout, /everything before line 1 and the first 1 of that line is dealt with/);
});

test("Ctrl-C ends after the request under way and says how far it came", async (context) => {
  let run;
  const content = `CREATE TABLE a (x);\n${"INSERT INTO a VALUES(1);\n".repeat(5000)}`;
  const fault = ({ statements }) => {
    if (statements.length > 1) {
      run.child.kill("SIGINT");
      return new Promise((resolve) => setTimeout(resolve, 200));
    }
    return undefined;
  };
  const fake = await startFake({ fault });
  context.after(() => fake.stop());
  run = start("import", [dump(content), "--url", fake.url, "--token", fake.token]);
  const { status, stdout, stderr } = await run.ended;
  assert.equal(status, 130);
  assert.match(stderr, /ending after the request under way/);
  assert.match(stdout, /^loaded 501 statements, 500 rows/);
  assert.match(stdout, /resume with --from-line 502\n$/);
  assert.equal(fake.rows("SELECT * FROM a").length, 500);
});

test("Ctrl-C ends a wait", async (context) => {
  const fault = ({ body }) =>
    body.sql ? refusal(503, "busy", { headers: { "Retry-After": "20" } }) : undefined;
  const fake = await startFake({ fault });
  context.after(() => fake.stop());
  const run = start("import", [dump(DUMP), "--url", fake.url, "--token", fake.token]);
  run.child.stderr.once("data", () => run.child.kill("SIGINT"));
  const { status, stdout, stderr } = await run.ended;
  assert.equal(status, 130);
  assert.match(stderr, /^waiting 20\.0 s: busy\n/);
  assert.match(stdout, /resume with --from-line 3\n$/);
});

test("an empty file is loaded", async (context) => {
  const { status, stdout } = await importing(context, "");
  assert.equal(status, 0);
  assert.match(stdout, /^loaded 0 statements, 0 rows/);
});

test("a server that is not there is one line that says what to do", async () => {
  const gone = await startFake();
  await gone.stop();
  const { status, stderr } = await runAgainst(gone, "import", [dump(DUMP)]);
  assert.equal(status, 1);
  assert.match(stderr, /^import: http:\S+ cannot be reached .*is scripts\/dev running\?.*\n$/);
});

test("wrong arguments are told, exit status 2", async () => {
  const cases = [
    [[], /one FILE is needed, none given/],
    [[join(directory, "none.sql")], /there is no file/],
    [[directory], /this is a directory/],
    [[dump(""), "--nodes", "0"], /--nodes must be a whole number of at least 1/],
    [[dump(""), "--from-line", "x"], /--from-line must be a whole number/],
    [[dump(""), "--jobs", "2"], /unknown argument: --jobs/],
  ];
  for (const [args, message] of cases) {
    const { status, stderr } = await start("import", args).ended;
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  }
});

test("--help tells the options", async () => {
  const { status, stdout } = await start("import", ["--help"]).ended;
  assert.equal(status, 0);
  assert.match(stdout, /--from-line N/);
});
