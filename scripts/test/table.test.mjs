import assert from "node:assert/strict";
import { test } from "node:test";
import { parseExact } from "../lib/exact.mjs";
import { formatValue, printable, tableLines, width } from "../lib/table.mjs";

const formatted = (json) => formatValue(parseExact(json));

test("integers keep every digit", () => {
  assert.equal(formatted("9223372036854775807"), "9223372036854775807");
  assert.equal(formatted("-9223372036854775808"), "-9223372036854775808");
  assert.equal(formatted("9007199254740993"), "9007199254740993");
});

test("reals keep their point and infinities have a name", () => {
  assert.equal(formatted("1.0"), "1.0");
  assert.equal(formatted("-0.0"), "-0.0");
  assert.equal(formatted("1e100"), "1e100");
  assert.equal(formatted("9e999"), "Inf");
  assert.equal(formatted("-9e999"), "-Inf");
});

test("null, blobs and text", () => {
  assert.equal(formatted("null"), "NULL");
  assert.equal(formatted("[0,15,255]"), "x'000fff'");
  assert.equal(formatted("[]"), "x''");
  assert.equal(formatted('"Ann"'), "Ann");
  assert.equal(formatted('""'), "");
});

test("what would break the table is escaped", () => {
  assert.equal(printable("a\nb\tc\rd"), "a\\nb\\tc\\rd");
  assert.equal(printable("\u001b[2J\u0000\u0085"), "\\x1b[2J\\x00\\x85");
  assert.equal(printable("\u202e\u2028\ud800"), "\\u{202e}\\u{2028}\\u{d800}");
  assert.equal(printable("Motörhead 😀"), "Motörhead 😀");
});

test("width counts a terminal's columns", () => {
  assert.equal(width("Motörhead"), 9);
  assert.equal(width("o\u0308"), 1);
  assert.equal(width("東京"), 4);
  assert.equal(width("😀"), 2);
});

test("columns are aligned, numbers to the right", () => {
  const rows = parseExact('[[7,"Ann",null],[1000,"東京",1.5]]');
  assert.deepEqual(
    [...tableLines(["id", "name", "x"], rows)],
    ["  id  name     x", "----  ----  ----", "   7  Ann   NULL", "1000  東京   1.5"],
  );
});

test("a column of mixed types leans to the left and its spaces stay", () => {
  const rows = parseExact('[[1],["ab  "]]');
  assert.deepEqual([...tableLines(["v"], rows)], ["v", "----", "1", "ab  "]);
});

test("no rows leave header and rule; equal names stay", () => {
  assert.deepEqual([...tableLines(["a", "a"], [])], ["a  a", "-  -"]);
});

test("long values are not cut", () => {
  const long = "x".repeat(10_000);
  assert.equal([...tableLines(["v"], [[long]])][2], long);
});
