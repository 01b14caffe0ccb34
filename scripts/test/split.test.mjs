import assert from "node:assert/strict";
import { test } from "node:test";
import { NotSql, Splitter } from "../lib/split.mjs";
import { randomNumbers, seed } from "./random.mjs";

function pieces(input, sizes = [input.length || 1], maxBytes) {
  const splitter = new Splitter(maxBytes);
  const bytes = Buffer.from(input);
  const found = [];
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const size = sizes[i % sizes.length];
    found.push(...splitter.push(bytes.subarray(from, from + size)));
    from += size;
  }
  return [...found, ...splitter.end()];
}

function statements(input) {
  return pieces(input)
    .filter(({ sqlStart }) => sqlStart >= 0)
    .map(({ bytes, sqlStart }) => bytes.subarray(sqlStart).toString());
}

test("statements end at semicolons, the last one also without", () => {
  assert.deepEqual(statements("SELECT 1;SELECT 2 ;\n SELECT 3"), [
    "SELECT 1;",
    "SELECT 2 ;",
    "SELECT 3",
  ]);
});

test("nothing, white space, comments and lone semicolons are no statements", () => {
  for (const input of ["", " \r\n\t\f", ";;;", "-- a;b", "/* ; */", "/* ; ", ";-- a\n;/*/;*/"]) {
    assert.deepEqual(statements(input), [], JSON.stringify(input));
  }
});

test("a semicolon within quotes or comments ends nothing", () => {
  const whole = [
    "SELECT 'a;b', 'it''s;', ';';",
    'SELECT "a;b", ";""";',
    "SELECT `a;b```;",
    "SELECT [a;'b];",
    "SELECT 1 -- ; '\n;",
    "SELECT 1 /* ; ' * / /* */;",
    "SELECT 1 /*/ ; */;",
    "SELECT 1 /**/;",
    "SELECT 1 /* ;**/;",
  ];
  for (const sql of whole) {
    assert.deepEqual(statements(`${sql}SELECT 2;`), [sql, "SELECT 2;"]);
  }
});

test("signs that begin no comment", () => {
  assert.deepEqual(statements("SELECT 1-1;-1;/1;SELECT 4/2;-"), [
    "SELECT 1-1;",
    "-1;",
    "/1;",
    "SELECT 4/2;",
    "-",
  ]);
  assert.deepEqual(statements("SELECT 1-'a;b';SELECT 1-/*;*/1;"), [
    "SELECT 1-'a;b';",
    "SELECT 1-/*;*/1;",
  ]);
});

test("a trigger ends at the semicolon after its END", () => {
  const triggers = [
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; DELETE FROM b; END;",
    "create temp /* x */ trigger t AFTER INSERT ON a BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; END ;",
    "CREATE TEMPORARY TRIGGER [x;] BEGIN SELECT 'END;'; END-- ;\n;",
    "EXPLAIN CREATE TRIGGER t BEGIN SELECT 1;; ;END;",
  ];
  for (const sql of triggers) {
    assert.deepEqual(statements(`${sql} SELECT 2;`), [sql, "SELECT 2;"]);
  }
});

test("other statements end at their first semicolon", () => {
  assert.deepEqual(statements("CREATE TABLE trigger_log (a);BEGIN;END;"), [
    "CREATE TABLE trigger_log (a);",
    "BEGIN;",
    "END;",
  ]);
  assert.deepEqual(statements('CREATE TABLE "trigger" (a);DROP TRIGGER t;'), [
    'CREATE TABLE "trigger" (a);',
    "DROP TRIGGER t;",
  ]);
});

test("lines are counted from 1 at a statement's first token", () => {
  const found = pieces("SELECT\n'a\n\n';\r\n-- c\r\n/*\n*/ SELECT 2;SELECT 3;\n\n-1");
  assert.deepEqual(
    found.map(({ line }) => line),
    [1, 7, 7, 9],
  );
});

test("a NUL is refused with its line", () => {
  for (const input of ["SELECT 1;\n\0", "\n'\0'", "\n/*\0*/", "\n--\0", "\na\0", "\n-\0"]) {
    assert.throws(
      () => pieces(input),
      (error) => error instanceof NotSql && error.line === 2,
    );
  }
});

test("the statements before a NUL are found", () => {
  const splitter = new Splitter();
  const found = [];
  assert.throws(() => {
    for (const piece of splitter.push(Buffer.from("SELECT 1;SELECT 2;\0"))) {
      found.push(piece);
    }
  }, NotSql);
  assert.equal(found.length, 2);
});

test("of a piece beyond the bound the beginning is kept, and the next one is whole", () => {
  for (const sizes of [[100], [1], [7, 3]]) {
    const [at, beyond, next] = pieces("SELECT 12;SELECT 123;SELECT 1;", sizes, 10);
    assert.deepEqual([at.bytes.toString(), at.length], ["SELECT 12;", 10]);
    assert.deepEqual([beyond.bytes.toString(), beyond.length], ["SELECT 123", 11]);
    assert.deepEqual([next.bytes.toString(), next.length], ["SELECT 1;", 9]);
  }
});

const MATERIAL = [
  ..."';\"`[]-/*\n\r\t (),.x$é東",
  ..."CREATE TEMP TEMPORARY TRIGGER END EXPLAIN BEGIN SELECT".split(" ").map((w) => ` ${w} `),
  "--",
  "/*",
  "*/",
  "''",
  "; END;",
  "CREATE TRIGGER t ",
  "SELECT 1;",
];

test(`pieces make up the input, however it is cut into chunks (seed ${seed})`, () => {
  const random = randomNumbers();
  for (let round = 0; round < 2000; round++) {
    const length = random(60);
    const input = Array.from({ length }, () => MATERIAL[random(MATERIAL.length)]).join("");
    const whole = pieces(input);
    assert.equal(Buffer.concat(whole.map(({ bytes }) => bytes)).toString(), input);
    whole.forEach(({ bytes, length: bytesLong }) => assert.equal(bytes.length, bytesLong));
    const sizes = Array.from({ length: 5 }, () => 1 + random(12));
    assert.deepEqual(pieces(input, sizes), whole, JSON.stringify({ input, sizes }));
    assert.deepEqual(pieces(input, [1]), whole, JSON.stringify(input));
  }
});
