import assert from "node:assert/strict";
import { test } from "node:test";
import { Progress } from "../lib/progress.mjs";

function progressOn({ isTTY, columns, totalBytes }) {
  let clock = 0;
  const written = [];
  const stream = { isTTY, columns, write: (text) => written.push(text) };
  const progress = new Progress({ stream, totalBytes, now: () => clock });
  const at = (seconds, bytes) => {
    clock = seconds * 1000;
    progress.show({ bytes, statements: bytes, rows: 10 * bytes });
  };
  return { progress, at, written };
}

test("on a terminal a bar stays in its line", () => {
  const { progress, at, written } = progressOn({ isTTY: true, columns: 120, totalBytes: 1000 });
  at(0, 0);
  at(10, 250);
  at(10.05, 251);
  progress.note("hello");
  assert.deepEqual(written, [
    "\r\x1b[K[#####---------------]  25.0 %, 0:30 left, 2,500 rows, 250 rows/s, 250 statements",
    "\r\x1b[K",
    "hello\n",
  ]);
});

test("a narrow terminal does not wrap it", () => {
  const { at, written } = progressOn({ isTTY: true, columns: 30, totalBytes: 1000 });
  at(10, 250);
  assert.equal(written[0].length, "\r\x1b[K".length + 29);
});

test("elsewhere it is a line now and then", () => {
  const { at, written } = progressOn({ isTTY: false, totalBytes: 4_000_000 });
  at(0, 0);
  at(9.9, 400);
  at(10, 500);
  at(11, 550);
  assert.deepEqual(written, ["  0.0 %, 22:13:10 left, 5,000 rows, 500 rows/s, 500 statements\n"]);
});

test("of a pipe there is no share and no end in sight", () => {
  const { at, written } = progressOn({ isTTY: false });
  at(0, 0);
  at(20, 3_000_000);
  const [line] = written;
  assert.match(line, /^3\.0 MB, 30,000,000 rows, 1,500,000 rows\/s, 3,000,000 statements\n$/);
});
