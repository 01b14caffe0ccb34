import assert from "node:assert/strict";
import { test } from "node:test";
import { classify } from "../lib/statement.mjs";

test("what means something to one session alone is passed over by name", () => {
  const cases = {
    "PRAGMA foreign_keys=OFF;": "PRAGMA",
    "begin transaction;": "BEGIN",
    "COMMIT;": "COMMIT",
    "end": "END",
    "ROLLBACK; -- due to errors": "ROLLBACK",
    "SAVEPOINT a;": "SAVEPOINT",
    "RELEASE a": "RELEASE",
    "ANALYZE sqlite_schema;": "ANALYZE",
    "VACUUM;": "VACUUM",
    "DELETE FROM sqlite_sequence;": "DELETE of sqlite_sequence",
    'INSERT INTO "sqlite_sequence" VALUES(\'a\',1);': "INSERT of sqlite_sequence",
    "insert or replace into main . [SQLITE_SEQUENCE](name) VALUES(1)": "INSERT of sqlite_sequence",
    "REPLACE/* a */INTO sqlite_sequence VALUES(1)": "REPLACE of sqlite_sequence",
    "UPDATE sqlite_sequence SET seq=1": "UPDATE of sqlite_sequence",
    "INSERT INTO sqlite_stat1 VALUES(1,2,3)": "INSERT of sqlite_stat1",
  };
  for (const [sql, name] of Object.entries(cases)) {
    assert.deepEqual(classify(sql), { action: "pass", name }, sql);
  }
});

test("an insert knows its table as it is written", () => {
  const cases = {
    "INSERT INTO a VALUES(1)": "a",
    "INSERT OR IGNORE INTO -- b\n main.[a b](c) VALUES(1)": "main.[a b]",
    'REPLACE INTO "a""b" SELECT 1': '"a""b"',
    "insert into`é`values(1)": "`é`",
    "INSERT INTO 't' VALUES(1)": "'t'",
  };
  for (const [sql, target] of Object.entries(cases)) {
    assert.deepEqual(classify(sql), { action: "insert", target }, sql);
  }
});

test("everything else is sent as it stands", () => {
  const others = [
    "CREATE TABLE pragma (a)",
    "CREATE TRIGGER t BEGIN SELECT 1; END",
    "UPDATE a SET b = 1",
    "UPDATE OR IGNORE a SET b = 1",
    "DELETE FROM a",
    "WITH x AS (SELECT 1) INSERT INTO a SELECT * FROM x",
    "INSERT nonsense",
    "INSERT",
    "(",
    "DROP TABLE IF EXISTS [Album]",
  ];
  for (const sql of others) {
    assert.deepEqual(classify(sql), { action: "send" }, sql);
  }
});

test("the length of a statement does not matter", () => {
  const sql = `INSERT INTO a VALUES('${"x".repeat(5_000_000)}')`;
  assert.deepEqual(classify(sql), { action: "insert", target: "a" });
});
