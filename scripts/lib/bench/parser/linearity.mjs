// Whether ten times the statement takes ten times the time. To be run with a young generation that
// holds the tree of the longest statement, and without: what the collector adds by moving a large
// tree about is no work of the parser.
import { loadWasm } from "../../../../sqlite-ast/compiled/src/main/js/programs.mjs";

const LIMIT = 12;

/** The time of ten times the statement over that of the statement, at its worst up to 1 MB. */
function linearity(program) {
  const makers = {
    rows: (n) => `INSERT INTO t VALUES ${"(1, 'text', x, 2.5), ".repeat(n)}(1, 'text', x, 2.5)`,
    list: (n) => `SELECT * FROM t WHERE a IN (${"12345678, ".repeat(n)}1)`,
    text: (n) => `SELECT '${"it''s text ".repeat(n)}'`,
    comments: (n) => `SELECT a FROM t WHERE ${"/* c */ ".repeat(n)} b`,
  };
  return Object.entries(makers).map(([name, make]) => {
    const unit = make(1).length - make(0).length;
    const times = [10_000, 100_000, 1_000_000].map((bytes) => {
      const sql = make(Math.floor((bytes - make(0).length) / unit));
      return time(() => program.parse(sql));
    });
    return { name, times, ratio: Math.max(times[1] / times[0], times[2] / times[1]) };
  });
}

/** The shortest of several runs, in milliseconds; short work is repeated to be measurable. */
function time(work) {
  work();
  let best = Infinity;
  for (let i = 0; i < 9; i++) {
    const start = performance.now();
    let repeats = 0;
    let elapsed = 0;
    do {
      work();
      repeats++;
      elapsed = performance.now() - start;
    } while (elapsed < 20);
    best = Math.min(best, elapsed / repeats);
  }
  return best;
}

const judged = process.execArgv.some((argument) => argument.includes("semi-space"));
console.log(judged ? "ten times the statement" : "the same with the collector's own settings");
for (const { name, times, ratio } of linearity(await loadWasm())) {
  const millis = times.map((value) => `${value.toFixed(2)} ms`).join(", ");
  const verdict = ratio <= LIMIT ? "holds" : "DOES NOT HOLD";
  const label = `  ${name}: 10 kB, 100 kB, 1 MB in ${millis}`;
  console.log(`${label.padEnd(58)} ${ratio.toFixed(1).padStart(13)}x  ${judged ? verdict : ""}`);
  if (judged && ratio > LIMIT) {
    process.exitCode = 1;
  }
}
