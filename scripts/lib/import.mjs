// scripts/import: loads an SQLite dump into a running database.
import { accessSync, constants, statSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { CONNECTION_HELP, parseArguments, UsageError, wholeNumber } from "./arguments.mjs";
import { Client, Refused } from "./client.mjs";
import { run } from "./command.mjs";
import { readStatements } from "./dump.mjs";
import { Loader, Stopped } from "./loader.mjs";
import { Progress } from "./progress.mjs";
import { lineRange, Report } from "./report.mjs";

const HELP = `scripts/import FILE [--url URL] [--db DB] [--token TOKEN] [--nodes N] [--from-line N]
Loads a dump as \`sqlite3 FILE .dump\` prints it, and says what it could not load. The database is
created if it is not there, which needs the admin token.

${CONNECTION_HELP}
  --nodes N      how many nodes a database that is created has (the server's choice)
  --from-line N  passes over what begins before this line of the file, to resume an import
  --help         this text

Exit status: 0 all was loaded, 1 something was not, 130 interrupted.
`;

const OPTIONS = { nodes: { type: "string" }, "from-line": { type: "string" } };
const INTERRUPTED_STATUS = 130;

await run("import", main, { workToFinish: true });

async function main(args) {
  const { help, operand: file, ...options } = parseArguments(args, "FILE", OPTIONS);
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const nodes = wholeNumber("nodes", options.nodes);
  const fromLine = wholeNumber("from-line", options["from-line"]) ?? 1;
  const totalBytes = sizeOf(file);
  const client = new Client(options);
  await ensureDatabase(client, options.db, nodes);

  const progress = new Progress({ stream: process.stderr, totalBytes });
  const report = new Report({ progress });
  const interruption = interruptible(progress);
  const sleep = (millis) =>
    delay(millis, undefined, { signal: interruption }).catch(() => undefined);
  const loader = new Loader({ client, database: options.db, report, sleep, interruption });
  let stop;
  try {
    await loader.load(statementsFrom(file, fromLine));
  } catch (error) {
    if (!(error instanceof Stopped)) {
      progress.clear();
      throw error;
    }
    stop = error;
  }
  progress.clear();
  for (const line of [...report.summary(), ...(stop === undefined ? [] : outcome(stop))]) {
    console.log(line);
  }
  if (stop !== undefined) {
    console.error(`import: ${stop.message}`);
    return interruption.aborted ? INTERRUPTED_STATUS : 1;
  }
  return report.complete ? 0 : 1;
}

/** The bytes of a regular file, undefined of a pipe. */
function sizeOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) {
    const what = found === undefined ? "there is no file" : "this is a directory:";
    throw new UsageError(`${what} ${file}`);
  }
  accessSync(file, constants.R_OK);
  return found.isFile() ? found.size : undefined;
}

/** Creates the database; with a token that may not, or for other values, it must be there. */
async function ensureDatabase(client, database, nodes) {
  try {
    await client.create(database, nodes === undefined ? {} : { nodes });
  } catch (error) {
    const mayExist = nodes === undefined ? [401, 403, 409] : [401, 403];
    if (!(error instanceof Refused && mayExist.includes(error.status))) {
      throw error;
    }
    const exists = await client.raw(database, { sql: "SELECT 1" }).then(
      () => true,
      () => false,
    );
    if (!exists) {
      throw error;
    }
  }
}

async function* statementsFrom(file, fromLine) {
  for await (const statement of readStatements(file)) {
    if (statement.line >= fromLine) {
      yield statement;
    }
  }
}

/** Aborted by the first Ctrl-C, which lets the request under way end; the second ends at once. */
function interruptible(progress) {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) {
      process.exit(INTERRUPTED_STATUS);
    }
    progress.note("ending after the request under way; Ctrl-C again ends at once");
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return controller.signal;
}

function* outcome({ next, uncertain }) {
  if (next === undefined) {
    return;
  }
  const before = next.nth === 1 ? "" : ` and the first ${next.nth - 1} of that line`;
  yield `everything before line ${next.line}${before} is dealt with`;
  if (uncertain.length > 0) {
    const lines = lineRange(next.line, uncertain.at(-1).line);
    yield `not known: whether what begins in ${lines} is loaded, all or none; look before resuming`;
  }
  yield `resume with --from-line ${next.line}${before && ", after taking those out of the file"}`;
}
