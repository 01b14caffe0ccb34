// One Durable Object's SQLite: see workers.Sqlite.
import { rowWriter } from "./rows.mjs";

// What the platform puts behind SQLite's own words.
const SUFFIX = /(?: at offset \d+)?: SQLITE_[A-Z_]+(?: \(extended: SQLITE_[A-Z_]+\))?$/;

const RENAMED = /:\d+$/;

export class Sqlite {
  #storage;
  #sql;
  #cursors = new Set();
  rowsRead = 0;
  rowsWritten = 0;

  constructor(storage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    // SQLite's default, which the platform turns on. In a transaction it would be without effect.
    this.#sql.exec("PRAGMA foreign_keys = OFF");
  }

  execute(sql, parameters) {
    try {
      this.#count(this.#sql.exec(sql, ...parameters));
      return null;
    } catch (error) {
      return refusal(error);
    }
  }

  columnNames(sql, parameters) {
    return answer(() => {
      // No rows: a cursor that is not read to its end keeps its tables locked. But of columns with
      // one name, the second is renamed here.
      const none = `SELECT * FROM (${sql}\n) LIMIT 0`;
      const names = this.#namesOf(none, parameters);
      const renamed = names.some((name) => RENAMED.test(name));
      return { names: renamed ? this.#namesOf(sql, parameters) : names };
    });
  }

  text(sql, parameters) {
    return answer(() => {
      const cursor = this.#sql.exec(sql, ...parameters);
      const rows = cursor.raw().toArray();
      this.#count(cursor);
      const value = rows[0]?.[0] ?? null;
      return { text: value === null ? null : String(value) };
    });
  }

  prepare(sql, names, keys) {
    const write = rowWriter(names, keys);
    return {
      run: (parameters, objects) =>
        answer(() => {
          const cursor = this.#sql.exec(sql, ...parameters);
          const rows = cursor.raw().toArray();
          this.#count(cursor);
          return write.all(rows, objects);
        }),
      open: (parameters, objects) =>
        answer(() => {
          const cursor = this.#sql.exec(sql, ...parameters);
          return { cursor: this.#cursor(cursor, (next, size) => write.page(next, size, objects)) };
        }),
    };
  }

  /** Ends cursors that nobody will read any more. */
  endCursors() {
    for (const rows of this.#cursors) {
      this.#end(rows);
    }
  }

  /** A cursor cannot be closed, and keeps its tables locked until its last row. */
  #end(rows) {
    this.#cursors.delete(rows);
    try {
      while (!rows.next().done);
    } catch {
      // SQLite's refusal of a row that nobody wants: it ends the cursor too.
    }
  }

  #cursor(cursor, write) {
    const rows = cursor.raw();
    this.#cursors.add(rows);
    let read = 0;
    // One row ahead, so that a page knows whether it is the last.
    let ahead;
    const advance = () => {
      const row = ahead;
      ahead = rows.next().value;
      return row;
    };
    const step = (work) =>
      answer(() => {
        try {
          return work();
        } catch (error) {
          this.#cursors.delete(rows);
          throw error;
        } finally {
          this.rowsRead += cursor.rowsRead - read;
          read = cursor.rowsRead;
        }
      });
    let begun = false;
    return {
      read: (characters) =>
        step(() => {
          if (!begun) {
            begun = true;
            advance();
          }
          const page = write(advance, characters);
          if (ahead === undefined) {
            this.#cursors.delete(rows);
          }
          return { ...page, more: ahead !== undefined };
        }),
      end: () => this.#end(rows),
    };
  }

  transaction(work) {
    this.#storage.transactionSync(work);
  }

  get sizeBytes() {
    return this.#sql.databaseSize;
  }

  deleteAll() {
    this.#storage.deleteAll();
  }

  #namesOf(sql, parameters) {
    const cursor = this.#sql.exec(sql, ...parameters);
    cursor.raw().toArray();
    this.#count(cursor);
    return cursor.columnNames;
  }

  #count(cursor) {
    this.rowsRead += cursor.rowsRead;
    this.rowsWritten += cursor.rowsWritten;
  }
}

function answer(work) {
  try {
    return { refusal: null, ...work() };
  } catch (error) {
    return { refusal: refusal(error) };
  }
}

/** SQLite's own words; what is not of SQLite goes on as it is. */
function refusal(error) {
  const message = String(error?.message);
  if (!SUFFIX.test(message)) {
    throw error;
  }
  return message.replace(SUFFIX, "");
}
