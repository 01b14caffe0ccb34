// One Durable Object's SQLite: see workers.Sqlite. Rows become JSON here, since a call into Java for
// every value is what costs.

// What the platform puts behind SQLite's own words.
const SUFFIX = /(?: at offset \d+)?: SQLITE_[A-Z_]+(?: \(extended: SQLITE_[A-Z_]+\))?$/;

const RENAMED = /:\d+$/;

export class Sqlite {
  #storage;
  #sql;
  #keys = new Map();
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

  query(sql, parameters, names) {
    return answer(() => {
      const cursor = this.#sql.exec(sql, ...parameters);
      const rows = cursor.raw().toArray();
      this.#count(cursor);
      const encode = names === null ? encodeArray : this.#objectEncoder(sql, names);
      return { rows: rows.map(encode).join(","), count: rows.length };
    });
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

  #objectEncoder(sql, names) {
    let keys = this.#keys.get(sql);
    if (keys === undefined) {
      keys = objectKeys(names);
      if (this.#keys.size >= 256) {
        this.#keys.delete(this.#keys.keys().next().value);
      }
      this.#keys.set(sql, keys);
    }
    return (row) => encodeObject(row, keys);
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

/** Of columns with one name the last gives the value, where the first stands. */
function objectKeys(names) {
  const columns = new Map();
  names.forEach((name, column) => columns.set(name, column));
  return [...columns].map(([name, column]) => ({ text: `${JSON.stringify(name)}:`, column }));
}

function encodeObject(row, keys) {
  const literals = literalsOf(row);
  const fields = keys.map(({ text, column }) => text + encodeValue(row[column], literals[column]));
  return `{${fields.join(",")}}`;
}

function encodeArray(row) {
  const literals = literalsOf(row);
  let text = "[";
  for (let column = 0; column < literals.length; column++) {
    text += (column === 0 ? "" : ",") + encodeValue(row[column], literals[column]);
  }
  return `${text}]`;
}

/** The exact numbers of a row, which stand in its last column: one for each of the others. */
function literalsOf(row) {
  return row[row.length - 1].split(",");
}

function encodeValue(value, literal) {
  if (literal !== "-") {
    return literal;
  }
  if (value === null) {
    return "null";
  }
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    return encodeReal(value);
  }
  return `[${new Uint8Array(value).join(",")}]`;
}

/** A REAL always has a point or an exponent. */
function encodeReal(value) {
  if (Number.isInteger(value)) {
    const text = Object.is(value, -0) ? "-0" : String(value);
    return text.includes("e") ? text : `${text}.0`;
  }
  return String(value);
}
