// Parsers in V8, measured in turns in one process: the compiled parser against two from npm.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import sqlParser from "node-sql-parser";
import * as cst from "sql-parser-cst";
import { jsBytes, loadJs, loadWasm, wasmBytes } from "../../../../sqlite-ast/compiled/src/main/js/programs.mjs";

const ROUNDS = 7;
const ROUND_MILLIS = 400;
const GOAL = 15;
const SIZE_LIMIT_BYTES = 120_000;

/** The statements of the file, which blank lines separate; comments are left out. */
export function readStatements() {
  const text = readFileSync(new URL("statements.sql", import.meta.url), "utf8");
  const blocks = text.split(/\n{2,}/).map((block) => block.trim());
  return blocks.filter((block) => block !== "" && !block.startsWith("--"));
}

function accepts(parse, sql) {
  try {
    parse(sql);
    return true;
  } catch {
    return false;
  }
}

/** Statements a second in one stretch of time. */
function speed(work, statementsPerCall) {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    work();
    calls++;
    elapsed = performance.now() - start;
  } while (elapsed < ROUND_MILLIS);
  return (calls * statementsPerCall * 1000) / elapsed;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function contender(name, parse, statements) {
  const accepted = statements.filter((sql) => accepts(parse, sql));
  const work = () => {
    for (const sql of accepted) {
      parse(sql);
    }
  };
  return { name, accepted: accepted.length, work, count: accepted.length, speeds: [] };
}

function compiled(name, program, statements) {
  return contender(name, (sql) => program.parse(sql), statements);
}

/** All statements parsed within the program, so that no string crosses its border. */
function inside(name, program, statements) {
  statements.forEach((sql) => program.load(sql));
  const work = () => program.parseLoaded(1);
  return { name, accepted: statements.length, work, count: statements.length, speeds: [] };
}

/** How many statements print to SQL that is read and printed again without a change. */
function faithful(program, statements) {
  return statements.filter((sql) => {
    const printed = program.outcome(sql);
    return program.outcome(printed) === printed;
  }).length;
}

function report(label, value, holds) {
  console.log(`${label.padEnd(58)} ${value.padStart(14)}  ${holds ? "holds" : "DOES NOT HOLD"}`);
  if (!holds) {
    process.exitCode = 1;
  }
}

const statements = readStatements();
const wasm = await loadWasm();
const js = await loadJs();
const nodeSqlParser = new sqlParser.Parser();
const CST_OPTIONS = { dialect: "sqlite", paramTypes: ["?", "?nr", ":name", "@name", "$name"] };

const inWasm = inside("ours, WasmGC, strings inside", wasm, statements);
const ours = compiled("ours, WasmGC", wasm, statements);
const oursJs = compiled("ours, JavaScript", js, statements);
const others = [
  contender(
    "node-sql-parser 5.4.0",
    (sql) => nodeSqlParser.astify(sql, { database: "Sqlite" }),
    statements,
  ),
  contender("sql-parser-cst 0.42.1", (sql) => cst.parse(sql, CST_OPTIONS), statements),
];
const contenders = [ours, inWasm, oursJs, ...others];

contenders.forEach(({ work, count }) => speed(work, count));
for (let round = 0; round < ROUNDS; round++) {
  for (const each of contenders) {
    each.speeds.push(speed(each.work, each.count));
  }
}

console.log(`${statements.length} statements, ${process.version}, median of ${ROUNDS} rounds in turn`);
for (const { name, accepted, speeds } of contenders) {
  const perSecond = Math.round(median(speeds)).toLocaleString("en");
  console.log(`  ${name.padEnd(34)} ${String(accepted).padStart(3)} accepted ${perSecond.padStart(12)}/s`);
}

const ratio = (a, b) => median(a.speeds.map((value, i) => value / b.speeds[i]));
report("accepted by ours", `${ours.accepted}/50`, ours.accepted === 50);
const printedSame = faithful(wasm, statements);
report("faithful in ours", `${printedSame}/50`, printedSame === 50);
for (const other of others) {
  const counts = other.accepted >= 40;
  const label = `WasmGC / ${other.name}${counts ? "" : " (accepts too few to count)"}`;
  const least = other === others[0] ? GOAL : 1;
  report(`${label}, at least ${least}`, `${ratio(ours, other).toFixed(1)}x`, !counts || ratio(ours, other) >= least);
}
for (const [name, bytes] of [["WasmGC", wasmBytes()], ["JavaScript", jsBytes()]]) {
  const size = gzipSync(bytes, { level: 9 }).length;
  report(`gzip, parser and class library alone, ${name}`, `${(size / 1000).toFixed(1)} kB`, size < SIZE_LIMIT_BYTES);
}
