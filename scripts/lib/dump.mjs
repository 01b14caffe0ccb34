// A dump file as a stream of its statements.
import { createReadStream } from "node:fs";
import { MAX_STATEMENT_BYTES, NotSql, Splitter } from "./split.mjs";

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const DATABASE_HEADER = Buffer.from("SQLite format 3\0");
const CHUNK_BYTES = 256 * 1024;
const SHOWN_BYTES = 400;

/**
 * The statements of a file: `{sql, line, nth, end}`, without the comments before them; `nth` counts
 * those that begin in the same line, `end` is the place in the file after them. One that cannot be
 * sent has a `problem`, and its `sql` is only good for being shown.
 */
export async function* readStatements(file) {
  const splitter = new Splitter();
  let end = 0;
  let line = 0;
  let nth = 0;
  const statements = function* (pieces) {
    for (const piece of pieces) {
      end += piece.length;
      if (piece.sqlStart >= 0) {
        nth = piece.line === line ? nth + 1 : 1;
        line = piece.line;
        yield { ...textOf(piece), line, nth, end };
      }
    }
  };
  let first = true;
  for await (let chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    if (first) {
      first = false;
      rejectDatabase(chunk);
      if (chunk.subarray(0, MARK.length).equals(MARK)) {
        chunk = chunk.subarray(MARK.length);
        end = MARK.length;
      }
    }
    yield* statements(splitter.push(chunk));
  }
  yield* statements(splitter.end());
}

function rejectDatabase(chunk) {
  if (chunk.subarray(0, DATABASE_HEADER.length).equals(DATABASE_HEADER)) {
    const advice = "import what `sqlite3 FILE .dump` prints of it";
    throw new NotSql(1, `this is an SQLite database and not a dump: ${advice}`);
  }
}

function textOf({ bytes, sqlStart, length }) {
  const sql = bytes.subarray(sqlStart);
  if (length > MAX_STATEMENT_BYTES) {
    const problem = `longer than ${MAX_STATEMENT_BYTES} bytes, which no request may be`;
    return { sql: sql.toString("utf8", 0, SHOWN_BYTES), problem };
  }
  try {
    return { sql: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(sql) };
  } catch {
    return { sql: sql.toString("utf8", 0, SHOWN_BYTES), problem: "not valid UTF-8" };
  }
}
