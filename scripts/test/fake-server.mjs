// A server that keeps the HTTP contract over one SQLite in memory, and fails when it is told to.
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";

const TOKEN = "secret";

/**
 * Starts the server. `fault(request)` may answer `{status, headers, body}` instead of it, or
 * "cut" to break the connection; a request is `{method, path, body, statements}`. `exists` tells
 * whether the database `main` is there already.
 */
export async function startFake({ fault = () => undefined, exists = true } = {}) {
  const fake = { databases: new Map(), requests: [], fault, token: TOKEN };
  if (exists) {
    fake.databases.set("main", new DatabaseSync(":memory:"));
  }
  const server = createServer(async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) {
      chunks.push(chunk);
    }
    const body = JSON.parse(Buffer.concat(chunks).toString() || "{}");
    const statements = (body.batch ?? (body.sql === undefined ? [] : [body])).map((s) => s.sql);
    const { method, url: path, headers } = incoming;
    const request = { method, path, body, statements };
    fake.requests.push(request);
    const answer = (await fake.fault(request)) ?? serve(fake, request, headers.authorization);
    if (answer === "cut") {
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
    outgoing.end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  fake.url = `http://127.0.0.1:${server.address().port}`;
  fake.sql = () => fake.requests.flatMap((request) => request.statements);
  fake.rows = (sql) => fake.databases.get("main").prepare(sql).all().map((row) => ({ ...row }));
  fake.stop = () => new Promise((resolve) => server.close(resolve));
  return fake;
}

/** An answer that refuses, in the contract's envelope. */
export function refusal(status, message, { position, headers } = {}) {
  const errors = [{ code: 7500, message, position }];
  return {
    status,
    headers,
    body: JSON.stringify({ success: false, errors, messages: [], result: [] }),
  };
}

/** A successful answer whose `result` is given as JSON text. */
export function success(result, status = 200) {
  return { status, body: `{"success":true,"errors":[],"messages":[],"result":${result}}` };
}

function serve(fake, { method, path, statements }, authorization) {
  if (authorization !== `Bearer ${TOKEN}`) {
    return refusal(401, "no token");
  }
  const name = path.split("/")[2];
  const database = fake.databases.get(name);
  if (method === "PUT") {
    fake.databases.set(name, database ?? new DatabaseSync(":memory:"));
    return success("{}", database === undefined ? 201 : 200);
  }
  return database === undefined ? refusal(404, "no such database") : execute(database, statements);
}

function execute(database, statements) {
  database.exec("BEGIN");
  try {
    const results = statements.map((sql) => resultOf(database, sql));
    database.exec("COMMIT");
    return success(`[${results.join(",")}]`);
  } catch (error) {
    database.exec("ROLLBACK");
    return refusal(400, error.message);
  }
}

function resultOf(database, sql) {
  const before = counters(database);
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  const rows = statement.all().map((row) => `[${row.map(json).join(",")}]`);
  const columns = JSON.stringify(statement.columns().map((column) => column.name));
  const after = counters(database);
  const changes = after.total - before.total;
  const rowId = changes === 0n ? 0n : after.rowId;
  const meta = `{"changes":${changes},"last_row_id":${rowId}}`;
  return `{"success":true,"results":{"columns":${columns},"rows":[${rows}]},"meta":${meta}}`;
}

function counters(database) {
  const statement = database.prepare("SELECT total_changes() total, last_insert_rowid() rowId");
  statement.setReadBigInts(true);
  return statement.get();
}

function json(value) {
  if (typeof value === "bigint") {
    return `${value}`;
  }
  if (value instanceof Uint8Array) {
    return `[${[...value]}]`;
  }
  if (typeof value !== "number") {
    return JSON.stringify(value);
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? "9e999" : "-9e999";
  }
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : `${value}`;
}
