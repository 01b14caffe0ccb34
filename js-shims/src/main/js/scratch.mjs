// A SQLite inside the conductor, in memory: see workers.ScratchSqlite. It is sql.js, the real SQLite
// as WebAssembly; nothing of it is started before the first database is opened.
import initSqlJs from "sql.js";
import module from "sql.js/dist/sql-wasm-browser.wasm";
import { visitRows } from "./json-rows.mjs";
import { rowWriter } from "./rows.mjs";

const PLACES = { v: "?", i: "+CAST(? AS INTEGER)", r: "+CAST(? AS REAL)" };

let sqlJs;
let failure;

/** A new database without tables. */
export async function openScratch() {
  if (failure !== undefined) {
    throw new Error(`SQLite in the conductor has failed and cannot be started again: ${failure}`);
  }
  sqlJs ??= await start();
  return new Scratch(new sqlJs.Database());
}

function start() {
  // sql.js looks there for the place of its files, of which it needs none.
  globalThis.location ??= { href: "" };
  return initSqlJs({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
}

class Scratch {
  #database;
  rowsRead = 0;
  rowsWritten = 0;
  sizeBytes = 0;

  constructor(database) {
    this.#database = database;
  }

  execute(sql, parameters) {
    return answer(() => {
      this.#database.run(sql, parameters);
      return {};
    }).refusal;
  }

  columnNames(sql) {
    return answer(() => this.#with(sql, (statement) => ({ names: statement.getColumnNames() })));
  }

  text(sql, parameters) {
    return answer(() =>
      this.#with(sql, (statement) => {
        statement.bind(parameters);
        const value = statement.step() ? statement.get()[0] : null;
        return { text: value === null ? null : String(value) };
      }),
    );
  }

  prepare(sql, names, keys) {
    const write = rowWriter(names, keys);
    return {
      run: (parameters, objects) =>
        answer(() =>
          this.#with(sql, (statement) => {
            statement.bind(parameters);
            const rows = [];
            while (statement.step()) {
              rows.push(statement.get());
            }
            return write.all(rows, objects);
          }),
        ),
    };
  }

  /** Adds rows; `insert` is the statement up to VALUES. A refusal, or null. */
  load(insert, rows) {
    const statements = new Map();
    return answer(() => {
      this.#database.run("BEGIN");
      visitRows(rows, (values, marks) => {
        let statement = statements.get(marks);
        if (statement === undefined) {
          const places = Array.from(marks, (mark) => PLACES[mark]);
          statement = this.#database.prepare(`${insert}(${places.join(",")})`);
          statements.set(marks, statement);
        }
        statement.run(values);
      });
      this.#database.run("COMMIT");
      for (const statement of statements.values()) {
        statement.free();
      }
      return {};
    }).refusal;
  }

  /** Frees its memory. */
  close() {
    this.#database.close();
  }

  #with(sql, use) {
    const statement = this.#database.prepare(sql);
    try {
      return use(statement);
    } finally {
      statement.free();
    }
  }
}

/** sql.js throws what SQLite refuses as an Error with SQLite's own words. */
function answer(work) {
  try {
    return { refusal: null, ...work() };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      // Its memory may be in disorder, and sql.js starts once only: better no answer than a wrong one.
      failure = error.message;
      throw error;
    }
    return { refusal: String(error?.message ?? error) };
  }
}
