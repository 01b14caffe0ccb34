// The statements of a file, each of them as deep as the limits allow, on the stack that V8 gives by
// default: the outcome of each by both programs. node deepest.mjs FILE
import { readFileSync } from "node:fs";
import { loadJs, loadWasm } from "./programs.mjs";

const statements = readFileSync(process.argv[2], "utf8").split("\u0001").slice(0, -1);
for (const program of [await loadWasm(), await loadJs()]) {
  console.log(statements.filter((sql) => program.outcome(sql) === sql).length);
}
