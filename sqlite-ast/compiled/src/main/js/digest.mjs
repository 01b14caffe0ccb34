// The digest of the statements of a file by both programs: node digest.mjs FILE
import { readFileSync } from "node:fs";
import { loadJs, loadWasm } from "./programs.mjs";

const statements = readFileSync(process.argv[2], "utf8");
console.log((await loadWasm()).digest(statements));
console.log((await loadJs()).digest(statements));
