// What the client commands have in common: how they end.
import { UsageError } from "./arguments.mjs";
import { NoAnswer } from "./client.mjs";
import { printable } from "./table.mjs";

/**
 * Runs a command to its exit status. A reader of its output that goes away (`| head`) ends it
 * silently, or, if there is `workToFinish`, ends its output alone.
 */
export async function run(name, main, { workToFinish = false } = {}) {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") {
        throw error;
      }
      if (!workToFinish) {
        process.exit(0);
      }
    });
  }
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${name}: ${error.message}\nscripts/${name} --help tells how to call it`);
      process.exitCode = 2;
      return;
    }
    console.error(`${name}: ${explain(error)}`);
    process.exitCode = 1;
  }
}

/** An error's message, and what its reader can do about it. */
export function explain(error) {
  const message = printable(error.message);
  if (error instanceof NoAnswer && !error.sent) {
    return `${message}: is scripts/dev running? --url names another server`;
  }
  if (error.status === 401) {
    return `${message}: give the token by --token or in ENSEMBLE_TOKEN (scripts/dev prints it)`;
  }
  return message;
}
