// scripts/sql: statements to a running database, the answers as tables.
import { CONNECTION_HELP, parseArguments } from "./arguments.mjs";
import { Client, Refused } from "./client.mjs";
import { explain, run } from "./command.mjs";
import { printable, tableLines, width } from "./table.mjs";

const HELP = `scripts/sql [--url URL] [--db DB] [--token TOKEN] "SELECT ..."
Runs the statements, all or none of them, and prints the answers as tables.

${CONNECTION_HELP}
  --help         this text
`;

// A line of SQL with a caret under it is of no use when the terminal wraps it.
const SHOWN_BEFORE_CARET = 60;
const SHOWN_AFTER_CARET = 38;

await run("sql", async (args) => {
  const { help, operand: sql, ...options } = parseArguments(args, "SQL text");
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  let results;
  try {
    results = await new Client(options).raw(options.db, { sql });
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    console.error([`sql: ${explain(error)}`, ...pointer(sql, error.position)].join("\n"));
    return 1;
  }
  await print(results);
  return 0;
});

async function print(results) {
  let first = true;
  for (const result of results) {
    if (!first) {
      await write("\n");
    }
    first = false;
    for (const line of answerLines(result)) {
      await write(`${line}\n`);
    }
  }
}

/** Waits while the reader is slower than the writer. */
function write(text) {
  if (process.stdout.write(text)) {
    return undefined;
  }
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}

function* answerLines({ results, meta }) {
  const columns = results?.columns ?? [];
  const changes = meta?.changes?.source ?? "0";
  if (columns.length > 0) {
    yield* tableLines(columns, results.rows);
  }
  if (columns.length === 0 || changes !== "0") {
    const rowId = meta?.last_row_id?.source ?? "0";
    const counted = changes === "1" ? "1 row changed" : `${changes} rows changed`;
    yield rowId === "0" ? counted : `${counted}, last_row_id ${rowId}`;
  }
}

/** The line of the SQL that an error is in, and a caret under its place. */
function pointer(sql, position) {
  const line = sql.split("\n")[Number(position?.line) - 1]?.replace(/\r$/, "");
  const column = Number(position?.column) - 1;
  if (line === undefined || !(column >= 0 && column <= line.length)) {
    return [];
  }
  const shown = (text) => printable(text.replaceAll("\t", " "));
  const start = line.slice(0, column);
  const before = column > SHOWN_BEFORE_CARET ? `…${start.slice(-SHOWN_BEFORE_CARET)}` : start;
  const rest = line.slice(column);
  const after = rest.length > SHOWN_AFTER_CARET ? `${rest.slice(0, SHOWN_AFTER_CARET)}…` : rest;
  return [`  ${shown(before)}${shown(after)}`, `  ${" ".repeat(width(shown(before)))}^`];
}
