// Runs a client command as a process of its own.
import { spawn } from "node:child_process";
import { join } from "node:path";

const library = join(import.meta.dirname, "../lib");

/** The child process of scripts/lib/NAME.mjs, its output collected in `stdout` and `stderr`. */
export function start(name, args, environment = {}) {
  const { ENSEMBLE_TOKEN: ignored, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(library, `${name}.mjs`), ...args], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const run = { child, stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on("data", (text) => {
      run[stream] += text;
    });
  }
  run.ended = new Promise((resolve) => {
    child.on("close", (status) => resolve({ status, stdout: run.stdout, stderr: run.stderr }));
  });
  return run;
}

/** Runs scripts/lib/NAME.mjs against a fake server to its end. */
export function runAgainst(fake, name, args) {
  return start(name, ["--url", fake.url, "--token", fake.token, ...args]).ended;
}
