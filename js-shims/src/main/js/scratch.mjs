// A SQLite inside the conductor, in memory: see workers.ScratchSqlite. It is sql.js, the real SQLite
// as WebAssembly; nothing of it is started before the first database is opened. `sql-js.mjs` is its
// file as a function, which the build makes: each call gives one that can be started.
import module from "sql.js/dist/sql-wasm-browser.wasm";
import { visitRows } from "./json-rows.mjs";
import { rowWriter } from "./rows.mjs";
import loadSqlJs from "./sql-js.mjs";

const PLACES = { v: "?", i: "+CAST(? AS INTEGER)", r: "+CAST(? AS REAL)" };

let sqlJs;

/** A new database without tables. */
export async function openScratch() {
  const used = (sqlJs ??= start());
  let started;
  try {
    started = await used;
  } catch (error) {
    forget(used);
    throw error;
  }
  // One that has failed meanwhile is not used any more.
  return sqlJs === used ? new Scratch(new started.Database(), used) : openScratch();
}

/** The next database is of another SQLite than `failed`. */
function forget(failed) {
  if (sqlJs === failed) {
    sqlJs = undefined;
  }
}

function start() {
  // sql.js looks there for the place of its files, of which it needs none.
  globalThis.location ??= { href: "" };
  return loadSqlJs()({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
}

class Scratch {
  #database;
  #sqlJs;
  rowsRead = 0;
  rowsWritten = 0;
  sizeBytes = 0;

  constructor(database, sqlJs) {
    this.#database = database;
    this.#sqlJs = sqlJs;
  }

  execute(sql, parameters) {
    return this.#answer(() => {
      this.#database.run(sql, parameters);
      return {};
    }).refusal;
  }

  columnNames(sql) {
    return this.#answer(() => this.#with(sql, (statement) => ({ names: statement.getColumnNames() })));
  }

  text(sql, parameters) {
    return this.#answer(() =>
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
        this.#answer(() =>
          this.#with(sql, (statement) => {
            statement.bind(parameters);
            const rows = [];
            while (statement.step()) {
              rows.push(statement.get());
            }
            return write.all(rows, objects);
          }),
        ),
      open: (parameters, objects) =>
        this.#answer(() => {
          const statement = this.#database.prepare(sql);
          statement.bind(parameters);
          return { cursor: this.#cursor(statement, (next, size) => write.page(next, size, objects)) };
        }),
    };
  }

  #cursor(statement, write) {
    let more = true;
    return {
      read: (characters) =>
        this.#answer(() => {
          const next = () => {
            more = statement.step();
            return more ? statement.get() : undefined;
          };
          const page = write(next, characters);
          if (!more) {
            statement.free();
          }
          return { ...page, more };
        }),
      end: () => statement.free(),
    };
  }

  /** Adds rows; `insert` is the statement up to VALUES. A refusal, or null. */
  load(insert, rows) {
    const statements = new Map();
    return this.#answer(() => {
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

  /** sql.js throws what SQLite refuses as an Error with SQLite's own words. */
  #answer(work) {
    if (this.#sqlJs !== sqlJs) {
      throw new Error("SQLite in the conductor has failed under another statement: try again");
    }
    try {
      return { refusal: null, ...work() };
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
        // Its memory may be in disorder: the next database is of a new one.
        forget(this.#sqlJs);
        throw error;
      }
      return { refusal: String(error?.message ?? error) };
    }
  }
}
